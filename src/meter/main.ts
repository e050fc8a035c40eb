import { measureImages } from './measure-images.ts'
import { measureOverflow } from './measure-overflow.ts'
import { measureSlides } from './measure-slides.ts'

const meter = { measureSlides, measureOverflow, measureImages }

/** What `studydeckMeter` can do in a page that the script was run in. */
export type Meter = typeof meter

Object.assign(globalThis, { studydeckMeter: meter })
