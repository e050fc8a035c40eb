/** Bundles what runs inside deck.html into one classic script, its CSS inside as text. */
export function bundlePlayer(): Promise<string>
