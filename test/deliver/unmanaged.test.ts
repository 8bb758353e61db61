import { describe, expect, test } from 'vitest'
import { type CloudObject, type OwnerScope, unmanagedAmong } from '../../lib/deliver/unmanaged.ts'
import type { UnmanagedKind } from '../../lib/resource-types/index.ts'

const kinds = (...of: readonly UnmanagedKind[]) => ({ kinds: new Set(of) })
const named = (ours: string) => ({ isOurs: (name: string) => name === ours })
const anyName = { isOurs: () => true }
const homes: readonly OwnerScope[] = [
  { stack: 'system', owner: 'project', ...kinds('network', 'router'), ...named('shebao') },
  { stack: 'system', owner: 'project', ...kinds('flavor-access'), ...anyName },
  { stack: 'system', owner: 'group', ...kinds('security-group-rule'), ...anyName },
  { stack: 'unit', ...kinds('domain'), ...named('ours') },
]

function object(kind: UnmanagedKind, id: string, name: string, owner?: string): CloudObject {
  return owner === undefined ? { kind, id, name } : { kind, id, name, owner }
}

function strays(objects: readonly CloudObject[], known: readonly string[] = []) {
  return unmanagedAmong(objects, homes, new Set(known)).map(({ stack, kind, id }) => `${stack} ${kind} ${id}`)
}

describe('what lies in our places and is in no state', () => {
  test('is named, in order', () => {
    const objects = [
      object('domain', 'd', 'ours'),
      object('security-group-rule', 'r2', '', 'group'),
      object('security-group-rule', 'r1', '', 'group'),
      object('network', 'n', 'shebao', 'project'),
      object('flavor-access', 'f/project', 'whatever', 'project'),
    ]
    expect(strays(objects)).toEqual([
      'system flavor-access f/project',
      'system network n',
      'system security-group-rule r1',
      'system security-group-rule r2',
      'unit domain d',
    ])
  })

  test.each([
    ['in a state', object('network', 'known', 'shebao', 'project')],
    ['called otherwise', object('network', 'n', 'their own', 'project')],
    ['in a place of others', object('network', 'n', 'shebao', 'elsewhere')],
    ['of a kind that a tenant makes', object('subnet', 's', 'shebao', 'project')],
    ['a domain of others', object('domain', 'd', 'other')],
    ['a domain’s namesake inside a project', object('domain', 'd', 'ours', 'project')],
  ])('is not what is %s', (_, other) => {
    expect(strays([other], ['known'])).toEqual([])
  })
})
