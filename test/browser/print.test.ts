import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import process, { execPath, platform } from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findBrowser } from '../../src/print/find-browser.ts'
import type { DocumentPage } from '../../src/print/document-page.ts'
import { Browser } from '../../src/print/index.ts'

const browser = new Browser()
beforeAll(() => {
  browser.warmUp()
})
afterAll(async () => {
  await browser.close()
})

function documentOf(body: string): string {
  return `<!doctype html><html lang="ko"><meta charset="utf-8"><title>시험 문서</title><style>@page{size:1280px 720px;margin:0}</style><body>${body}`
}

describe('Browser', () => {
  it('runs functions in the page while scripts of the document do not run', async () => {
    const html = documentOf(
      '<p onclick="1">안녕</p><script>document.title = "ran"</script><img src="data:," onerror="document.title = `ran`">',
    )
    const result = await browser.withPage(html, (page) =>
      page.evaluate(
        (word) => [
          document.title,
          document.body.innerText.trim(),
          word,
          innerWidth,
          innerHeight,
          devicePixelRatio,
        ],
        'argument',
      ),
    )
    expect(result).toEqual(['시험 문서', '안녕', 'argument', 1280, 720, 1])
  })

  it('runs scripts when a test asks for it', async () => {
    const html = documentOf('<script>document.title = "ran"</script>')
    const title = await browser.withPage(
      html,
      (page) => page.evaluate(() => document.title, undefined),
      { scripts: true },
    )
    expect(title).toBe('ran')
  })

  it('refuses every request and tells which', async () => {
    const html = documentOf(
      '<link rel="stylesheet" href="https://example.com/a.css"><img src="b.png"><iframe src="file:///etc/hostname"></iframe><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    )
    const requests = await browser.withPage(html, (page) =>
      Promise.resolve([...page.requests].sort()),
    )
    expect(requests).toEqual([
      'http://studydeck.invalid/b.png',
      'https://example.com/a.css',
    ])
  })

  it('gives a page no downloads and no permissions', async () => {
    const name = `studydeck-download-${process.pid}`
    const html = documentOf(`<a download="${name}" href="data:,x">x</a>`)
    const found = await browser.withPage(
      html,
      (page) =>
        page.evaluate(async () => {
          document.querySelector('a')?.click()
          await new Promise((resolve) => setTimeout(resolve, 500))
          const asked = ['geolocation', 'notifications', 'midi'] as const
          const states = asked.map(
            async (one) =>
              (await navigator.permissions.query({ name: one })).state,
          )
          return [Notification.permission, ...(await Promise.all(states))]
        }, undefined),
      { scripts: true },
    )
    expect(found.filter((state) => state !== 'denied')).toEqual([])
    const places = ['.', tmpdir(), homedir(), join(homedir(), 'Downloads')]
    const names = places
      .filter((place) => existsSync(place))
      .flatMap((place) => readdirSync(place))
    expect(names.filter((one) => one.includes(name))).toEqual([])
  })

  it('prints the same bytes in two separate browsers', async () => {
    const html = documentOf('<h1>제목</h1><p>본문</p>')
    const first = await browser.withPage(html, (page) => page.pdf())
    await browser.close()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await browser.withPage(html, (page) => page.pdf())
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })

  it('loads a document of twenty megabytes', async () => {
    const image = `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"><!--${'x'.repeat(15_000_000)}--></svg>`).toString('base64')}`
    const width = await browser.withPage(
      documentOf(`<img src="${image}">`),
      (page) =>
        page.evaluate(() => document.images[0]?.naturalWidth, undefined),
    )
    expect(width).toBe(7)
  })

  it('opens several documents at once', async () => {
    const words = ['하나', '둘', '셋', '넷']
    const texts = await Promise.all(
      words.map((word) =>
        browser.withPage(documentOf(`<p>${word}`), (page) =>
          page.evaluate(() => document.body.innerText.trim(), undefined),
        ),
      ),
    )
    expect(texts).toEqual(words)
  })

  it('passes on what the use of a page throws, and goes on', async () => {
    const html = documentOf('<p>본문')
    await expect(
      browser.withPage(html, (page) =>
        page.evaluate(() => {
          throw new Error('measured wrong')
        }, undefined),
      ),
    ).rejects.toThrow('measured wrong')
    expect(await browser.withPage(html, () => Promise.resolve('next'))).toBe(
      'next',
    )
  })

  it('gives up on a document that never ends', async () => {
    await using hasty = new Browser({ timeout: 2000 })
    await expect(
      hasty.withPage(documentOf('<p>본문'), (page) =>
        page.evaluate(
          // A promise that nobody holds may be collected, which ends the call at once.
          () =>
            new Promise((settle) => {
              Object.assign(globalThis, { settle })
            }),
          undefined,
        ),
      ),
    ).rejects.toMatchObject({
      code: 'PAGE_FAILED',
      message:
        'Cannot finish a document within 2 seconds, make the paper smaller or try again',
    })
  })

  it('says so when what was named is no browser', async () => {
    await using wrong = new Browser({ executablePath: execPath })
    await expect(
      wrong.withPage('', () => Promise.resolve()),
    ).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
      message: expect.stringContaining(
        `Cannot start \`${execPath}\``,
      ) as string,
    })
  })
})

