/** What puppeteer is needed for first: whoever never starts a browser need not load it. */
export { connectBrowser } from './connect.ts'
export { launchBrowser } from './launch.ts'
export { TimeoutError } from 'puppeteer-core'
