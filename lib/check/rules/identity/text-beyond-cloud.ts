import type { PlatformZone } from '../../../../generated/types/platform.ts'
import { type CodeDefinition, type DataPath, type Finding, finding } from '../../../finding/finding.ts'
import { unitAddressOf } from '../../../model/address.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Sourced, Surroundings } from '../../../model/model.ts'
import { zoneTerm } from '../../../term/index.ts'
import { type ExtractedModel, extractIn } from '../../extract/extract.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

const definition = {
  code: 'TY3009',
  severity: 'error',
  title: text(
    '名称含有云的数据库存不下的字。',
    'A text has a character that the database of the cloud cannot hold.',
  ),
  why: text(
    '许多云的数据库用三字节的 UTF-8（MySQL 的 utf8mb3），存不下基本平面以外的字，如扩展区的生僻字：Keystone 会断开连接，Neutron 返回 500。送到云上的名称须改用通行写法；云能存下的，在 platform.yaml 该分区写明 text: any，由 tenantry doctor 核实。',
    "Many clouds keep text as UTF-8 of three bytes (MySQL's utf8mb3), which holds no character beyond the basic plane, such as rare hanzi of the extensions: Keystone drops the connection, Neutron answers 500. Write what is sent to the cloud in common characters; where the cloud holds them all, its zone in platform.yaml says `text: any`, and tenantry doctor looks whether it does.",
  ),
} satisfies CodeDefinition

/** The name of a system: its project and its security group are described by it. */
export const systemTextBeyondCloud: SystemRule = {
  ...definition,
  *check(surroundings, system) {
    yield* beyond(surroundings, system, ['metadata', 'name'], Object.keys(system.value.zones))
  },
}

/** The name of a unit, which describes its domain, and what the catalogue writes into a cloud. */
export const textBeyondCloud: RepositoryRule = {
  ...definition,
  *check(model) {
    const zones = zonesOfUnits(model)
    for (const unit of model.units) {
      const { jurisdiction, id } = unit.value.metadata
      yield* beyond(model, unit, ['metadata', 'name'], [...(zones.get(`${jurisdiction}/${id}`) ?? [])])
    }
    for (const [zone, { region }] of Object.entries(model.catalogue.platform.value.zones))
      yield* beyondIn(model, model.catalogue.platform, [[['zones', zone, 'region'], region]], [zone])
    for (const item of model.catalogue.allItems)
      for (const [index, { delivery }] of item.value.versions.entries())
        for (const [path, specs] of [
          [['flavor', 'extraSpecs'], delivery.flavor?.extraSpecs],
          [['volume', 'extraSpecs'], delivery.volume?.extraSpecs],
          [['volume', 'qos', 'specs'], delivery.volume?.qos?.specs],
        ] as const) {
          const at = ['versions', index, 'delivery', ...path]
          const written = Object.entries(specs ?? {}).map(([key, value]): Written => [[...at, key], value])
          yield* beyondIn(model, item, written, item.value.zones)
        }
  },
}

function zonesOfUnits(model: ExtractedModel): ReadonlyMap<string, ReadonlySet<string>> {
  const zones = new Map<string, Set<string>>()
  for (const system of model.systems) {
    const unit = unitAddressOf(system)
    zones.set(unit, (zones.get(unit) ?? new Set()).union(new Set(extractIn(model, system).zones)))
  }
  return zones
}

type Written = readonly [path: DataPath, text: string]

interface Named {
  readonly metadata: { readonly name: string }
}

function beyond(
  surroundings: Surroundings,
  source: Sourced<Named>,
  path: DataPath,
  zones: readonly string[],
): Generator<Finding> {
  return beyondIn(surroundings, source, [[path, source.value.metadata.name]], zones)
}

function* beyondIn(
  { catalogue }: Pick<Surroundings, 'catalogue'>,
  source: Sourced<unknown>,
  texts: readonly Written[],
  zones: readonly string[],
): Generator<Finding> {
  const { platform } = catalogue
  const narrow = zones.find(zone => holdsBasicPlaneOnly(entryOf(platform.value.zones, zone)))
  if (narrow === undefined) return
  const { zh, en } = zoneTerm({ catalogue }, narrow)
  for (const [path, written] of texts) {
    const rare = [...new Set([...written].filter(character => character.length > 1))]
    if (rare.length === 0) continue
    const list = rare.map(character => `${character}（U+${codeOf(character)}）`).join('、')
    const listed = rare.map(character => `“${character}” (U+${codeOf(character)})`).join(', ')
    yield finding(definition, place(source, ...path), {
      message: text(`${zh}的云存不下 ${list}`, `the cloud of the ${en} cannot hold ${listed}`),
      related: [related(place(platform, 'zones', narrow), '该分区', 'the zone')],
      fix: advice(
        '改用通行的字；云能存下时在该分区写 `text: any`，并运行 tenantry doctor 核实',
        'write a common character; where the cloud can hold it, give the zone `text: any` and run `tenantry doctor`',
      ),
    })
  }
}

function holdsBasicPlaneOnly(zone: PlatformZone | undefined): boolean {
  return zone !== undefined && (zone.text ?? 'bmp') === 'bmp'
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
}
