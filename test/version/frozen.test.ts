// A repository of each form that files ever had, frozen: whatever comes later, what was written stays readable, grants what
// it granted, and its evidence stays whole.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkRepository } from '../../lib/check/index.ts'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { grantsOn } from '../../lib/entitlement/index.ts'
import { canonicalText } from '../../lib/evidence/canonical.ts'
import { decisionsOf, verifyRecords } from '../../lib/evidence/index.ts'
import { openRepository } from '../../lib/read/index.ts'
import { understand } from '../../lib/repository/index.ts'
import { newestVersion } from '../../lib/version/index.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { signersIn } from '../../scripts/workspace/signers.ts'
import { storedEvidence } from '../../scripts/workspace/stored-evidence.ts'
import { jobsOf } from '../../stacks/job.ts'
import { synthesise } from '../../stacks/synthesise.ts'

const home = join(packageRoot, 'test/fixtures/versions')
const versions = readdirSync(home)
/** One on which everything runs, and one on which whoever looks has it all behind him. */
const [day, today] = ['2026-06-20', '2026-11-23']

function frozen(version: string) {
  const root = join(home, version)
  const opened = openRepository(root)
  const people = opened.files.find(({ kind }) => kind === 'people')
  const stored = storedEvidence({ root, environment: {} }, join(root, 'evidence'))
  const evidence = verifyRecords(stored?.records ?? [], signersIn(people))
  const { answers } = decisionsOf(evidence.records)
  const { model, findings } = understand(opened, { asOf: day, today }, { answers })
  if (model === undefined) throw new Error(`${version} is not understood`)
  return { opened, evidence, model, findings: [...findings, ...checkRepository(model)] }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

it('has a repository of every form, up to the newest', () => {
  expect(versions.map(version => `tenantry/${version}`)).toContain(newestVersion)
})

describe.each(versions)('the repository of form %s', version => {
  const { opened, evidence, model, findings } = frozen(version)

  it('is of that form', () => {
    for (const { file } of opened.files)
      expect(readFileSync(join(home, version, file), 'utf8')).toContain(`apiVersion: tenantry/${version}\n`)
  })

  it('is understood without a fault', () => {
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('has evidence that is whole, in every form that records had by then', () => {
    expect(evidence.findings).toEqual([])
    expect(evidence.records.map(({ number, status, answers }) => [number, status, answers.length])).toEqual([
      [1, 'approved', 0],
      [2, 'approved', 1],
      [3, 'approved', 1],
    ])
  })

  // A stack's digest becomes another when what stacks hold is meant to: update it then, after a look at the difference.
  it('grants what it granted, and comes to the same stacks', async () => {
    const { stacks, findings: ofStacks } = await synthesise(jobsOf(outlineOf(model)), { workers: 0 })
    expect(ofStacks).toEqual([])
    const digests = {
      grants: model.systems.map(({ address, value }) => {
        const grants = Object.fromEntries(grantsOn(value, day))
        return `${address} ${digest(canonicalText(grants))}`
      }),
      stacks: [...stacks].map(([name, text]) => `${name} ${digest(text)}`),
    }
    await expect(`${JSON.stringify(digests, undefined, 2)}\n`).toMatchFileSnapshot(`${version}.json`)
  })
})
