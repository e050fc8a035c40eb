// @ts-check
/**
 * Tries the properties of the splitter on 20,000 generated papers (`STUDYDECK_PAPERS` and `STUDYDECK_SEED` set others), and
 * runs every test in a browser, those too that take minutes.
 */
import { startVitest } from 'vitest/node'

process.env['STUDYDECK_PAPERS'] ??= '20000'
await startVitest('test', ['test/properties'], { project: 'unit', run: true })
process.env['STUDYDECK_NIGHTLY'] = '1'
await startVitest('test', ['test/browser'], { project: 'browser', run: true })
