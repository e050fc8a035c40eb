import { defaultSchema, type Options } from 'rehype-sanitize'

/**
 * The only HTML that a paper's own Markdown can become, on paper and in notebooks.
 *
 * No title, no id, no data attribute: nothing that a reader does not see. Images are embedded, links go to web pages.
 * GitHub's list (`defaultSchema`) gives the structure of tables and the tags that are removed with their content.
 */
export const printSchema: Options = {
  strip: ['script', 'style'],
  ...(defaultSchema.ancestors ? { ancestors: defaultSchema.ancestors } : {}),
  tagNames: [
    ...['p', 'br', 'hr', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'div', 'span'],
    ...['ul', 'ol', 'li', 'input', 'a', 'img', 'code', 'strong', 'em', 'del'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['sub', 'sup', 'kbd', 'u', 'mark', 'ins', 'small'],
  ],
  attributes: {
    a: ['href'],
    img: [['src', /^data:image\//], 'alt'],
    p: [['className', 'lead-in']],
    ol: ['start'],
    li: [['className', 'task-list-item']],
    ul: [['className', 'contains-task-list']],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    th: ['align'],
    td: ['align'],
    code: [['className', /^language-./]],
    sup: [['className', 'note-mark']],
    div: [['className', 'container', 'container-title', 'notes', 'note']],
    span: [['className', 'missing', 'note-mark']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  required: { input: { type: 'checkbox', disabled: true } },
}
