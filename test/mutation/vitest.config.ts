import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { mode, tests } from './settings.ts'

const places = tests()
const worker = 'test/mutation/warm/worker.ts'

/** The folder's own tests first, since the first failure ends a run; what keeps a warm worker alive comes last. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(worker) ? places.length : places.findIndex(place => isIn(moduleId, place))
    return files.toSorted((a, b) => rank(a) - rank(b))
  }
}

function isIn(moduleId: string, place: string): boolean {
  return moduleId.includes(isFile(place) ? `/${place}` : `/${place}/`)
}

function isFile(place: string): boolean {
  return place.endsWith('.test.ts')
}

export default defineConfig({
  test: {
    include: [
      ...places.map(place => (isFile(place) ? place : `${place}/**/*.test.ts`)),
      ...(mode() === 'warm' ? [worker] : []),
    ],
    setupFiles: mode() === 'warm' ? ['test/mutation/warm/setup.ts'] : [],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 1,
    isolate: mode() === 'coverage',
    sequence: { sequencer: NearestFirst },
  },
})
