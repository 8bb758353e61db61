import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordNew } from '../../../scripts/evidence/index.ts'
import type { Scratch } from '../git/scratch.ts'
import { testDay } from '../harness.ts'
import {
  appendTo,
  approvedChange,
  evidenceSince,
  keyIn,
  oneMoreAsked,
  platform,
  replaceIn,
  typedApproval,
  xueji,
} from './approved-change.ts'

const codesOf = ({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
  findings.map(({ code }) => code)

describe('what has come to the target branch', () => {
  it('is recorded once, verifies offline, and is told of until it is recorded', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    expect(await on.record()).toEqual([[1, 'approved']])
    expect(await on.record()).toEqual([])
    expect(codesOf(await on.verified())).toEqual([])
    on.write('docs/x.md', 'x\n')
    on.commit('straight to main')
    on.publish()
    expect(codesOf(await on.verified())).toEqual(['TY4512'])
    expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
    expect(codesOf(await on.verified())).toEqual(['TY4513'])
  }, 120_000)

  it('is recorded as exactly that where it was pushed over the approval', async () => {
    const on = await approvedChange()
    on.git('checkout', '--quiet', 'change')
    appendTo(on, xueji, '# pushed over\n')
    const over = on.commit('pushed over')
    on.git('checkout', '--quiet', 'main')
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(over)
    const [written] = await recordNew(on.recording)
    expect(written?.record.decision).toMatchObject({
      status: 'unapproved',
      parts: [{ status: 'open', ignored: [{ review: '10', reason: 'other-content' }] }],
    })
  }, 120_000)

  it.each(['squash', 'rebase'])(
    'is judged by its content after a %s, and what was pushed beside it by itself',
    async method => {
      const on = await approvedChange()
      on.write('docs/x.md', 'x\n')
      on.commit('straight to main')
      if (method === 'squash') {
        on.git('merge', '--quiet', '--squash', 'change')
        on.commit('squashed')
      } else on.git('cherry-pick', 'change')
      on.publish(on.head)
      expect(await on.record()).toEqual([
        [1, 'unapproved', 'TY4513'],
        [2, 'approved'],
      ])
      expect(codesOf(await on.verified())).toEqual(['TY4513'])
    },
    120_000,
  )

  it('is recorded once by two at once', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const { changeAt } = on.recording
    const byOther: unknown[] = []
    const aSecondLater = () => `${testDay}T03:00:01.000Z`
    const slowly: typeof changeAt = async commit => {
      // Between the look and the push, somebody else writes; at the same instant it would be the same commit.
      if (byOther.length === 0) byOther.push(...(await on.record({ clock: aSecondLater })))
      return await changeAt(commit)
    }
    expect(await on.record({ changeAt: slowly })).toEqual([])
    expect(byOther).toEqual([[1, 'approved']])
    expect([(await on.verified()).records.length, codesOf(await on.verified())]).toEqual([1, []])
  }, 120_000)

  it('is not recorded by a key that cannot sign, nor where what is written would count for nothing', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await expect(on.record({ keyFile: join(on.keys, 'none') })).rejects.toThrow(/TY4522/)
    await expect(on.record({ from: undefined })).rejects.toThrow(/TY4511/)
    await expect(on.record({ keyFile: keyIn(on.keys, 'stranger') })).rejects.toThrow(/TY4523.*TY4507/)
    const tooEarly = () => '2025-12-31T03:00:00.000Z'
    await expect(on.record({ clock: tooEarly })).rejects.toThrow(/TY4523.*TY4508/)
    // Nothing of that stands on the branch.
    expect(await on.record()).toEqual([[1, 'approved']])
    on.write('docs/x.md', 'x\n')
    on.commit('straight to main')
    on.publish()
    const setBack = () => `${testDay}T02:59:59.999Z`
    await expect(on.record({ clock: setBack })).rejects.toThrow(/TY4523.*TY4503/)
    const { pinned } = on.recording
    await expect(on.record({ pinned: { ...pinned, repository: 2 } })).rejects.toThrow(/TY4523.*TY4503/)
    expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
  }, 120_000)

  it('is not recorded behind evidence that is broken', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await on.record()
    on.git('checkout', '--quiet', '-B', 'forged', 'refs/tenantry/evidence')
    appendTo(on, `${testDay.slice(0, 4)}/000001.json.sig`, 'x')
    on.commit('edited')
    on.git('push', '--quiet', on.remote, 'forged:tenantry/evidence')
    await expect(on.record()).rejects.toThrow(/TY4501|TY4506/)
  }, 120_000)

  const askedAndApproved = (made: Scratch) => {
    oneMoreAsked(made)
    appendTo(made, xueji, typedApproval)
  }

  it('is judged by the day on which it came, however late it is recorded', async () => {
    const later = '2026-11-24'
    const on = await approvedChange({ before: made => evidenceSince(made, later), change: askedAndApproved })
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const place = { ...on.recording.place, today: later, actualToday: later }
    expect(await on.record({ place, clock: () => `${later}T03:00:00.000Z` })).toEqual([[1, 'approved']])
  }, 120_000)

  it('keeps the day from which evidence decides where a push moves it, and a change after it does not', async () => {
    const day = '2026-12-01'
    const before = (made: Scratch) => evidenceSince(made, day)
    const on = await approvedChange({ before, change: made => appendTo(made, xueji, '# a note\n') })
    replaceIn(on, platform, `evidence: { from: ${day} }\n`, '')
    on.commit('straight to main')
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    const written = await recordNew(on.recording)
    expect(written.map(({ record: { decision, evidenceFrom } }) => [decision.status, evidenceFrom])).toEqual([
      ['unapproved', day],
      ['approved', day],
    ])
  }, 120_000)

  it('shows an edit, a removal and a tail that was cut off', async () => {
    const on = await approvedChange()
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publish(on.head)
    await on.record()
    on.write('docs/x.md', 'x\n')
    on.commit('straight to main')
    on.publish()
    await on.record()
    const whole = on.git('rev-parse', 'refs/tenantry/evidence')
    const found = async (...of: Parameters<typeof on.verified>) =>
      codesOf(await on.verified(...of)).filter(code => code !== 'TY4513')
    const { tip } = await on.verified()
    expect(tip?.number).toBe(2)
    expect(await found(whole, tip === undefined ? [] : [tip])).toEqual([])
    expect(await found(`${whole}~1`)).toEqual(['TY4512'])
    expect(await found(`${whole}~1`, tip === undefined ? [] : [tip])).toEqual(['TY4504', 'TY4512'])

    on.git('checkout', '--quiet', '-B', 'forged', whole)
    const file = join(on.root, `${testDay.slice(0, 4)}/000001.json`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"status":"approved"', '"status":"unapproved"'))
    expect(await found(on.commit('edited'))).toEqual(['TY4501', 'TY4505'])
    rmSync(file)
    expect(await found(on.commit('removed'))).toContain('TY4502')
  }, 120_000)
})
