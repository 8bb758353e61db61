import { describe, expect, test } from 'vitest'
import { type CloudObject, type Home, type StrayKind, straysAmong } from '../../lib/deliver/strays.ts'

const home = (
  stack: string,
  owner: string,
  kinds: readonly StrayKind[],
  names?: readonly string[],
): Home => ({
  stack,
  owner,
  kinds: new Set(kinds),
  isOurs: name => names === undefined || names.includes(name),
})
const homes = [
  home('system', 'project', ['network', 'router'], ['shebao']),
  home('system', 'project', ['flavor-access']),
  home('system', 'group', ['security-group-rule']),
  { ...home('unit', '', ['domain'], ['ours']), owner: undefined },
].map(({ owner, ...rest }) => (owner === undefined ? rest : { ...rest, owner }))

function object(kind: StrayKind, id: string, name: string, owner?: string): CloudObject {
  return owner === undefined ? { kind, id, name } : { kind, id, name, owner }
}

function strays(objects: readonly CloudObject[], known: readonly string[] = []) {
  return straysAmong(objects, homes, new Set(known)).map(({ stack, kind, id }) => `${stack} ${kind} ${id}`)
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
