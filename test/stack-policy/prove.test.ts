import { describe, expect, it } from 'vitest'
import { fileStart } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/resource-types/index.ts'
import { proveNames, proveStack, stackPolicyCodes } from '../../lib/stack-policy/index.ts'
import { backendTypes, stateKeys, statePaths } from './cases/backend.ts'
import { owners, projects } from './cases/ownership.ts'
import { openToAll, unprotected } from './cases/protection.ts'
import { providerConfigurations, providerRequirements } from './cases/provider.ts'
import { quotaNumbers, volumeTypeQuotas } from './cases/quotas.ts'
import { templatePlaces, templateTexts } from './cases/references.ts'
import { assignedRoles } from './cases/roles.ts'
import { externalNetworks, openResources, sharingPolicies } from './cases/sharing.ts'
import { attributes, blocks, lifecycles, resourceTypes } from './cases/structure.ts'
import { edited, findsIn, placedIn, soundStack, soundStacks, system } from './edits.ts'

const tables = {
  blocks,
  types: resourceTypes,
  attributes,
  lifecycles,
  'templates and references': templateTexts,
  'places of templates and references': templatePlaces,
  owners,
  projects,
  'what is open to everyone': openResources,
  'external networks': externalNetworks,
  'sharing policies': sharingPolicies,
  quotas: quotaNumbers,
  'quotas for volume types': volumeTypeQuotas,
  roles: assignedRoles,
  'the provider that is required': providerRequirements,
  'the provider as configured': providerConfigurations,
  'types of backends': backendTypes,
  'keys of states': stateKeys,
  'paths of states': statePaths,
  'ports and security groups': unprotected,
  'rules open to everyone': openToAll,
}

describe.each(Object.entries(tables))('the proof of %s', (_, cases) => {
  it.each(cases)('finds exactly what is wrong with $title', ({ finds, ...one }) => {
    expect(findsIn(edited(one))).toEqual(finds.toSorted())
  })
})

