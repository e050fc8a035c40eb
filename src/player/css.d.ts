/** A style sheet as minified text; the bundler puts it in. */
declare module '*.css' {
  const css: string
  export default css
}
