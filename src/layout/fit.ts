import type { RootContent } from 'mdast'
import type { Slide, SlideKind } from '../render/slides/slide.ts'
import { bodyWidth, type Box, type MeasuredFit, type Setting } from './boxes.ts'
import { carriedHeight, carriedPrompt } from './carry.ts'
import { enlarged } from './enlarge.ts'
import { flowOf, type Flow } from './flow.ts'
import { pageCost, paginate, type Page } from './paginate.ts'

/** One way to set a slide's text, as classes of the theme. */
interface Fit {
  readonly classes: string
  /** Compared with the cost of pages, which is 1000 each; less is better. */
  readonly cost: number
  /** For what is never divided, such as large type for few words: how much of the room it may take. */
  readonly mostFill?: number
  /** What a slide must have, as a selector, so that the fit makes a difference. */
  readonly only?: string
}

const pictures = 'img, .diagram'

/** Lists of so many items that short ones may stand in two columns. */
const longLists = ':scope > :is(ul, ol) > li:nth-child(7)'

/** The ladder: large type for few words, then less air, then smaller type down to the floor. */
const fits: readonly Fit[] = [
  { classes: 'size-60', cost: -50, mostFill: 0.34 },
  { classes: 'size-44', cost: -40, mostFill: 0.46 },
  { classes: 'size-36', cost: -30, mostFill: 0.56 },
  { classes: 'size-32', cost: -20, mostFill: 0.68 },
  { classes: 'size-28', cost: 0 },
  { classes: 'size-28 tight', cost: 15 },
  { classes: 'size-26 tight', cost: 60 },
  { classes: 'size-24 tight', cost: 120 },
  { classes: 'size-28 columns', cost: 150, mostFill: 1, only: longLists },
  { classes: 'size-28 tight medium', cost: 100, only: pictures },
  { classes: 'size-28 tight compact', cost: 200, only: pictures },
  { classes: 'size-24 tight compact', cost: 260, only: pictures },
]

/** Every fit as it has to be measured; type for few words is never divided. */
export const measuredFits: readonly MeasuredFit[] = fits.map(
  ({ classes, mostFill, only }) => ({
    classes,
    divides: mostFill === undefined,
    ...(only === undefined ? {} : { only }),
  }),
)

/** Kinds whose type is the theme's own. */
const composedKinds: ReadonlySet<SlideKind> = new Set(['title', 'topic'])

const wrapCost = 700
const excessCost = 5000
/** Content that takes less of the room is centred. */
const leadFill = 0.6

/** How a slide is fitted again whose text came out taller than measured. */
export interface Leeway {
  /** Pixels of the room to keep free. */
  readonly margin: number
  /** Whether parts that leave room are set larger than the others. */
  readonly enlarges: boolean
}

/** A slide that was fitted. */
export interface FittedSlide {
  readonly slide: Slide
  /** Percent that what could not be divided had to be scaled to; 100 when nothing was. */
  readonly scale: number
}

/** How a slide is set: holds nothing of the slide itself, so that it is true of any that says the same. */
export interface FitPlan {
  /** Which of the fits. */
  readonly index: number
  readonly room: number
  readonly isDivided: boolean
  readonly pages: readonly Page[]
  /** Whether parts that leave room are set larger than the others. */
  readonly enlarges: boolean
}

/**
 * Chooses how a slide's text is set, and how it is divided over several slides when it has to be.
 *
 * @param settings what `measureSlides` gave for `measuredFits`
 * @param leeway what came out taller than measured needs
 * @returns `undefined` for a slide whose type is the theme's own
 */
export function planFit(
  slide: Slide,
  settings: readonly (Setting | null)[],
  { margin, enlarges }: Leeway,
): FitPlan | undefined {
  if (composedKinds.has(slide.kind)) return undefined
  const choices = fits.flatMap((fit, index) => {
    const setting = settings[index]
    return setting ? [choiceOf(slide, fit, index, setting, margin)] : []
  })
  const [first, ...others] = choices
  if (!first) return undefined
  const best = others.reduce(
    (best, choice) => (choice.cost < best.cost ? choice : best),
    first,
  )
  const plain = settings[fits.findIndex(({ cost }) => cost === 0)]
  const isSafe = enlarges && plain && !plain.wraps && plain.excess <= 1
  const enlargesParts = isSafe === true && best.plan.pages.length > 1
  return { ...best.plan, enlarges: enlargesParts }
}

