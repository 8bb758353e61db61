import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { statusOfDecision } from '../../../lib/approval/index.ts'
import { withDelivery } from '../../../scripts/terraform/delivery.ts'
import { decidedChange } from '../../../scripts/workspace/decided-change.ts'
import { outlineIn } from '../../../scripts/workspace/outline.ts'
import { loadRepository } from '../../../scripts/workspace/repository.ts'
import { unbackedIn } from '../../../scripts/workspace/unbacked.ts'
import type { Scratch } from '../git/scratch.ts'
import { runHere, temporaryDirectory, testDay } from '../harness.ts'
import {
  appendTo,
  approvedChange,
  evidenceSince,
  oneMoreAsked,
  platform,
  replaceIn,
  typedApproval,
  xueji,
} from './approved-change.ts'

const address = 'ningwu/jiaoyuju/xueji-guanli'

const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }

describe('the life of a request whose decision comes from evidence', () => {
  it('goes from its review over the record to what stands in the cloud', async () => {
    const on = await approvedChange(edits)
    const { place, pinned } = on.recording
    const look = (more = {}) => {
      const { model, findings, decisions } = loadRepository({ ...place, ...more })
      const system = model?.systemByAddress.get(address)
      const [extranet] = (model && outlineIn(model).zones.filter(({ zone }) => zone.id === 'extranet')) ?? []
      return {
        events: system?.value.history.slice(-2).map(({ event, on: day }) => `${event} ${day}`),
        cores: extranet?.systems.find(one => one.address === address)?.record().quota.compute.cores,
        errors: findings.filter(({ severity }) => severity === 'error').map(({ code, file }) => [code, file]),
        number: decisions.number,
      }
    }
    const granted = 8
    const environment = { PATH: process.env.PATH }

    expect(look).toThrow(/TY4514/)
    const now = { sources: [], findings: [] }
    const { decision, objections } = decidedChange({ place, pinned, facts: on.open(), now })
    expect([statusOfDecision(decision, objections), objections]).toEqual(['approved', []])

    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    expect(look).toThrow(/TY4514/)

    expect(await on.record()).toEqual([[1, 'approved']])
    const { stdout } = await runHere(['status', address, '--json'], { cwd: on.root, environment })
    expect(JSON.parse(stdout)).toMatchObject({
      evidence: { number: 1, commit: on.git('rev-parse', 'HEAD') },
      systems: [{ state: { id: 'change-approved' } }],
    })
    // A commit is delivered from a copy of its files, which has no evidence beside it.
    const delivered = await withDelivery(place, { dirty: false }, async ({ delivery }) => delivery)
    expect(delivered?.source).toEqual({ commit: on.git('rev-parse', 'HEAD'), dirty: false, evidence: 1 })
    expect(delivered?.unbackedOf(delivered.stacks)).toEqual([])
    const decided = {
      events: [`change-submitted ${testDay}`, `change-approved ${testDay}`],
      cores: granted + 4,
      errors: [],
      number: 1,
    }
    expect(look()).toEqual(decided)

    const unbacked = () => {
      const { decisions, sources } = loadRepository(place)
      return unbackedIn(place, decisions, sources).map(({ file, record }) => [file, record?.number])
    }
    expect(unbacked()).toEqual([])
    appendTo(on, xueji, '# straight to main\n')
    on.commit('straight to main')
    on.publish()
    expect(unbacked()).toEqual([[xueji, undefined]])
    const apply = await runHere(['apply', address, '--yes', '--lang', 'en'], { cwd: on.root, environment })
    expect([apply.status, apply.stdout + apply.stderr]).toEqual([1, expect.stringContaining('TY4515')])
    expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
    expect(unbacked()).toEqual([[xueji, 2]])

    // Neither another day nor a direct push takes evidence out of force.
    expect(look({ today: '2026-11-22' }).number).toBe(2)
    replaceIn(on, platform, `evidence: { from: ${testDay} }\n`, '')
    on.commit('without evidence')
    on.publish()
    expect(await on.record()).toEqual([[3, 'unapproved', 'TY4513']])
    const pushed = await withDelivery(
      place,
      { dirty: false, strict: false },
      async ({ delivery }) => delivery,
    )
    expect(pushed?.unbackedOf(pushed.stacks).map(({ code, record }) => [code, record])).toEqual([
      ['TY4516', 'evidence/2026/000002.json'],
      ['TY4516', 'evidence/2026/000003.json'],
    ])
    // Whoever breaks the evidence too gains nothing by it.
    const evidence = on.git('rev-parse', 'refs/tenantry/evidence')
    on.git('checkout', '--quiet', '-B', 'broken', evidence)
    appendTo(on, `${testDay.slice(0, 4)}/000001.json`, '\n')
    on.git('update-ref', 'refs/tenantry/evidence', on.commit('broken'))
    on.git('checkout', '--quiet', 'main')
    await expect(withDelivery(place, { dirty: false }, async () => {})).rejects.toThrow(/TY45/)
    on.git('update-ref', 'refs/tenantry/evidence', evidence)
    on.git('checkout', '--quiet', 'HEAD~1', '--', platform)
    // A key that is escaped is the same key.
    replaceIn(on, platform, 'evidence: {', '"\\u0065vidence": {')
    expect(look().number).toBe(3)
    on.git('checkout', '--quiet', 'HEAD~1', '--', platform)

    appendTo(on, xueji, typedApproval)
    expect(look().errors).toContainEqual(['TY3513', xueji])
    on.git('checkout', '--quiet', '--', xueji)

    on.git('update-ref', '-d', 'refs/tenantry/evidence')
    expect(look).toThrow(/git fetch origin tenantry\/evidence/)

    const folder = temporaryDirectory()
    on.git('--work-tree', folder, 'checkout', evidence, '--', '.')
    on.git('reset', '--quiet')
    writeFileSync(`${folder}/2025`, 'no folder of records')
    expect(look({ evidence: folder })).toEqual({ ...decided, number: 3 })
    const record = `${folder}/2026/000001.json`
    writeFileSync(record, readFileSync(record, 'utf8').replace('"quantity":3', '"quantity":9'))
    expect(() => look({ evidence: folder })).toThrow(/TY4501/)
  }, 120_000)
})
