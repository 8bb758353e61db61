import { defineConfig } from 'vitest/config'

// One file after the other, each over the same two clouds, which it has to leave as it found them.
export default defineConfig({
  test: {
    include: ['test/cloud/**/*.test.ts'],
    globalSetup: ['test/cloud/global-setup.ts'],
    setupFiles: ['test/cloud/each-file.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
  },
})
