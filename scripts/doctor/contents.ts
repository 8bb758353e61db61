import type { PlatformZone } from '../../generated/types/platform.ts'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { CodeDefinition, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model } from '../../lib/model/model.ts'
import { cinderDefaultType } from '../../lib/resource-types/index.ts'
import { holdsAnyText, volumeTypesOf } from '../openstack/contents.ts'
import type { OpenStack } from '../openstack/index.ts'
import { type Check, type DoctorZone, type Outcome, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** What each zone's cloud has and holds, against what the catalogue says of it. One that cannot be asked has a line of its own. */
export const contents: Check = {
  name: 'contents',
  run: async (_place, { model, zones }) => {
    if (model === undefined) return []
    return (await Promise.all(zones.map(zone => outcomesOf(zone, model)))).flat()
  },
}

async function outcomesOf(looked: DoctorZone, model: Model): Promise<readonly Outcome[]> {
  const { id, zone } = looked
  const found = await askingZone(looked, async admin => await contentsOf(admin, zone))
  if (found === undefined) return []
  const problems = [...textOutcomes(id, zone, found), ...typeOutcomes(id, zone, model, found)]
  return problems.length > 0
    ? problems
    : [ok(`分区 ${id}：云中所有与目录一致`, `zone ${id}: the cloud has and holds what the catalogue says`)]
}

interface CloudContents {
  readonly volumeTypes: readonly string[]
  /** Asked only where the catalogue says so: to be careful with texts is right on every cloud. */
  readonly lacksText: boolean
}

async function contentsOf(admin: OpenStack, { text }: PlatformZone): Promise<CloudContents> {
  return {
    volumeTypes: (await volumeTypesOf(admin)).map(({ name }) => name),
    lacksText: text === 'any' && !(await holdsAnyText(admin)),
  }
}

function textOutcomes(id: string, { cloud }: PlatformZone, found: CloudContents): Outcome[] {
  if (!found.lacksText) return []
  return [
    lacking(
      codes.textNotHeld,
      { cloud },
      {
        zh: `分区 ${id}：云 ${cloud} 存不下基本平面以外的字，而 platform.yaml 写的是 text: any`,
        en: `zone ${id}: the cloud ${cloud} holds no character beyond the basic plane, and platform.yaml says text: any`,
      },
    ).finding,
  ]
}

function typeOutcomes(id: string, zone: PlatformZone, model: Model, found: CloudContents): Outcome[] {
  const offered = model.catalogue.allItems.flatMap(({ value }) =>
    value.versions.flatMap(({ delivery }) => delivery.volume?.volumeType ?? []),
  )
  const builtIn = zone.defaultVolumeType === false ? [] : [cinderDefaultType]
  const others = [...builtIn, ...(zone.otherVolumeTypes ?? [])]
  const known = new Set([...offered, ...others])
  const unknown = found.volumeTypes.filter(name => !known.has(name))
  const missing = others.filter(name => !found.volumeTypes.includes(name))
  return [
    ...typesOutcome(codes.volumeTypesUnknown, zone, unknown, names => ({
      zh: `分区 ${id}：云 ${zone.cloud} 另有卷类型 ${names}`,
      en: `zone ${id}: the cloud ${zone.cloud} also has the volume types ${names}`,
    })),
    ...typesOutcome(codes.volumeTypesMissing, zone, missing, names => ({
      zh: `分区 ${id}：云 ${zone.cloud} 没有卷类型 ${names}`,
      en: `zone ${id}: the cloud ${zone.cloud} does not have the volume types ${names}`,
    })),
  ]
}

function typesOutcome(
  definition: CodeDefinition,
  { cloud }: PlatformZone,
  types: readonly string[],
  said: (names: string) => Text,
): Outcome[] {
  if (types.length === 0) return []
  return [lacking(definition, { cloud }, said(types.map(printable).join(', '))).finding]
}
