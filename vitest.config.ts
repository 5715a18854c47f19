import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.spec.ts'],
    // The program is compiled at most once in a run.
    globalSetup: ['tests/compiled-once.ts'],
    testTimeout: 60_000,
    pool: 'forks',
  },
})
