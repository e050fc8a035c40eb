import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../config/package-root.ts'
import { findableOf, type Findable } from '../model/findable.ts'
import { normalise } from '../model/normalise.ts'
import type { Paper } from '../model/paper.ts'

/**
 * What participants may see of a paper, hints included, in the order in which they see it. Nobody sees its asides: they are
 * in files for participants, and searched for answers like everything there.
 */
export function publicContent(paper: Paper): Findable {
  const parts = paper.topics.flatMap(
    ({ title, heading, situation, questions }) => [
      ofText(title),
      findableOf([...heading, ...situation]),
      ...questions.flatMap((question) => [
        ofText(question.number),
        findableOf([...(question.title ?? []), ...question.prompt]),
        ...question.choices.flatMap(({ label, body }) => [
          ofText(label),
          findableOf(body),
        ]),
        ...question.hints.flatMap(({ label, body }) => [
          ofText(label),
          findableOf(body),
        ]),
      ]),
    ],
  )
  const head = [paper.title, paper.author, paper.date].map((text) =>
    ofText(text ?? ''),
  )
  return joined([...head, ...parts])
}

function ofText(text: string): Findable {
  return { text, asides: [], urls: [], images: [], langs: [] }
}

function joined(parts: readonly Findable[]): Findable {
  return {
    // Languages of code become attributes; what says `sql` there is no answer, nor is `github.com`.
    text: parts
      .flatMap(({ text, urls, langs }) => [
        text,
        ...urls.flatMap(hostOf),
        ...langs,
      ])
      .join(' '),
    asides: parts.flatMap(({ asides }) => asides),
    urls: parts.flatMap(({ urls }) => urls),
    images: parts.flatMap(({ images }) => images),
    langs: [],
  }
}

function hostOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).hostname] : []
}

/**
 * Text of templates, stylesheets, words and scripts, normalised: it is the same for every paper.
 *
 * @param folder user's own templates
 */
export function programText(folder?: string): string {
  const folders = [
    packagePath('templates'),
    packagePath('templates', 'locales'),
    ...(folder === undefined ? [] : [folder]),
  ]
  const files = [
    ...folders.flatMap(filesIn),
    packagePath('dist', 'notebook-page.js'),
  ]
  return files
    .filter((file) => existsSync(file))
    .map((file) => normalise(readFileSync(file, 'utf8')))
    .join('\n')
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(hbs|css|json)$/.test(entry.name))
    .map(({ name }) => join(folder, name))
}
