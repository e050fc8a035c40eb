/** The part that we use of https://github.com/papandreou/subset-font, which ships no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: {
      readonly targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2'
      readonly keepFeatures?: readonly string[]
      readonly noHinting?: boolean
    },
  ): Promise<Buffer>
}

/** The part that we use of https://github.com/papandreou/fontverter, which ships no types. */
declare module 'fontverter' {
  export function convert(
    font: Buffer,
    format: 'sfnt' | 'truetype' | 'woff' | 'woff2',
  ): Promise<Buffer>
}
