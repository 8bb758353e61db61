import { describe, expect, it } from 'vitest'
import { type StackStatus, selectorOf, waitingOf } from '../../lib/deliver/stack-status.ts'

const status: StackStatus = {
  stack: 's',
  kind: 'system',
  zone: 'internet',
  selector: 'system:a/b/c@internet',
  claim: 'wanted',
  state: { backend: 'local', file: '/state/s.tfstate' },
  resources: 20,
  unrecorded: false,
  removing: false,
  last: undefined,
}
const last = { id: 'r', command: 'apply', startedAt: '2026-11-23T04:00:00Z', code: undefined } as const

function commandsOf(members: Partial<StackStatus>): readonly string[] {
  return waitingOf({ ...status, ...members }).map(({ command }) => command)
}

const destroy = 'tenantry destroy s --confirm s'
const leave = `${destroy} --without-papers REASON`

describe('a stack', () => {
  it.each<[string, Partial<StackStatus>, readonly string[]]>([
    ['that stands waits for nothing', {}, []],
    ['whose backend was not asked waits for nothing', { resources: undefined }, []],
    ['that was never applied', { resources: 0 }, ['tenantry apply s']],
    ['of which a run left something', { unrecorded: true }, ['tenantry apply s']],
    ['whose removal was broken off', { removing: true }, [destroy]],
    ['that has ended', { claim: 'ended' }, ['tenantry apply --retire s']],
    ['that has ended and is gone', { claim: 'ended', resources: 0 }, []],
    [
      'that has ended in a backend that was not asked',
      { claim: 'ended', resources: undefined },
      ['tenantry apply --retire s'],
    ],
    [
      'that has ended and whose removal was broken off',
      { claim: 'ended', resources: 0, removing: true },
      ['tenantry apply --retire s'],
    ],
    ['that nobody speaks of', { claim: 'leaked' }, [leave]],
    ['whose last run failed', { last: { ...last, status: 'failed', code: 'TY6205' } }, ['tenantry plan s']],
    ['whose last run was cut off', { last: { ...last, status: 'pending' } }, ['tenantry plan s']],
    ['whose last run succeeded', { last: { ...last, status: 'unchanged' } }, []],
  ])('%s', (_, members, commands) => {
    expect(commandsOf(members)).toEqual(commands)
  })

  it('is told by the code of its last failure', () => {
    const [wait] = waitingOf({ ...status, last: { ...last, status: 'failed', code: 'TY6205' } })
    expect(wait?.what.en).toContain('TY6205')
  })
})

describe('the selector of a stack', () => {
  it.each([
    ['platform', undefined, 'platform:internet'],
    ['unit', 'a/b', 'unit:a/b@internet'],
    ['system', 'a/b/c', 'system:a/b/c@internet'],
  ] as const)('names a %s alone', (kind, address, selector) => {
    const stack = { name: 's', kind, zone: 'internet', after: [] }
    expect(selectorOf(address === undefined ? stack : { ...stack, address })).toBe(selector)
  })
})
