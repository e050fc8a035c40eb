/** Apart from the rest of the pipeline and with all that starting takes, so that a browser starts while that is loaded. */
import '../print/start-browser.ts'

export { Browser } from '../print/browser.ts'
