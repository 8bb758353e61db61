import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EvidenceRecord } from '../../../lib/evidence/index.ts'
import { recordNew } from '../../../scripts/evidence/index.ts'
import { type Scratch, scratchAt } from '../git/scratch.ts'
import { temporaryDirectory, testDay } from '../harness.ts'
import { approvedChange, evidenceSince, oneMoreAsked, replaceIn, xueji } from './approved-change.ts'
import { type On, verifiedInstead, type WrittenRecord } from './written-instead.ts'

const people = 'catalogue/people.yaml'
const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }

async function foundIn(on: On, record: EvidenceRecord): Promise<readonly string[]> {
  const { found, decidedAgain } = await verifiedInstead(on, on, 'main', record)
  // Along a chain that is broken nothing is decided again.
  const isBroken = found.some(one => /^TY450|^TY4527/.test(one))
  expect(decidedAgain).toEqual(
    isBroken
      ? { count: 0, undecidable: [1], otherVersions: [] }
      : { count: 1, undecidable: [], otherVersions: [] },
  )
  return found
}

async function recorded(
  on: On,
): Promise<EvidenceRecord & { readonly facts: NonNullable<EvidenceRecord['facts']> }> {
  on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  on.publish(on.head)
  const [written] = await recordNew(on.recording)
  if (written?.record.facts == null) throw new Error('no record of a change')
  return { ...written.record, facts: written.record.facts }
}

/** The record with the authority's approval counted, whatever it was. */
function approvedBy(record: EvidenceRecord, person: string): EvidenceRecord {
  const by = [{ review: '10', person, at: `${testDay}T01:00:00.000Z` }]
  const parts = record.decision.parts.map(part => ({
    ...part,
    status: 'approved',
    steps: part.steps.map(step => ({ ...step, by })),
    ignored: [],
  }))
  return { ...record, decision: { status: 'approved', objections: [], parts, void: [] } }
}

const system = 'ningwu/jiaoyuju/xueji-guanli'

describe('a record that somebody with the recorder’s key has written otherwise', () => {
  it('is found by its own reviews, pushes, contents and grants', async () => {
    const on = await approvedChange(edits)
    const record = await recorded(on)
    const { facts, decision, answers } = record
    const [review] = facts.reviews
    const [answer] = answers
    if (review === undefined || answer === undefined) throw new Error('nothing was decided')
    expect(await foundIn(on, record)).toEqual([])

    const step = `TY4528 record 1 #7: ${system} change, review lacks 1, review 10 (P-3) does not count`
    const withFacts = (more: Partial<typeof facts>) =>
      foundIn(on, { ...record, facts: { ...facts, ...more } })
    expect(await withFacts({ reviews: [] })).toEqual([`${step}: there is no such review (NW-2.5)`])
    expect(await withFacts({ opener: 3 })).toEqual([`${step}: its giver has a part in the change (NW-2.5)`])
    const pushedToo = [...facts.pushes, { account: 3, head: on.head }]
    expect(await withFacts({ pushes: pushedToo })).toEqual([
      `${step}: its giver has a part in the change (NW-2.5)`,
    ])
    const ofBase = await withFacts({ reviews: [{ ...review, commit: on.base }] })
    expect(ofBase).toEqual([`${step}: its commit is not here, or conflicts (NW-2.5)`])
    expect(await withFacts({ reviews: [{ ...review, account: 9 }] })).toEqual([
      `${step}: the table of people has no such account on its day (NW-2.5)`,
    ])
    const refused = {
      ...review,
      id: '11',
      state: 'refuse',
      at: `${testDay}T01:30:00.000Z`,
      place: 150,
    } as const
    expect(await withFacts({ reviews: [review, refused] })).toEqual([
      `${step}: its giver has refused since (NW-2.5)`,
    ])
    expect(await withFacts({ target: 'dev' })).toEqual(['TY4528 record 1 #7: it may not be approved: TY4412'])

    const tree = record.base.tree
    expect(await foundIn(on, { ...record, contents: { ...record.contents, [on.head]: tree } })).toEqual([
      `TY4528 record 1 #7: commit ${on.head.slice(0, 12)} has another content than it says`,
    ])
    const other = { reviews: [{ ...review, commit: on.base }] }
    const contents = { ...record.contents, [on.base]: tree }
    expect(await foundIn(on, { ...record, facts: { ...facts, ...other }, contents })).toEqual([
      `${step}: it is of other content (NW-2.5)`,
    ])

    const more = JSON.parse(JSON.stringify(answers).replace('"quantity":3', '"quantity":9'))
    const grant = `TY4528 record 1 #7: ${system}: other decisions or grants than were requested`
    expect(await foundIn(on, { ...record, answers: more })).toEqual([grant])
    expect(await foundIn(on, { ...record, answers: [] })).toEqual([grant])
    expect(await foundIn(on, { ...record, answers: [answer, answer] })).toEqual([grant])
    expect(await foundIn(on, { ...record, evidenceFrom: null })).toEqual([
      'TY4528 record 1 #7: another day from which evidence decides',
    ])
    expect(await foundIn(on, { ...record, ratifies: [1] })).toEqual([expect.stringMatching(/^TY4527/)])
    expect(await foundIn(on, approvedBy(record, 'P-4'))).toEqual([
      `TY4528 record 1 #7: ${system} change review: it says P-4 (10), and its reviews P-3 (10) (NW-2.5)`,
    ])
    expect(await foundIn(on, { ...record, decision: { ...decision, parts: [] } })).toEqual([
      `TY4528 record 1 #7: ${system} change review: it says -, and its reviews P-3 (10) (NW-2.5)`,
    ])
    const unapproved = { ...decision, status: 'unapproved' } as const
    expect(await foundIn(on, { ...record, decision: unapproved, answers: [] })).toEqual([
      'TY4513 1 #7',
      'TY4528 record 1 #7: it says unapproved, and its reviews approve',
    ])
    const pushed = { ...record, facts: null, contents: {} }
    expect(await foundIn(on, pushed)).toEqual(['TY4528 record 1: it may not be approved: TY4513'])
  }, 120_000)

  it.each([
    ['whose office ended', `P-3, jurisdiction: ningwu, roles: [authority], from: 2026-01-01, to: 2026-11-22`],
    ['whose office begins later', `P-3, jurisdiction: ningwu, roles: [authority], from: 2026-11-24`],
  ])(
    'is found by somebody %s',
    async (_, office) => {
      const before = (made: Scratch) => {
        edits.before(made)
        replaceIn(made, people, 'P-3, jurisdiction: ningwu, roles: [authority], from: 2026-01-01', office)
      }
      const on = await approvedChange({ ...edits, before })
      const record = await recorded(on)
      expect(record.decision.status).toBe('unapproved')
      expect(await foundIn(on, approvedBy(record, 'P-3'))).toEqual([
        expect.stringMatching(
          /^TY4528 record 1 #7: .* review lacks 1, review 10 \(P-3\) does not count: .*office.* \(NW-2\.5\)$/,
        ),
      ])
    },
    120_000,
  )

  it('is found by a deputy who stood in for somebody once', async () => {
    const deputy = (to: string) => (made: Scratch) => {
      edits.before(made)
      replaceIn(
        made,
        people,
        'signers:',
        `deputies:\n  - { person: P-3, of: P-8, jurisdiction: ningwu, roles: [authority], from: 2026-11-01, to: ${to}, paper: 宁政任〔2026〕3号 }\nsigners:`,
      )
      replaceIn(made, people, 'P-3, jurisdiction: ningwu', 'P-8, jurisdiction: ningwu')
    }
    const late = await approvedChange({ ...edits, before: deputy('2026-11-22') })
    const record = await recorded(late)
    expect(record.decision.status).toBe('unapproved')
    expect(await foundIn(late, approvedBy(record, 'P-3'))).toEqual([
      expect.stringMatching(
        /^TY4528 record 1 #7: .*review 10 \(P-3\) does not count: .*office.* \(NW-2\.5\)$/,
      ),
    ])
    const inTime = await approvedChange({ ...edits, before: deputy(testDay) })
    const rightly = await recorded(inTime)
    expect([rightly.decision.status, await foundIn(inTime, rightly)]).toEqual(['approved', []])
  }, 120_000)
})

