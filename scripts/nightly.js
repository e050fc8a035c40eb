// @ts-check
/** Tries the properties of the splitter on 20,000 generated papers; `STUDYDECK_PAPERS` and `STUDYDECK_SEED` set others. */
import { startVitest } from 'vitest/node'

process.env['STUDYDECK_PAPERS'] ??= '20000'
await startVitest('test', ['test/properties'], { project: 'unit', run: true })
