/** Bundles what runs inside a page into one classic script. */
export function bundlePage(
  folder: 'notebook-page' | 'dev-client',
): Promise<string>
