export { Browser, type BrowserOptions } from './browser.ts'
export type { DocumentPage, LoadOptions } from './document-page.ts'
export { withPdfInfo, type OutlineEntry, type PdfInfo } from './pdf-info.ts'
export { destinationPages } from './pdf-pages.ts'
