// Models for tests, as small as a test needs them: values instead of files.
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Gateway, PlatformManifest, PlatformZone } from '../../generated/types/platform.ts'
import type { Delivery, ServiceItem } from '../../generated/types/service.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { CatalogueItem, Model, Sourced, System } from '../../lib/model/model.ts'
import type { SourceDocument } from '../../lib/read/index.ts'

const document: SourceDocument = {
  file: 'test.yaml',
  kind: 'system',
  digest: '',
  text: '',
  value: undefined,
  at: path => ({
    file: 'test.yaml',
    path,
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  }),
}

function sourced<T>(value: T): Sourced<T> {
  return { document, path: [], value }
}

export function zone(overrides: Partial<PlatformZone> & Pick<PlatformZone, 'class'>): PlatformZone {
  const isInternet = overrides.class === 'internet'
  return {
    name: { zh: '分区', en: 'zone' },
    cloud: overrides.class,
    region: overrides.class,
    site: 'main',
    apis: ['compute', 'block-storage', 'network'],
    backend: { type: 'local' },
    reservePercent: 10,
    pools: {
      shared: pool({ dedicated: false, availabilityZone: 'nova' }),
      exclusive: pool({ dedicated: true, availabilityZone: 'exclusive', hosts: ['b', 'a'] }),
    },
    addressPools: [
      {
        id: 'v4',
        cidr: isInternet ? '10.64.0.0/12' : '10.96.0.0/12',
        prefixLength: { min: 22, default: 26, max: 28 },
      },
      {
        id: 'v6',
        cidr: isInternet ? 'fd6a:64::/48' : 'fd6a:96::/48',
        prefixLength: { min: 64, default: 64, max: 64 },
      },
    ],
    egress: {
      type: 'flat',
      physicalNetwork: 'public',
      ipv4: isInternet ? '203.0.113.0/24' : '198.51.100.0/24',
    },
    nameservers: [isInternet ? '203.0.113.2' : '198.51.100.2'],
    ...overrides,
  }
}

function pool(given: Pick<PlatformZone['pools'][string], 'dedicated' | 'availabilityZone' | 'hosts'>) {
  return { name: { zh: '池', en: 'pool' }, capacity: { vcpus: 1, ramGib: 1, volumeGib: 1 }, ...given }
}

export function item(id: string, delivery: Delivery, overrides: Partial<ServiceItem> = {}): ServiceItem {
  return {
    id,
    name: { zh: id, en: id },
    unit: { zh: '个', en: 'piece' },
    zones: ['internet', 'extranet'],
    versions: [{ from: '2020-01-01', fee: { price: '1.00', per: 'month', basis: '测试' }, delivery }],
    ...overrides,
  }
}

export const items: readonly ServiceItem[] = [
  item(
    'ecs.small',
    { by: 'flavor', flavor: { vcpus: 2, ramMib: 4096, diskGib: 40 } },
    { pools: ['shared', 'exclusive'] },
  ),
  item('ecs.large', { by: 'flavor', flavor: { vcpus: 8, ramMib: 16384, diskGib: 40 } }),
  item('evs.ssd', {
    by: 'volume',
    volume: { volumeType: 'ssd', qos: { consumer: 'front-end', specs: { total_iops_sec: '5000' } } },
  }),
  item('evs.sata', { by: 'volume', volume: { volumeType: 'sata' } }),
  item('eip.10m', { by: 'address', address: { bandwidthKbps: 10_000 } }),
  item('elb.standard', { by: 'quota', quota: { loadBalancers: 1, ports: 4 } }),
  item('cbr.snapshot', { by: 'quota', quota: { snapshots: 1 } }),
  item('sec.group', { by: 'quota', quota: { securityGroups: 1 } }),
  item('sec.waf', { by: 'manual' }),
]

