export { loadImages, type ImageOptions } from './load-images.ts'
export { reportLocalLinks } from './local-links.ts'
