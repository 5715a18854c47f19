import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.spec.ts'],
    // The program is compiled at most once in a run.
    globalSetup: ['tests/compiled-once.ts'],
    reporters: ['default', './tests/still-running.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Every core: left to itself the runner keeps one back, which on a machine of two is half of it.
    maxWorkers: '100%',
  },
})
