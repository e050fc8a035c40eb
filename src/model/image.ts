/** An image of a paper that outputs may embed. */
export interface EmbeddedImage {
  /** `data:` URL with the image's bytes. */
  readonly dataUrl: string
  /** SHA-256 of the bytes that the author has, before they were cleaned or scaled. */
  readonly original?: string
}

/** Images of a paper by the URL that the author wrote. A URL that is not in the map gets a visible placeholder. */
export type Images = ReadonlyMap<string, EmbeddedImage>
