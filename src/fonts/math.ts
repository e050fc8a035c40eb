import { mathFaces, type Face } from './faces.ts'

/** Faces that KaTeX's HTML asks for by its classes. */
export function mathFacesOf(html: string): Face[] {
  const classes = new Set(
    [...html.matchAll(/class="([^"]*)"/g)].flatMap(
      ([, names]) => names?.split(/\s+/) ?? [],
    ),
  )
  return mathFaces.filter((face) =>
    face.classes?.some((name) => classes.has(name)),
  )
}

/** Text of KaTeX's HTML, without the TeX source that it keeps for machines. */
export function mathText(html: string): string {
  return html
    .replaceAll(/<annotation\b.*?<\/annotation>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