/**
 * Sets a slide as it was planned.
 *
 * @param settings that the plan was made with
 */
export function fitSlide(
  slide: Slide,
  settings: readonly (Setting | null)[],
  plan: FitPlan | undefined,
): FittedSlide[] {
  if (composedKinds.has(slide.kind))
    return [{ slide: withClasses(slide, ['size-28']), scale: 100 }]
  if (!plan) return [{ slide, scale: 100 }]
  const { classes } = fits[plan.index] ?? { classes: '' }
  const flow = plan.isDivided
    ? flowIn(slide, settings[plan.index]?.boxes ?? [])
    : wholeFlow(slide.body)
  return plan.pages.map((page) =>
    fittedSlide(
      slide,
      plan,
      flow,
      page,
      plan.enlarges ? enlarged(classes, page.height, plan.room) : classes,
    ),
  )
}

/** One fit with the pages that it gives. */
interface Choice {
  readonly plan: Omit<FitPlan, 'enlarges'>
  readonly cost: number
}

function choiceOf(
  slide: Slide,
  fit: Fit,
  index: number,
  { room: whole, height, excess, wraps, boxes }: Setting,
  margin: number,
): Choice {
  const room = whole - margin
  const isOnePage = height <= room * (fit.mostFill ?? 1)
  const isDivided = !isOnePage && fit.mostFill === undefined
  const { pages, cost: pagesCost } = isDivided
    ? paginate(flowIn(slide, boxes).atoms, room)
    : { pages: [{ first: 0, end: 1, height, excess }], cost: pageCost }
  const cost =
    pagesCost +
    fit.cost +
    (isOnePage || isDivided ? 0 : Infinity) +
    (wraps ? wrapCost : 0) +
    (excess > 1 ? excessCost + excess : 0)
  return { plan: { index, room, isDivided, pages }, cost }
}

/** A question without a title says on its further slides what it is about. */
function flowIn(slide: Slide, boxes: readonly Box[]): Flow {
  const { atoms, cut } = flowOf(slide.body, boxes)
  const line = slide.title.length === 0 ? carriedPrompt(slide.body) : []
  if (line.length === 0) return { atoms, cut }
  for (const atom of atoms.slice(1)) atom.head += carriedHeight
  return {
    atoms,
    cut: (first, end) => [...(first > 0 ? line : []), ...cut(first, end)],
  }
}

function wholeFlow(body: readonly RootContent[]): Flow {
  return { atoms: [], cut: () => body }
}

function fittedSlide(
  slide: Slide,
  { room, pages }: FitPlan,
  flow: Flow,
  page: Page,
  classes: string,
): FittedSlide {
  const isOnly = pages.length === 1
  const scale = scaleOf(page, room)
  const isLead =
    slide.kind === 'question' || (isOnly && page.height < room * leadFill)
  const part = { index: pages.indexOf(page) + 1, of: pages.length }
  return {
    slide: {
      ...withClasses(slide, [
        classes,
        ...(isLead ? ['lead'] : []),
        ...(scale < 100 ? [`scale-${scale}`] : []),
      ]),
      body: flow.cut(page.first, page.end),
      ...(isOnly ? {} : { part }),
    },
    scale,
  }
}

function withClasses(slide: Slide, classes: readonly string[]): Slide {
  return { ...slide, classes: [...slide.classes, ...classes] }
}

/** What is too tall gets no smaller than this. */
const leastScale = 60

/** In steps of five percent, so that the theme can have a class for each. */
function scaleOf({ height, excess }: Page, room: number): number {
  const tall =
    height > room + 1 ? Math.max(leastScale, (100 * room) / height) : 100
  const wide = excess > 1 ? (100 * bodyWidth) / (bodyWidth + excess) : 100
  const wanted = Math.min(tall, wide)
  return wanted === 100 ? 100 : Math.max(5, Math.floor(wanted / 5 + 1e-9) * 5)
}
