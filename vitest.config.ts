import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/cloud/**', 'test/forge-server/**'],
    testTimeout: 60_000,
    // Tests wait for processes often enough that none need be kept free for the runner.
    maxWorkers: '100%',
    // Files share what they only read, the compiled schemas and the parsed examples; none changes what it imports.
    isolate: false,
  },
})
