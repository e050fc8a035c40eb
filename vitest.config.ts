import { defineConfig } from 'vitest/config'

/** What takes minutes, and tells of nothing but itself when it fails, is left to the night: `npm run test:nightly`. */
const nightly = [
  'test/browser/hostile-dev.test.ts',
  'test/browser/memo.test.ts',
  'test/browser/memory.test.ts',
  'test/browser/portions.test.ts',
]

export default defineConfig({
  test: {
    // Vitest leaves a core free for itself; of two, that would be half.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
          // Nothing of what they test keeps a state, and reading it anew for each file takes a third of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: process.env['STUDYDECK_NIGHTLY'] ? [] : nightly,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Chromium on a busy runner may lose a touch or a window; vitest names each test that needed a second try.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
})
