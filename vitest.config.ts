import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/cloud/**', 'test/forge-server/**'],
    testTimeout: 60_000,
    // Many tests wait for other programs; with a worker more than there are processors, none of these rests meanwhile.
    maxWorkers: '150%',
    // Files share what they only read, the compiled schemas and the parsed examples; none changes what it imports.
    isolate: false,
  },
})
