import { App } from 'cdktf'
import { describe, expect, it } from 'vitest'
import {
  entriesOf,
  entryOf,
  isProtected,
  placesIn,
  type ResourceType,
  resourceTypes,
  type StackType,
  unmanagedTypes,
} from '../../lib/resource-types/index.ts'
import { allowedResources } from '../../lib/stack-policy/allow-list.ts'
import { viewOf } from '../../lib/stack-policy/stack-view.ts'
import { readPinnedSchema, type SchemaBlock } from '../../packages/provider-openstack/schema.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { assemble } from '../../stacks/assemble.ts'
import { stackOf } from '../../stacks/job.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { besideTheTable } from './beside-the-table.ts'

const schema = readPinnedSchema(`${packageRoot}/packages/provider-openstack`)
const apis = ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage'] as const

const parts = jobsIn(examplePlan({ apis: [...apis] })).flatMap(job => {
  const stack = assemble(stackOf(new App(), job))
  return viewOf({ ...stack, facesInternet: job.zone.facesInternet }).placed
})

const stackTypes = resourceTypes.flatMap(entry => (entry.type === undefined ? [] : [entry]))
const created = stackTypes.flatMap(entry => (entry.collection === undefined ? [] : [entry]))
const ofProvider = stackTypes.filter(({ type }) => type !== 'terraform_data')

/** What the provider lets be given to a resource or a data source. */
function settable(block: SchemaBlock | undefined): ReadonlySet<string> {
  const attributes = [...(block?.attributes ?? [])].filter(([, access]) => access === 'settable')
  return new Set([...attributes.map(([name]) => name), ...(block?.blocks.keys() ?? [])])
}

function titled(entry: ResourceType): readonly [kind: string, entry: ResourceType] {
  return [entry.kind, entry]
}

describe('the table of resource types', () => {
  it('has an entry for everything that stacks make and look up', () => {
    const missing = parts.filter(({ kind, type, attributes }) => {
      const entry = entryOf(type, attributes)
      return (kind === 'resource' ? entry?.written : entry?.lookedUp) === undefined
    })
    expect(missing.map(({ type }) => type)).toEqual([])
  })

  it('names nothing that no stack makes, and nothing that none looks up', () => {
    const used = (kind: 'resource' | 'data') =>
      new Set(
        parts
          .filter(part => part.kind === kind)
          .map(({ type, attributes }) => entryOf(type, attributes)?.kind ?? ''),
      )
    const unused = (isAllowed: (entry: StackType) => boolean, kind: 'resource' | 'data') =>
      stackTypes.filter(entry => isAllowed(entry) && !used(kind).has(entry.kind)).map(({ kind }) => kind)
    expect(unused(({ written }) => written !== undefined, 'resource')).toEqual([])
    expect(unused(({ lookedUp }) => lookedUp !== undefined, 'data')).toEqual([])
  })

  it('names no attribute that no stack gives', () => {
    const spare = stackTypes.flatMap(({ kind, written }) => {
      if (written === undefined) return []
      const same = parts.filter(
        part => part.kind === 'resource' && entryOf(part.type, part.attributes)?.kind === kind,
      )
      const given = new Set(same.flatMap(({ attributes }) => Object.keys(attributes)))
      const allowed = [...written.attributes, ...(written.limits ?? [])]
      return allowed.filter(name => !given.has(name)).map(name => `${kind} ${name}`)
    })
    // A catalogue may ask for them, of a back end and of its routers; that of the example does not.
    expect(spare.toSorted()).toEqual(['subnet gateway_ip', 'volume-type extra_specs'])
  })

  it('speaks of each kind once, and under one name', () => {
    for (const text of [
      resourceTypes.map(({ kind }) => kind),
      resourceTypes.map(({ name }) => name.zh),
      resourceTypes.map(({ name }) => name.en),
    ])
      expect(text).toEqual([...new Set(text)])
  })

  it('gives a reason for whatever it says of protection, of leftovers and of what is only set', () => {
    const reasons = resourceTypes.flatMap(entry => [
      ...('not' in entry.leftover ? [entry.leftover.not] : []),
      ...(entry.type === undefined ? [] : Object.values(entry.protection.why)),
      ...(entry.type === undefined || entry.collection !== undefined ? [] : [entry.identity.set]),
    ])
    expect(reasons.filter(reason => reason.trim() === '')).toEqual([])
  })

  it('speaks of every type that the provider has', () => {
    const unknown = [...schema.resources.keys()].filter(type => entriesOf(type).length === 0)
    expect(unknown.toSorted()).toEqual(Object.keys(besideTheTable).toSorted())
    const kinds = new Set(resourceTypes.map(({ kind }) => kind))
    const told = Object.values(besideTheTable).flatMap(how => ('kind' in how ? [how.kind] : []))
    expect(told.filter(kind => !kinds.has(kind))).toEqual([])
  })
})

