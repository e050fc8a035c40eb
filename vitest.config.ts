import { defineConfig } from 'vitest/config'

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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Chromium on a busy runner may lose a touch or a window; vitest names each test that needed a second try.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
})
