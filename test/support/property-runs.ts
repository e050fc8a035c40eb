/** How often properties are tried: 500 times in `npm test`; `npm run test:nightly` sets `STUDYDECK_PAPERS`. */
export const paperCount = Number(process.env['STUDYDECK_PAPERS'] ?? 500)

/** What the papers are generated from: another one each run, unless `STUDYDECK_SEED` repeats one. */
export const seed = Number(
  process.env['STUDYDECK_SEED'] ?? Math.floor(Math.random() * 2 ** 31),
)
