import { describe, expect, it } from 'vitest'
import { policiesFor } from '../../lib/approval/index.ts'
import { usesDedicatedPool, usesSharedPool } from '../../lib/entitlement/index.ts'
import { readFact } from '../../lib/form/facts/index.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { modelOf, zone } from '../desired-state/model.ts'
import { loaded, replaced } from '../example-repository.ts'
import { subjectAt } from '../form/example-forms.ts'

const zones = { internet: zone({ class: 'internet' }), extranet: zone({ class: 'extranet' }) }
const { internet, extranet } = zones
const { exclusive, shared } = extranet.pools
if (exclusive === undefined || shared === undefined) throw new Error('a pool is missing')

const services = [{ item: 'a', quantity: 1 }]

/** In the extranet zone the pool of the same name is shared with everybody. */
const mixed = {
  ...zones,
  extranet: { ...extranet, pools: { shared, exclusive: { ...exclusive, dedicated: false } } },
}

describe('a system uses a dedicated pool', () => {
  it.each([
    ['when its zone has a dedicated one of the name', { internet: { pool: 'exclusive', services } }, true],
    ['when another zone only has', { extranet: { pool: 'exclusive', services } }, false],
    [
      'when one of its zones has',
      { extranet: { pool: 'exclusive', services }, internet: { pool: 'exclusive', services } },
      true,
    ],
    ['when it names none', { internet: { services } }, false],
    ['when it names the shared one', { internet: { pool: 'shared', services } }, false],
    ['when no zone knows the pool', { internet: { pool: 'constructor', services } }, false],
    ['when the platform has no such zone', { constructor: { pool: 'exclusive', services } }, false],
  ])('%s: %o', (_title, asked, uses) => {
    const platform = modelOf({ systems: [], zones: mixed }).catalogue.platform.value
    expect(usesDedicatedPool(platform, asked)).toBe(uses)
  })

  it('when the pool that everybody means is dedicated', () => {
    const only = { internet: { ...internet, pools: { shared: { ...shared, dedicated: true } } } }
    const platform = modelOf({ systems: [], zones: only }).catalogue.platform.value
    expect(usesDedicatedPool(platform, { internet: { services } })).toBe(true)
  })
})

describe('a system uses a shared pool', () => {
  it.each([
    ['when it names none', { internet: { services } }, true],
    ['when its zone has a shared one of the name', { extranet: { pool: 'exclusive', services } }, true],
    ['when its zone has a dedicated one of the name', { internet: { pool: 'exclusive', services } }, false],
    [
      'when one of its zones has',
      { internet: { pool: 'exclusive', services }, extranet: { pool: 'shared', services } },
      true,
    ],
    ['when it is in no zone', {}, false],
  ])('%s: %o', (_title, asked, uses) => {
    const platform = modelOf({ systems: [], zones: mixed }).catalogue.platform.value
    expect(usesSharedPool(platform, asked)).toBe(uses)
  })
})

describe('approval policies and forms', () => {
  const file = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
  const platformFile = 'catalogue/platform.yaml'
  const extranetShares = replaced(
    platformFile,
    '        dedicated: true\n        availabilityZone: extranet-dedicated\n        hosts: []\n',
    '        dedicated: false\n        availabilityZone: extranet-dedicated\n',
  )

  it.each([
    ['internet', ['专属资源池审批'], '专属资源池'],
    ['extranet', [], '共享资源池'],
  ])('agree on the pool of a name that the %s zone has', (name, steps, words) => {
    const moved = replaced(file, `  ${name}:\n    network`, `  ${name}:\n    pool: dedicated\n    network`)
    const { model } = loaded(
      new Map([
        [file, moved],
        [platformFile, extranetShares],
      ]),
    )
    const address = 'xishuangbanna/rensheju/shebao-jingban'
    const [system, profile] = [
      model.systemByAddress.get(address),
      model.catalogue.jurisdictions.get('xishuangbanna')?.value,
    ]
    if (system === undefined || profile === undefined) throw new Error('the example is gone')
    const policies = policiesFor(profile, 'request', caseOf(model, profile, system, 0))
    const asked = policies.flatMap(policy => policy.steps.map(step => step.name))
    expect(asked.filter(step => step === '专属资源池审批')).toEqual(steps)
    expect(readFact('system.pool', subjectAt(model, address, 'application')).value?.text).toBe(words)
  })
})
