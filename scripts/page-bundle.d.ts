/** Bundles what runs inside a page into one classic script, its CSS inside as text. */
export function bundlePage(
  folder: 'dev-client' | 'meter' | 'notebook-page' | 'player',
): Promise<string>
