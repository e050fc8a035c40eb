import { readFileSync } from 'node:fs'
import type { PrintedDeck } from './deck-press.ts'
import { packagePath } from '../config/package-root.ts'
import type { Setting, ShownImage } from '../layout/boxes.ts'
import { measuredFits } from '../layout/fit.ts'
import type { Meter } from '../meter/main.ts'
import type { BrowserPage } from '../model/browser-page.ts'
import { Memo } from '../model/memo.ts'

/** A fitted slide as it came out. */
interface ShownSlide {
  /** Pixels by which it is too tall or too wide; at most 1 where it fits. */
  readonly overflow: number
  /** Images of its body. */
  readonly images: readonly ShownImage[]
}

/** Slides that are in the page at once: of a long deck one part after the other, since all would fill the memory. */
const batchSize = 200

/** Measures slides, each once: what looks the same is as large, in whatever deck and at whatever place. */
export class SlideMeter {
  readonly #memo: Memo

  /** @param memo what is known from the last time */
  constructor(memo = new Memo()) {
    this.#memo = memo
  }

  /** The page that the first measurement of a deck needs. */
  firstPage(deck: PrintedDeck): string {
    return deck.html(this.#missing('setting', deck)[0] ?? [0])
  }

  /** Measures every slide in every fit. */
  settings(
    deck: PrintedDeck,
    page: BrowserPage,
  ): Promise<readonly (readonly (Setting | null)[])[]> {
    return this.#measured('setting', deck, page, () =>
      measure(page, 'measureSlides', measuredFits),
    )
  }

  /** Measures how slides came out. */
  shown(deck: PrintedDeck, page: BrowserPage): Promise<readonly ShownSlide[]> {
    return this.#measured('shown', deck, page, async () => {
      const overflows = await measure(page, 'measureOverflow')
      const images = await measure(page, 'measureImages')
      return overflows.map((overflow, index) => ({
        overflow,
        images: images[index] ?? [],
      }))
    })
  }

  async #measured<Value>(
    what: string,
    deck: PrintedDeck,
    page: BrowserPage,
    measure: () => Promise<readonly Value[]>,
  ): Promise<Value[]> {
    for (const batch of this.#missing(what, deck)) {
      await page.show(deck.html(batch))
      const values = await measure()
      for (const [at, index] of batch.entries())
        this.#memo.keep(`${what} ${deck.looks[index] ?? ''}`, values[at])
    }
    return deck.looks.map((look) => this.#memo.find(`${what} ${look}`) as Value)
  }

  /** Indexes of the slides that were not measured yet, as many in a batch as the page may hold. */
  #missing(what: string, { looks }: PrintedDeck): number[][] {
    const missing = [...looks.keys()].filter(
      (index) => this.#memo.find(`${what} ${looks[index] ?? ''}`) === undefined,
    )
    return Array.from(
      { length: Math.ceil(missing.length / batchSize) },
      (_, at) => missing.slice(at * batchSize, (at + 1) * batchSize),
    )
  }
}

let script: string | undefined

/** Calls a function of the meter in the page. */
function measure<Name extends keyof Meter>(
  page: BrowserPage,
  name: Name,
  ...values: Parameters<Meter[Name]>
): Promise<ReturnType<Meter[Name]>> {
  script ??= readFileSync(packagePath('dist', 'meter.js'), 'utf8')
  return page.run(
    `${script}\nstudydeckMeter.${name}(...${JSON.stringify(values)})`,
  )
}
