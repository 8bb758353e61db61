import type { Condition } from '../../../generated/types/condition.ts'
import type { FactDefinition, JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { isWrittenDay } from '../../clock/index.ts'
import { closest } from '../../finding/closest.ts'
import type { DataPath, Text } from '../../finding/finding.ts'
import { entryOf } from '../../model/entry.ts'

/** A part of a condition that names what is not there, or compares what cannot be compared so. */
export interface ConditionFault {
  readonly at: { readonly path: DataPath; readonly part: 'key' | 'value' }
  readonly fault: Text
  readonly meant?: string | undefined
}

/** @param known the pools of the platform, where they are known */
export function* conditionFaults(
  { zones = [], pools = [], places = {}, sizes = [], facts = {} }: Condition,
  profile: JurisdictionProfile,
  known: readonly string[] | undefined,
): Generator<ConditionFault> {
  yield* unknownIn('zones', zones, Object.keys(profile.zones), noZone)
  yield* within('places', unknownIn('zones', places.zones ?? [], Object.keys(profile.zones), noZone))
  if (known !== undefined) yield* within('places', unknownIn('pools', places.pools ?? [], known, noPool))
  const tiers = (profile.sizes ?? []).map(({ id }) => id)
  yield* unknownIn('sizes', sizes, tiers, { zh: '没有规模分档', en: 'there is no tier of size' })
  if (known !== undefined) yield* unknownIn('pools', pools, known, noPool)
  for (const [name, comparison] of Object.entries(facts)) {
    const definition = entryOf(profile.facts, name)
    if (definition === undefined) {
      yield {
        at: { path: ['facts', name], part: 'key' },
        fault: { zh: `没有自定内容 ${name}`, en: `there is no fact ${name}` },
        meant: closest(name, Object.keys(profile.facts ?? {})),
      }
      continue
    }
    for (const [how, value] of Object.entries(comparison)) {
      if (isComparable(definition, how, value)) continue
      yield {
        at: { path: ['facts', name, how], part: 'value' },
        fault: {
          zh: `${definition.name}（${definition.type}）不能这样比较`,
          en: `${name} is a ${definition.type} and cannot be compared so`,
        },
      }
    }
  }
}

const noZone: Text = { zh: '没有分区', en: 'there is no zone' }
const noPool: Text = { zh: '没有资源池', en: 'there is no pool' }

function* within(key: string, faults: Iterable<ConditionFault>): Generator<ConditionFault> {
  for (const { at, ...fault } of faults) yield { ...fault, at: { ...at, path: [key, ...at.path] } }
}

function* unknownIn(
  key: 'zones' | 'pools' | 'sizes',
  names: readonly string[],
  known: readonly string[],
  no: Text,
): Generator<ConditionFault> {
  for (const [index, name] of names.entries()) {
    if (known.includes(name)) continue
    yield {
      at: { path: [key, index], part: 'value' },
      fault: { zh: `${no.zh} ${name}`, en: `${no.en} ${name}` },
      meant: closest(name, known),
    }
  }
}

/** Whether a value of the fact's type stands beside a comparison that the type knows. */
function isComparable({ type, choices = {} }: FactDefinition, how: string, value: unknown): boolean {
  if (type === 'number') return typeof value === 'number'
  if (type === 'date') return typeof value === 'string' && isWrittenDay(value)
  if (how !== 'equals') return false
  if (type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && (type !== 'choice' || Object.hasOwn(choices, value))
}