describe('the proof', () => {
  it.each([
    {},
    { backend: { type: 'pg' } },
    { backend: { type: 's3', bucket: 'state', region: 'a', endpoint: 'https://s3.example' } },
    { backend: { type: 'http', address: 'https://state.example' } },
  ] as const)('finds nothing in the tool’s own stacks, with %j', overrides => {
    const stacks = soundStacks(overrides)
    expect(stacks.length).toBeGreaterThan(8)
    for (const stack of stacks) expect(findsIn(stack), stack.name).toEqual([])
  })

  it('has a case for every code of a stack', () => {
    const finds = Object.values(tables).flatMap(cases => cases.flatMap(one => one.finds))
    const found = new Set(finds.map(find => find.split(' ')[0]))
    const others = Object.values(stackPolicyCodes).filter(({ code }) => !found.has(code))
    // Of lost parts, of names and of the output folder: none of them comes of an edit.
    expect(others.map(({ code }) => code)).toEqual(['TY5017', 'TY5018', 'TY5101'])
  })

  it('stands in the stack’s file, at the place of the fault', () => {
    const place = 'resource/openstack_networking_rbac_policy_v2/egress/target_tenant'
    expect(proveStack(edited({ edits: { [place]: '*' } }))).toMatchObject([
      {
        code: 'TY5010',
        severity: 'error',
        file: `stacks/${system}/cdk.tf.json`,
        range: fileStart,
        path: place.split('/'),
      },
    ])
  })

  it.each([
    ['module', 'module'],
    ['terraform/cloud', 'terraform.cloud'],
    ['resource/null_resource/a', 'null_resource'],
    ['resource/openstack_networking_network_v2/network/value_specs', 'value_specs'],
  ])('names what it found at %s: %s', (place, name) => {
    const [found] = proveStack(edited({ edits: { [place]: {} } }))
    expect(found?.message.zh).toContain(name)
    expect(found?.message.en).toContain(name)
  })

  it.each([
    ['resource/openstack_blockstorage_quotaset_v3/block-storage/volume_type_quota', 'volume_type_quota'],
    ['resource/openstack_networking_network_v2/network', 'resource.openstack_networking_network_v2.network'],
  ])('names the map that stands as a list at %s: %s', (place, name) => {
    const found = proveStack(edited({ edits: { [place]: ['a'] } })).filter(({ code }) =>
      ['TY5001', 'TY5011'].includes(code),
    )
    expect(found.map(({ path }) => path.join('/'))).toEqual([place])
    expect(found[0]?.message.zh).toContain(name)
    expect(found[0]?.message.en).toContain(name)
  })

  it.each(['resource', 'data'])('refuses a list in place of every %s', kind => {
    const stack = soundStack(system)
    const configuration = { ...stack.configuration, [kind]: [{ a: {} }] }
    expect(findsIn({ ...stack, configuration })).toContain(`TY5001 ${kind}`)
  })

  it('misses an owner wherever one is taken out, whatever the type', () => {
    const owned = soundStacks().flatMap(stack =>
      placedIn(stack).flatMap(({ kind, type, attributes, path }) => {
        const entry = entryOf(type, attributes)
        const owner = (kind === 'resource' ? entry?.written : entry?.lookedUp)?.owner
        return owner === undefined ? [] : [{ stack: stack.name, place: [...path, owner].join('/') }]
      }),
    )
    expect(new Set(owned.map(({ place }) => place.split('/')[1])).size).toBeGreaterThan(15)
    for (const { stack, place } of owned) {
      const found = findsIn(edited({ stack, edits: { [place]: undefined } }))
      expect(found, `${stack} ${place}`).toContain(`TY5007 ${place}`)
    }
  })

  it('misses what was built and is not in the stack, and what is there and was not built', () => {
    const stack = soundStack(system)
    expect(findsIn({ ...stack, parts: stack.parts + 1 })).toEqual(['TY5017'])
    expect(findsIn({ ...stack, parts: stack.parts - 1 })).toEqual(['TY5017'])
  })

  it.each(['resource', 'data'])('counts no %s in a block that is empty', kind => {
    const stack = soundStack(system)
    const configuration = { ...stack.configuration, [kind]: null }
    expect(findsIn({ ...stack, configuration })).toContain('TY5017')
  })

  it.each([null, 'a', [['a']]])('refuses %j in place of attributes, and takes it for none', given => {
    const router = 'resource/openstack_networking_router_v2/router'
    expect(findsIn(edited({ edits: { [router]: given } }))).toEqual([
      `TY5001 ${router}`,
      `TY5007 ${router}/tenant_id`,
    ])
  })
})

describe('the names of stacks', () => {
  it.each([
    ['are all different', ['a', 'b', 'aa', 'a-', ''], []],
    ['differ in case', ['a', 'b', 'A'], ['A']],
    ['are the same', ['b', 'b', 'a'], ['b']],
    ['are the same twice over', ['ab', 'AB', 'aB'], ['AB', 'aB']],
  ])('collide where they %s', (_, names, colliding) => {
    expect(proveNames(names)).toMatchObject(
      colliding.map(name => ({
        code: 'TY5018',
        file: `stacks/${name}/cdk.tf.json`,
        range: fileStart,
        path: [],
      })),
    )
    expect(proveNames(names)).toHaveLength(colliding.length)
  })

  it('are both named where they collide', () => {
    const [found] = proveNames(['shebao', 'Shebao'])
    for (const name of ['shebao', 'Shebao']) expect(found?.message.en).toContain(name)
  })
})

describe('the codes', () => {
  it('are errors, and cite the article on separation where they keep it', () => {
    const all = Object.values(stackPolicyCodes)
    expect(all.filter(({ severity }) => severity !== 'error')).toEqual([])
    const citing = all.filter(definition => 'articles' in definition)
    expect(citing.map(({ code, articles }) => [code, ...(articles ?? [])].join(' '))).toEqual([
      'TY5008 XS-15.2',
      'TY5009 XS-15.2',
      'TY5010 XS-15.2',
      'TY5013 XS-15.2',
      'TY5016 XS-15.2',
    ])
  })
})
