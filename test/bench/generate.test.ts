import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commitAll } from '../commit-all.ts'
import { runHere, temporaryDirectory, testDay } from '../scripts/harness.ts'
import { closePort, generateRepository } from './generate.ts'
import { generateEvidence } from './generate-evidence.ts'

it('measures a repository and a change that nothing is wrong with', async () => {
  const root = join(temporaryDirectory(), 'data')
  generateRepository(root, 2)
  commitAll(root)
  closePort(root, 0)
  const run = await runHere(['validate', '--root', root, '--base', 'HEAD', '--at', testDay])
  expect(run.status, run.stdout).toBe(0)
  expect(() => closePort(root, 0)).toThrow('no rule')
})

it('measures evidence that is whole, and whose every record is decided again', async () => {
  const root = join(temporaryDirectory(), 'data')
  generateRepository(root, 2)
  generateEvidence(root, { systems: 2, records: 3 })
  const { status, stdout } = await runHere(['audit', 'verify', '--root', root, '--json'])
  expect([status, JSON.parse(stdout)]).toMatchObject([
    0,
    { records: 3, decidedAgain: { count: 3, undecidable: [], otherVersions: [] }, findings: [] },
  ])
})
