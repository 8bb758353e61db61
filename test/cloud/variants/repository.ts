// A data repository of made-up systems, over the example's catalogue made wide enough for them.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { checkModel } from '../../../lib/check/index.ts'
import { composeModel } from '../../../lib/compose/index.ts'
import type { Finding } from '../../../lib/finding/finding.ts'
import { readRepository } from '../../../lib/read/index.ts'
import { composeSchemas, validateAll } from '../../../lib/validate/index.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { day } from '../repository.ts'
import type { Variant } from './variant.ts'

const jurisdiction = 'ningwu'
const template = 'tenants/ningwu/jiaoyuju'

export interface VariantRepository {
  readonly root: string
  /** Writes systems as those of one unit. */
  readonly add: (unit: string, variants: readonly Variant[]) => void
  readonly remove: (unit: string, variant: Variant) => void
  /** Takes a whole unit out of the files; what stands of it in the clouds is nobody's any more. */
  readonly forget: (unit: string) => void
  /** Everything that `validate` would call an error. */
  readonly errors: () => readonly Finding[]
  readonly close: () => void
}

export function systemId({ index }: Variant): string {
  return `variant-${index}`
}

export function systemFile(unit: string, variant: Variant): string {
  return `tenants/${jurisdiction}/${unit}/${systemId(variant)}.yaml`
}

/** What selects a unit and its systems on the command line. */
export function selectorOf(unit: string): string {
  return `${jurisdiction}/${unit}`
}

export function openVariantRepository(): VariantRepository {
  const root = mkdtempSync(join(tmpdir(), 'tenantry-variants-'))
  cpSync(join(packageRoot, 'catalogue'), join(root, 'catalogue'), { recursive: true })
  edit(join(root, 'catalogue/platform.yaml'), widened)
  edit(join(root, 'catalogue/services/storage.yaml'), withBulkVolumes)
  edit(join(root, 'catalogue/services/network.yaml'), withBandwidth)
  const unitText = readFileSync(join(packageRoot, template, 'unit.yaml'), 'utf8')
  const example: unknown = parse(readFileSync(join(packageRoot, template, 'xueji-guanli.yaml'), 'utf8'))
  return {
    root,
    add: (unit, variants) => {
      const folder = join(root, 'tenants', jurisdiction, unit)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'unit.yaml'), unitText.replace('id: jiaoyuju', `id: ${unit}`))
      for (const variant of variants)
        writeFileSync(join(root, systemFile(unit, variant)), manifestOf(example, unit, variant))
    },
    remove: (unit, variant) => rmSync(join(root, systemFile(unit, variant))),
    forget: unit => rmSync(join(root, 'tenants', jurisdiction, unit), { recursive: true }),
    errors: () => errorsOf(root),
    close: () => rmSync(root, { recursive: true, force: true }),
  }
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

/** Pools of every size that a cloud may take, an egress network for all, and a chosen gateway and ranges in one zone. */
function widened(text: string): string {
  const capacity =
    'capacity: { vcpus: 10000000, ramGib: 100000000, volumeGib: 1000000000, gpus: 100000, addresses: 1000000, bandwidthMbps: 10000000 }'
  return text
    .replaceAll(/capacity: \{.*\}/g, capacity)
    .replaceAll('{ min: 22, default: 26, max: 28 }', '{ min: 20, default: 26, max: 30 }')
    .replaceAll('{ min: 64, default: 64, max: 64 }', '{ min: 56, default: 64, max: 126 }')
    .replace('ipv4: 203.0.113.0/24', 'ipv4: 203.0.112.0/21')
    .replace(
      'ipv4: 198.51.100.0/24',
      'ipv4: 198.51.96.0/20\n      gateway: 198.51.111.254\n      ipv6Gateway: "2001:db8:96::fe"\n      allocation:\n        - { from: 198.51.96.1, to: 198.51.100.1 }\n        - { from: 198.51.100.4, to: 198.51.110.255 }\n        - { from: "2001:db8:96::1000", to: "2001:db8:96::ffff" }',
    )
}

const fee = 'fee: { price: "1.00", per: month, basis: 示例 }'
const zones = 'zones: [internet, extranet]'

function withBulkVolumes(text: string): string {
  const delivery = '{ by: volume, volume: { volumeType: bulk, gibPerUnit: 1024 } }'
  return `${text}\n  - id: evs.bulk\n    name: { zh: 静态存储, en: Bulk block storage }\n    unit: { zh: TB, en: TB }\n    ${zones}\n    versions:\n      - from: 2022-01-01\n        ${fee}\n        delivery: ${delivery}\n`
}

function withBandwidth(text: string): string {
  const delivery = '{ by: address, address: { mbpsPerUnit: 1 } }'
  return `${text}\n  - id: eip.bandwidth\n    name: { zh: 按带宽计费的地址, en: Address by bandwidth }\n    unit: { zh: Mbps, en: Mbps }\n    ${zones}\n    versions:\n      - from: 2022-01-01\n        ${fee}\n        delivery: ${delivery}\n`
}

function manifestOf(example: unknown, unit: string, variant: Variant): string {
  if (typeof example !== 'object' || example === null || !('history' in example))
    throw new Error('no example')
  const { zone, name, network, services, ingress, egress } = variant
  const history = Array.isArray(example.history) ? example.history : []
  const manifest = {
    ...example,
    metadata: { id: systemId(variant), name, jurisdiction, unit },
    zones: {
      [zone]: {
        network,
        services,
        ...(ingress.length === 0 ? {} : { ingress }),
        ...(egress.length === 0 ? {} : { egress }),
      },
    },
    history: history.map((event: object) =>
      'grants' in event ? { ...event, grants: { [zone]: { services } } } : event,
    ),
  }
  // The same services stand twice, and manifests have no anchors.
  return stringify(manifest, { aliasDuplicateObjects: false, lineWidth: 0 })
}

function errorsOf(root: string): readonly Finding[] {
  const read = readRepository(root)
  const valid = validateAll(read.documents, () => composeSchemas(read.documents))
  const composed = composeModel(valid.documents, day)
  const found = composed.model === undefined ? [] : checkModel(composed.model)
  return [...read.findings, ...valid.findings, ...found].filter(({ severity }) => severity === 'error')
}
