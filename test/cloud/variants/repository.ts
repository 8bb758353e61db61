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
import { furtherItems, widenedPlatform } from './catalogue.ts'
import { ownUnit } from './rule.ts'
import { type Part, partsOf, type Variant } from './variant.ts'

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
  const machine = mkdtempSync(join(tmpdir(), 'tenantry-variants-'))
  const root = join(machine, 'repository')
  cpSync(join(packageRoot, 'catalogue'), join(root, 'catalogue'), { recursive: true })
  edit(join(root, 'catalogue/platform.yaml'), widenedPlatform)
  for (const [file, items] of Object.entries(furtherItems))
    edit(join(root, 'catalogue/services', file), text => `${text}${items.join('')}`)
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
    close: () => rmSync(machine, { recursive: true, force: true }),
  }
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

function manifestOf(example: unknown, unit: string, variant: Variant): string {
  if (typeof example !== 'object' || example === null || !('history' in example))
    throw new Error('no example')
  const { name, exchange } = variant
  const parts = partsOf(variant)
  const history = Array.isArray(example.history) ? example.history : []
  const grants = Object.fromEntries(parts.map(([zone, { services }]) => [zone, { services }]))
  const manifest = {
    ...example,
    metadata: { id: systemId(variant), name, jurisdiction, unit },
    zones: Object.fromEntries(parts.map(([zone, part]) => [zone, written(part, unit)])),
    ...(exchange.length === 0 ? {} : { exchange }),
    history: history.map((event: object) => ('grants' in event ? { ...event, grants } : event)),
  }
  // The same services stand twice, and manifests have no anchors.
  return stringify(manifest, { aliasDuplicateObjects: false, lineWidth: 0 })
}

function written({ network, services, ingress, egress }: Part, unit: string) {
  const named = (peer: string) => peer.replace(`system:${ownUnit}/`, `system:${unit}/`)
  return {
    network,
    services,
    ...(ingress.length === 0
      ? {}
      : { ingress: ingress.map(({ from, ...rule }) => ({ from: named(from), ...rule })) }),
    ...(egress.length === 0 ? {} : { egress: egress.map(({ to, ...rule }) => ({ to: named(to), ...rule })) }),
  }
}

function errorsOf(root: string): readonly Finding[] {
  const read = readRepository(root)
  const valid = validateAll(read.documents, () => composeSchemas(read.documents))
  const composed = composeModel(valid.documents, day)
  const found = composed.model === undefined ? [] : checkModel(composed.model)
  return [...read.findings, ...valid.findings, ...found].filter(({ severity }) => severity === 'error')
}
