/** Bundles what runs inside a page into one classic script, its CSS inside as text. */
export function bundlePage(
  folder: 'dev-client' | 'notebook-page' | 'player',
): Promise<string>