describe.runIf(platform === 'linux')('a browser process', () => {
  it('is started once more when it crashes, and the document made again', async () => {
    await using fragile = new Browser()
    let attempts = 0
    const result = await fragile.withPage(
      documentOf('<p>본문'),
      async (page) => {
        attempts++
        if (attempts === 1) killBrowsers()
        return await page.evaluate(
          () => document.body.innerText.trim(),
          undefined,
        )
      },
    )
    expect([result, attempts]).toEqual(['본문', 2])
  })

  it('is not started a third time', async () => {
    await using fragile = new Browser()
    await expect(
      fragile.withPage(documentOf('<p>본문'), async (page) => {
        killBrowsers()
        return await page.evaluate(() => document.title, undefined)
      }),
    ).rejects.toMatchObject({
      code: 'PAGE_FAILED',
      message:
        'Cannot finish a document because the browser crashed twice, free some memory or name another browser with --browser',
    })
  })

  it('is started once more when it ends while it starts, and not again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'studydeck-test-'))
    const { executablePath, env } = await findBrowser()
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const shy = join(folder, 'browser')
    const script = (often: number) =>
      `#!/bin/sh\necho >> ${folder}/starts\n[ $(wc -l < ${folder}/starts) -gt ${often} ] || kill -SEGV $$\nexec ${executablePath} "$@"\n`
    writeFileSync(shy, script(1), { mode: 0o700 })
    await using second = new Browser({ executablePath: shy })
    const print = (page: DocumentPage) => page.pdf()
    expect((await second.withPage('<p>본문', print)).length).toBeGreaterThan(0)
    writeFileSync(shy, script(99), { mode: 0o700 })
    await using never = new Browser({ executablePath: shy })
    await expect(never.withPage('<p>본문', print)).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
    })
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('that never answers is given up', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'studydeck-test-'))
    const dumb = join(folder, 'browser')
    writeFileSync(dumb, '#!/bin/sh\nexec sleep 60\n', { mode: 0o700 })
    await using never = new Browser({ executablePath: dumb, timeout: 500 })
    await expect(
      never.withPage('<p>본문', () => Promise.resolve()),
    ).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
      message: expect.stringContaining('No answer within 500 ms') as string,
    })
    rmSync(folder, { recursive: true })
  })

  it('ends when it is closed', async () => {
    await browser.close()
    const before = childProcesses()
    const short = new Browser()
    await short.withPage('<p>본문', () => Promise.resolve())
    expect(childProcesses().length).toBeGreaterThan(before.length)
    await short.close()
    expect(childProcesses()).toEqual(before)
  })

  it('refuses to print blank pages where the system has no font', async () => {
    const empty = join(tmpdir(), `studydeck-test-${process.pid}.conf`)
    writeFileSync(empty, '<fontconfig/>')
    vi.stubEnv('FONTCONFIG_FILE', empty)
    const { executablePath, env } = await findBrowser()
    vi.stubEnv('LD_LIBRARY_PATH', env['LD_LIBRARY_PATH'] ?? '')
    await using bare = new Browser({ executablePath })
    await expect(
      bare.withPage('<p>본문', (page) => page.pdf()),
    ).rejects.toMatchObject({
      code: 'BROWSER_FAILED',
      message:
        'Cannot draw text because the browser finds no font, install one (such as `apt-get install fonts-dejavu-core`)',
    })
    vi.unstubAllEnvs()
    rmSync(empty)
  })
})

/** Ids of the browsers that this process started. */
function childProcesses(): number[] {
  return readFileSync(
    `/proc/${process.pid}/task/${process.pid}/children`,
    'utf8',
  )
    .split(' ')
    .filter(Boolean)
    .map(Number)
    .filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--headless'),
    )
}

function killBrowsers(): void {
  for (const pid of childProcesses()) process.kill(pid, 'SIGKILL')
}