describe('an entry', () => {
  it('names types and attributes that the provider has', () => {
    for (const { type, written, lookedUp } of ofProvider) {
      for (const [allowed, block] of [
        [written, schema.resources.get(type)],
        [lookedUp, schema.dataSources.get(type)],
      ] as const) {
        if (allowed === undefined) continue
        const known = settable(block)
        const named = [...allowed.attributes, ...('limits' in allowed ? (allowed.limits ?? []) : [])]
        expect(
          named.filter(name => name !== 'lifecycle' && !known.has(name)),
          type,
        ).toEqual([])
        expect(allowed.owner === undefined || allowed.attributes.includes(allowed.owner), type).toBe(true)
      }
    }
  })

  it('says of nothing but what stacks give that a plan or a cloud tells it or not', () => {
    for (const { kind, written } of ofProvider) {
      const said = [...(written?.known ?? []), ...(written?.untold ?? [])]
      expect(
        said.filter(name => !written?.attributes.includes(name)),
        kind,
      ).toEqual([])
    }
  })

  it('is made anew for what no cloud tells of it only where the cloud tells what tenants have in it', () => {
    const untold = created.filter(({ written }) => written?.untold !== undefined)
    expect(untold.map(({ kind, heldBy }) => [kind, heldBy !== undefined])).toEqual([['security-group', true]])
  })

  it('asks for an owner wherever the provider lets one be given', () => {
    const ownerless = ofProvider.filter(({ type, written }) => {
      const attributes = schema.resources.get(type)?.attributes
      const takesOwner = ['tenant_id', 'project_id'].some(name => attributes?.get(name) === 'settable')
      return takesOwner && written !== undefined && written.owner === undefined
    })
    // A role is assigned on a project or on a domain; the check of roles looks at it.
    expect(ownerless.map(({ type }) => type)).toEqual(['openstack_identity_role_assignment_v3'])
  })

  it('asks for every number that a quota has', () => {
    const quotas = ofProvider.filter(({ type }) => /_quota(?:set)?_v\d$/.test(type))
    expect(quotas).toHaveLength(5)
    for (const { type, written } of quotas) {
      const attributes = [...(schema.resources.get(type)?.attributes ?? [])]
      const numbers = attributes.filter(([, access]) => access === 'settable').map(([name]) => name)
      const others = new Set(['id', 'region', 'project_id', 'volume_type_quota'])
      const limits = written?.limits ?? []
      expect(numbers.filter(name => !others.has(name)).sort(), type).toEqual([...limits].sort())
    }
  })

  it('lets nothing through that widens access', () => {
    const widening = [
      'value_specs',
      'external',
      'allowed_address_pairs',
      'no_security_groups',
      'provisioner',
      'connection',
    ]
    for (const { attributes } of allowedResources.values())
      expect([...attributes].filter(name => widening.includes(name))).toEqual([])
  })

  it('is found again by arguments that its stacks give, and knows its own id', () => {
    for (const { type, kind, collection, identity, written, lookedUp } of created) {
      const given = new Set([...(written?.attributes ?? []), ...(lookedUp?.attributes ?? [])])
      const templates = [collection.path, ...Object.values(identity.query ?? {}), identity.importId]
      const wanted = [...templates.flatMap(placesIn), ...Object.values(identity.where ?? {})]
      expect(
        wanted.filter(name => name !== 'id' && !given.has(name)),
        `${type} ${kind}`,
      ).toEqual([])
      expect(placesIn(collection.path)).not.toContain('id')
      expect(placesIn(identity.importId).length, `${type} ${kind}`).toBeGreaterThan(0)
      expect(wanted.filter(name => name !== 'id').length, `${type} ${kind}`).toBeGreaterThan(0)
    }
  })

  it.each(unmanagedTypes.map(entry => [entry.kind, entry] as const))(
    'of a %s is listed from what there is',
    (_, { collection, identity, unmanaged }) => {
      const { listing } = unmanaged
      const places = placesIn(collection.path)
      if (listing.by === 'each') {
        expect(places).toEqual([listing.argument])
        expect(placesIn(identity.importId)).toContain(listing.argument)
      }
      if (listing.by === 'collection') expect(places).toEqual([])
      if (listing.by === 'whole') {
        const whole = unmanagedTypes.find(({ kind }) => kind === listing.whole)
        expect(whole?.unmanaged.listing.by).toBe('collection')
      }
      expect(Object.keys(unmanaged.places)).not.toEqual([])
    },
  )

  it.each(resourceTypes.filter(({ leftover }) => 'in' in leftover).map(titled))(
    'of a %s is asked for in one owner alone',
    (_, { leftover, collection }) => {
      if (!('in' in leftover) || collection === undefined) return expect.fail('it is in no collection')
      const { query, also = [], where = {}, each } = leftover
      const questions = [query, ...also]
      const owners = questions.map(each =>
        [...Object.values(each), ...Object.values(where)].flatMap(placesIn),
      )
      const places = [...owners.flat(), ...placesIn(collection.path)]
      const allowed = ['owner', ...(each === undefined ? [] : [each.argument])]
      expect(places.filter(place => !allowed.includes(place))).toEqual([])
      // Either each question is about the owner, or who is asked, or as whom, is.
      if (collection.asOwner === true) expect(places).toEqual([])
      else if (each === undefined) expect(owners.every(names => names.includes('owner'))).toBe(true)
      else {
        expect(places).toContain(each.argument)
        expect(Object.values(each.query).flatMap(placesIn)).toEqual(['owner'])
      }
    },
  )

  it('says what a cloud keeps when the project is gone, of every limit and of all that a project is given', () => {
    const kinds = (isMeant: (entry: ResourceType) => boolean) =>
      resourceTypes.filter(isMeant).map(({ kind }) => kind)
    const isOfProject = (entry: ResourceType) =>
      entry.type !== undefined &&
      (entry.written?.limits !== undefined ||
        (entry.unmanaged?.listing.by === 'each' && entry.unmanaged.places['system-project'] === 'any-name'))
    const silent = kinds(entry => isOfProject(entry) && entry.outliving === undefined)
    expect(silent).toEqual([])
  })

  it.each(resourceTypes.filter(({ outliving }) => outliving !== undefined).map(titled))(
    'of a %s is dropped by what is known of it',
    (_, { outliving }) => {
      if (outliving === undefined) return
      const { listed, release } = outliving
      const each = listed?.each?.argument
      const known = ['owner', ...(each === undefined ? [] : [each]), ...(listed === undefined ? [] : ['id'])]
      const texts = [release.path, ...Object.values(release.body ?? {}).flatMap(part => Object.values(part))]
      const places = texts.flatMap(placesIn)
      expect(places.filter(place => !known.includes(place))).toEqual([])
      expect(places.some(place => place === 'owner' || place === 'id')).toBe(true)
      expect(listed === undefined ? [] : placesIn(listed.collection.path)).toEqual(
        each === undefined ? [] : [each],
      )
    },
  )
})

