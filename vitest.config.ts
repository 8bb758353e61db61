import { defineConfig } from 'vitest/config'

const elsewhere = ['test/cloud/**', 'test/forge-server/**']

/** Commands, the rooms of effects, and pages: most of these start programs, as git, shells, a browser, and a stand-in for
 * terraform. */
const effects = ['test/scripts/**', 'test/hostile/**', 'test/browser/**']

/** Tests that put something else in a module's place: a file that shares its modules with others would find it loaded. */
const replaced = 'test/replaced/**'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Many tests wait for other programs; with a worker more than there are processors, none of these rests meanwhile.
    maxWorkers: '150%',
    // Files share what they only read, the compiled schemas and the parsed examples; none changes what it imports.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['test/**/*.test.ts'], exclude: [...elsewhere, ...effects, replaced] },
      },
      { extends: true, test: { name: 'effects', include: effects.map(folder => `${folder}/*.test.ts`) } },
      {
        extends: true,
        test: { name: 'effects-replaced', include: [`${replaced}/*.test.ts`], isolate: true },
      },
    ],
  },
})