/** A regulation with just enough states: nothing, on trial, in use, and gone. */
const profile: JurisdictionProfile['lifecycle'] = {
  article: 'XS-1',
  initial: 'draft',
  states: {
    draft: { name: '草稿', resources: 'none' },
    trial: { name: '试用', resources: 'trial' },
    live: { name: '正式', resources: 'formal' },
    gone: { name: '注销', resources: 'none' },
  },
  events: {
    tried: { name: '试用', from: ['draft'], to: 'trial', grants: 'required', article: 'XS-1' },
    opened: { name: '开通', from: ['draft', 'trial'], to: 'live', grants: 'allowed', article: 'XS-1' },
    changed: { name: '变更', from: ['live'], grants: 'required', article: 'XS-1' },
    closed: { name: '注销', from: ['trial', 'live'], to: 'gone', article: 'XS-1' },
  },
}

export function system(
  address: string,
  { zones = {}, history = [], ...others }: Partial<SystemManifest>,
): SystemManifest {
  const [jurisdiction = '', unit = '', id = ''] = address.split('/')
  return {
    apiVersion: 'tenantry/v1',
    kind: 'System',
    metadata: { id, name: `系统 ${id}`, jurisdiction, unit },
    origin: 'new',
    classified: false,
    dataInCountry: true,
    purpose: '政务服务',
    mlps: { level: 2 },
    domestic: { adapted: true },
    contacts: { responsible: { name: '某人', phone: '0000-000000' } },
    zones,
    history,
    ...others,
  }
}

export interface ModelParts {
  readonly systems: readonly SystemManifest[]
  /** @default one internet and one extranet zone */
  readonly zones?: Readonly<Record<string, PlatformZone>>
  readonly gateways?: readonly Gateway[]
  readonly items?: readonly ServiceItem[]
  readonly asOf?: string
  /** From when a grant says what it opens. */
  readonly exposure?: PlatformManifest['exposure']
}

export function modelOf(parts: ModelParts): Model {
  const systems = parts.systems.map((value): System => {
    const { jurisdiction, unit, id } = value.metadata
    return { ...sourced(value), address: `${jurisdiction}/${unit}/${id}` }
  })
  const offered = (parts.items ?? items).map(
    (value): CatalogueItem => ({
      ...sourced(value),
      category: 'test',
      categoryName: { zh: '测试', en: 'Test' },
    }),
  )
  const platform: PlatformManifest = {
    apiVersion: 'tenantry/v1',
    kind: 'Platform',
    metadata: { id: 'test', name: '测试' },
    mlps: { level: 3, filing: '1', assessed: '2026-01-01' },
    sites: [{ id: 'main', name: '主', city: '市', role: 'production' }],
    zones: parts.zones ?? { internet: zone({ class: 'internet' }), extranet: zone({ class: 'extranet' }) },
    gateways: parts.gateways ?? [],
    ...(parts.exposure && { exposure: parts.exposure }),
  }
  return {
    asOf: parts.asOf ?? '2026-11-23',
    today: parts.asOf ?? '2026-11-23',
    catalogue: {
      platform: sourced(platform),
      items: new Map(offered.map(item => [item.value.id, item])),
      allItems: offered,
      jurisdictions: new Map(
        [...new Set(parts.systems.map(({ metadata }) => metadata.jurisdiction))].map(id => [
          id,
          { ...sourced(profileOf(id)), written: profileOf(id) },
        ]),
      ),
      prices: new Map(),
      forms: new Map(),
      routines: new Map(),
      utilisation: [],
      calendar: undefined,
      units: undefined,
      owners: undefined,
      people: undefined,
      ratifications: [],
    },
    units: [],
    systems,
    unitByAddress: new Map(),
    systemByAddress: new Map(systems.map(system => [system.address, system])),
  }
}

function profileOf(id: string): JurisdictionProfile {
  return {
    apiVersion: 'tenantry/v1',
    kind: 'Jurisdiction',
    metadata: { id, name: { zh: id, en: id } },
    regulation: { title: '测试', articles: 'XS' },
    roles: {},
    zones: {},
    lifecycle: profile,
  }
}