describe('a record that names another version of the tool', () => {
  it('is decided again without its rules, and told with what those of this one refuse', async () => {
    const edited = (made: Scratch) => {
      oneMoreAsked(made)
      replaceIn(made, xueji, 'XJ-QY-2023, on: 2023-05-09', 'XJ-QY-2023, on: 2023-05-08')
    }
    const on = await approvedChange({ ...edits, change: edited })
    const record = await recorded(on)
    const refused = record.decision.objections
    expect([record.decision.status, refused]).toEqual(['unapproved', ['TY4001']])
    const forged = { ...approvedBy(record, 'P-3'), tool: '0.0.9' }
    const { found, decidedAgain } = await verifiedInstead(on, on, 'main', forged)
    expect(decidedAgain).toEqual({
      count: 1,
      undecidable: [],
      otherVersions: [{ tool: '0.0.9', records: 1 }],
    })
    expect(found).toContain('TY4531 1')
    expect(found).not.toContain('TY4532 1')
    expect((await verifiedInstead(on, on, 'main', { ...forged, tool: 'any' })).found).toContain('TY4532 1')
    // Of this version it may not be approved.
    expect(await foundIn(on, { ...forged, tool: record.tool })).toContain(
      'TY4528 record 1 #7: it may not be approved: TY4001',
    )
  }, 120_000)
})

describe('a record whose reviewed commits are gone', () => {
  it('is decided again by the contents that it keeps, and an older one counts as undecided', async () => {
    const on = await approvedChange(edits)
    on.git('merge', '--quiet', '--squash', 'change')
    on.commit('squashed')
    on.publish(on.head)
    const [written] = await recordNew(on.recording)
    if (written === undefined) throw new Error('no record')
    const clone = scratchAt(join(temporaryDirectory(), 'clone'))
    execFileSync('git', ['clone', '--quiet', '--no-local', on.remote, clone.root], { stdio: 'ignore' })
    expect(() => clone.git('cat-file', '-e', on.head)).toThrow()
    const again = (record: WrittenRecord) => verifiedInstead(on, clone, 'origin/main', record)
    expect(await again(written.record)).toEqual({
      found: [],
      decidedAgain: { count: 1, undecidable: [], otherVersions: [] },
    })
    const { contents, ...older } = written.record
    const otherwise = { ...contents, [on.head]: written.record.base.tree }
    expect((await again({ ...written.record, contents: otherwise })).found).toEqual([
      expect.stringMatching(/^TY4528 .*review 10 \(P-3\) does not count: it is of other content/),
    ])
    expect(await again({ ...older, schema: 'tenantry-evidence/v2' })).toEqual({
      found: ['TY4529 1'],
      decidedAgain: { count: 0, undecidable: [1], otherVersions: [] },
    })
  }, 120_000)
})
