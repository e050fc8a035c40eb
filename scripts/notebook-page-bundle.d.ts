/** Bundles what runs inside notebook.html into one classic script. */
export function bundleNotebookPage(): Promise<string>
