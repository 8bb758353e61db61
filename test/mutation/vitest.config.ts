import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { mode, tests } from './settings.ts'

const folders = tests()
const worker = 'test/mutation/warm/worker.ts'

/** The folder's own tests first, since the first failure ends a run; what keeps a warm worker alive comes last. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(worker)
        ? folders.length
        : folders.findIndex(folder => moduleId.includes(`/${folder}/`))
    return files.toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: [...folders.map(folder => `${folder}/**/*.test.ts`), ...(mode() === 'warm' ? [worker] : [])],
    setupFiles: mode() === 'warm' ? ['test/mutation/warm/setup.ts'] : [],
    testTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 1,
    isolate: mode() === 'coverage',
    sequence: { sequencer: NearestFirst },
  },
})