describe('kinds that share a Terraform type', () => {
  it('are told apart by an attribute that both may be given, all but one of them', () => {
    const shared = Map.groupBy(stackTypes, ({ type }) => type)
    for (const [type, entries] of shared) {
      expect(entries.filter(({ when }) => when === undefined).length, type).toBe(1)
      for (const { when } of entries) {
        if (when !== undefined) expect(allowedResources.get(type)?.attributes).toContain(when.attribute)
      }
    }
  })

  it.each([
    ['domain', { is_domain: true }],
    ['project', { is_domain: false }],
    ['project', {}],
    ['project', { is_domain: 'true' }],
  ])('are a %s by %o', (kind, attributes) => {
    expect(entryOf('openstack_identity_project_v3', attributes)?.kind).toBe(kind)
  })

  it('are none of a type that nobody knows', () => {
    expect(entriesOf('openstack_compute_instance_v2')).toEqual([])
    expect(entryOf('toString', {})).toBeUndefined()
  })
})

describe('protection', () => {
  const protectedTypes = [
    'openstack_blockstorage_volume_type_v3',
    'openstack_compute_aggregate_v2',
    'openstack_compute_flavor_v2',
    'openstack_identity_group_v3',
    'openstack_identity_project_v3',
    'openstack_identity_role_v3',
    'openstack_networking_addressscope_v2',
    'openstack_networking_network_v2',
    'openstack_networking_rbac_policy_v2',
    'openstack_networking_router_interface_v2',
    'openstack_networking_router_v2',
    'openstack_networking_secgroup_v2',
    'openstack_networking_subnet_v2',
    'openstack_networking_subnetpool_v2',
  ]

  it('holds what the data or the traffic of a tenant hangs on, and nothing else that stacks make', () => {
    const types = [...new Set(stackTypes.map(({ type }) => type))]
    expect(types.filter(isProtected).toSorted()).toEqual(protectedTypes)
  })

  it.each(['openstack_compute_instance_v2', 'openstack_networking_port_v2', ''])(
    'holds what nobody knows: %j',
    type => {
      expect(isProtected(type)).toBe(true)
    },
  )
})
