/** Apart from the rest of the pipeline, so that a browser can start while that is loaded. */
export { Browser } from '../print/browser.ts'
