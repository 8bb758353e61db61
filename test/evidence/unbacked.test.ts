import { describe, expect, it } from 'vitest'
import {
  type BranchContents,
  type RecordedStretch,
  restsOn,
  unbackedBehind,
  unbackedFiles,
  unbackedFindings,
} from '../../lib/evidence/index.ts'
import { openingsOf } from '../../lib/network/exposure.ts'
import { loaded } from '../example-repository.ts'

const file = 'tenants/datong/dashuju/a.yaml'
const other = 'tenants/datong/dashuju/b.yaml'

/** By commit, the content of the two files. */
const commits: Readonly<Record<string, readonly [string, string]>> = {
  a: ['1', '1'],
  b: ['2', '1'],
  c: ['2', '2'],
  back: ['1', '2'],
  on: ['3', '2'],
}
const contents = (one: string, two: string) =>
  new Map([
    [file, one],
    [other, two],
  ])
const contentsAt = (commit: string) => contents(...(commits[commit] ?? ['', '']))
const branch: BranchContents = {
  at: contentsAt,
  changesIn: stretches =>
    stretches.map(({ base, merge }) => {
      const [before, after] = [contentsAt(base.commit), contentsAt(merge.commit)]
      return [file, other]
        .map(one => ({ file: one, before: before.get(one), after: after.get(one) }))
        .filter(change => change.before !== change.after)
    }),
}
const at = (commit: string) => ({ commit, tree: commit })
const stretch = (number: number, base: string, merge: string, isApproved: boolean): RecordedStretch => ({
  record: { number, file: `evidence/2026/00000${number}.json` },
  isApproved,
  base: at(base),
  merge: at(merge),
})

describe('what evidence does not back', () => {
  const approved = [stretch(1, 'a', 'b', true), stretch(2, 'b', 'c', true)]
  const pushed = [stretch(1, 'a', 'b', false), stretch(2, 'b', 'c', true)]
  const found = (stretches: readonly RecordedStretch[], one: string, two: string) =>
    unbackedFiles(stretches, branch, contents(one, two)).map(({ file: of, record }) => [of, record?.number])

  it.each([
    ['nothing where all that is there is recorded and approved', approved, '2', '2', []],
    ['what has changed since the last record', approved, '2', '3', [[other, undefined]]],
    ['what came past the policy, and nothing that came after it', pushed, '2', '2', [[file, 1]]],
    [
      'nothing of what came past the policy and is taken back by a recorded change',
      takenBack(),
      '1',
      '2',
      [],
    ],
    [
      'nothing of what a push puts back that another push had changed',
      [stretch(1, 'a', 'b', false), stretch(2, 'b', 'a', false)],
      '1',
      '1',
      [],
    ],
    [
      'nothing of what is approved once that is taken back',
      [...takenBack(), stretch(3, 'back', 'on', true)],
      '3',
      '2',
      [],
    ],
    [
      'what is approved on top of it while it still is',
      [...pushed, stretch(3, 'c', 'on', true)],
      '3',
      '2',
      [[file, 1]],
    ],
    [
      'what a push sets back to how it was before an approval',
      [stretch(1, 'back', 'on', true), stretch(2, 'on', 'back', false)],
      '1',
      '2',
      [[file, 2]],
    ],
    [
      'what comes past the policy again',
      [...takenBack(), stretch(3, 'back', 'on', true), stretch(4, 'on', 'back', false)],
      '1',
      '2',
      [[file, 4]],
    ],
    [
      'both, where what came past the policy is taken back and no record holds that',
      pushed,
      '1',
      '2',
      [[file, undefined]],
    ],
    [
      'everything where there is no record',
      [],
      '1',
      '1',
      [
        [file, undefined],
        [other, undefined],
      ],
    ],
  ] as const)('is %s', (_title, stretches, one, two, wanted) => {
    expect(found(stretches, one, two)).toEqual(wanted)
  })

  function takenBack() {
    return [stretch(1, 'a', 'b', false), stretch(2, 'b', 'back', true)]
  }

  it('has what was approved last in the commit before its record', () => {
    const [past] = unbackedFiles(pushed, branch, contents('2', '2'))
    expect(past?.since).toBe('a')
  })

  it('is of a file that is gone since', () => {
    const now = new Map([[file, '2']])
    expect(unbackedFiles(approved, branch, now)).toEqual([
      { file: other, record: undefined, backed: '2', since: 'c' },
    ])
  })

  it.each([
    [file, 'datong/dashuju/a', true],
    [file, 'datong/dashuju/ab', false],
    [file, 'datong/dashuju', false],
    [file, undefined, false],
    ['tenants/datong/dashuju/unit.yaml', 'datong/dashuju/a', true],
    ['tenants/datong/dashuju/unit.yaml', 'datong/dashuju', true],
    ['tenants/datong/dashu/unit.yaml', 'datong/dashuju', false],
    ['catalogue/people.yaml', undefined, true],
  ])('of %s concerns the stack of %s: %s', (changed, address, concerned) => {
    expect(restsOn(address, changed)).toBe(concerned)
  })

  it('concerns a stack by a system whose network it lets in, and no other', () => {
    const { model } = loaded()
    const pair = model.systems.flatMap(({ address, value }) =>
      openingsOf(value).flatMap(({ peerText }) => {
        const peer = /^system:(.+)$/.exec(peerText)?.[1]
        return peer === undefined ? [] : [{ address, peer: `${value.metadata.jurisdiction}/${peer}` }]
      }),
    )[0]
    if (pair === undefined) throw new Error('nobody lets anybody in')
    const unbacked = [pair.peer, pair.address, 'datong/no/body'].map(one => ({
      file: `tenants/${one}.yaml`,
      record: undefined,
      backed: undefined,
      since: undefined,
    }))
    expect(unbackedBehind(model, unbacked, [{ address: pair.address }])).toEqual(unbacked.slice(0, 2))
    expect(unbackedBehind(model, unbacked, [{}])).toEqual([])
  })

  it('is told by record, with who may approve it', () => {
    const { model } = loaded()
    const profile = model.catalogue.jurisdictions.get('datong')?.value
    const manager = profile?.roles.manager?.name ?? 'nobody'
    const record = { number: 2, file: 'evidence/2026/000002.json' }
    const told = unbackedFindings(model, [
      { file, record, backed: undefined, since: 'abcdefabcdef0000' },
      { file: other, record, backed: undefined, since: 'fedcba' },
      { file, record: undefined, backed: undefined, since: undefined },
    ])
    const compared = /tenantry diff (\w+)/
    expect(
      told.map(({ code, record: where, message }) => [
        code,
        where,
        message.zh.includes(manager),
        compared.exec(message.en)?.[1],
        compared.exec(message.zh)?.[1],
      ]),
    ).toEqual([
      ['TY4516', 'evidence/2026/000002.json', true, 'abcdefabcdef', 'abcdefabcdef'],
      ['TY4515', 'evidence', false, undefined, undefined],
    ])
  })
})
