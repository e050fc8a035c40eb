export { fontCss, type FontCss, type FontRequest } from './font-css.ts'
export type { TextWeight } from './faces.ts'
