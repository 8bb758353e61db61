import { toolVersion } from '../workspace/package-root.ts'
import { type Check, ok } from './check.ts'

/** The launcher has seen to both already, or this would not run: here they are named, for whoever reads a report. */
export const tool: Check = {
  name: 'tool',
  run: async () => {
    const what = `tenantry ${toolVersion()}, Node.js ${process.versions.node}`
    return [ok(what, what)]
  },
}
