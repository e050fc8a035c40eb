import { createHash } from 'node:crypto'

const plainStyle =
  'body { max-width: 40rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.6 sans-serif }'
const pdfStyle =
  'html, body, iframe { display: block; width: 100%; height: 100%; margin: 0; border: 0 }'

/**
 * A page of a few words, where there is no output to show.
 *
 * @param title what it is about, as plain text
 * @param text one paragraph, as plain text
 */
export function plainPage(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(plainStyle)}'">
<title>${escaped(title)}</title>
<style>${plainStyle}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p><a href="/">studydeck</a></p>
</body>
</html>
`
}

/**
 * A page around a PDF, which is loaded again when the paper changes: a PDF itself cannot be told to.
 *
 * @param title of the page, as plain text
 */
export function pdfPage(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(pdfStyle)}'; frame-src 'self'">
<title>${escaped(title)}</title>
<style>${pdfStyle}</style>
</head>
<body>
<iframe src="?file" title="${escaped(title)}"></iframe>
</body>
</html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
}

/** Lets a content security policy pass just this style. */
function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`
}
