import { defineConfig } from 'vitest/config'

// One real forge for all files, each with a repository of its own.
export default defineConfig({
  test: {
    include: ['test/forge-server/**/*.test.ts'],
    globalSetup: ['test/forge-server/global-setup.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
})
