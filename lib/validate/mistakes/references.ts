import { closest } from '../../finding/closest.ts'
import type { CodeDefinition, FindingDetails, Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { isJsonObject, type JsonObject, type JsonSchema } from '../json-schema.ts'
import { schemaAt } from '../schema-at.ts'
import { byLabel, type Labelled, labelledOf, likest, listedEn, listedZh } from './labels.ts'
import { guess, replaceWith, shown } from './reporter.ts'

/** A value that names something of the catalogue. */
export interface Reference {
  readonly code: CodeDefinition
  readonly unknown: (
    name: string,
    names: readonly string[],
    meant?: string,
    schema?: JsonObject,
  ) => FindingDetails
  /** Where the name would be right, when it is only wrong here. */
  readonly elsewhere?: (
    name: string,
    root: JsonSchema,
  ) => { readonly code: CodeDefinition; readonly details: FindingDetails } | undefined
}

interface Listing {
  /** How many may be listed where nothing is near. */
  readonly most: number
  /** Those that share something with what was written: the likest first, or as they stand. */
  readonly order: 'likest' | 'given'
}

const usual: Listing = { most: 6, order: 'likest' }
const inOrderOfACase: Listing = { most: 40, order: 'given' }

const references: Readonly<Record<string, Reference>> = {
  item: {
    ...reference(codes.unknownItem, { zh: '服务目录中没有服务项', en: 'the catalogue has no item' }),
    elsewhere: itemElsewhere,
  },
  zone: reference(codes.unknownZone, { zh: '平台没有分区', en: 'the platform has no zone' }),
  jurisdiction: reference(codes.unknownJurisdiction, { zh: '没有地区', en: 'there is no jurisdiction' }),
  event: reference(
    codes.unknownEvent,
    { zh: '该地区没有办理环节', en: 'this jurisdiction has no event' },
    inOrderOfACase,
  ),
  pool: reference(codes.unknownPool, { zh: '没有资源池', en: 'there is no resource pool' }),
  gateway: reference(codes.unknownGateway, { zh: '没有交换网关', en: 'there is no gateway' }),
  measure: {
    code: codes.wrongMeasure,
    unknown: (name, [measure = '']) => ({
      message: {
        zh: `计量单位“${shown(name)}”与目录不一致，应为“${measure}”`,
        en: `the unit “${shown(name)}” is not the catalogue’s, which is “${measure}”`,
      },
      fix: replaceWith(measure, false),
    }),
  },
}

/** What a schema's values, or its keys, refer to. */
export function referenceOf(
  schema: JsonObject,
  annotation: 'x-refers-to' | 'x-refers-to-keys',
): Reference | undefined {
  const name = schema[annotation]
  return typeof name === 'string' ? references[name] : undefined
}

function reference(code: CodeDefinition, no: Text, listing: Listing = usual): Reference {
  return {
    code,
    unknown: (name, names, meant, schema) => {
      const choices = labelledOf(names, schema)
      const exact = byLabel(name, choices)
      const near = meant ?? exact ?? closest(name, names)
      const described = choices.find(({ value }) => value === near)?.label
      const { zh, en } = near === undefined ? choice(name, choices, listing) : guess(near)
      return {
        message: {
          zh: `${no.zh}“${shown(name)}”${described === undefined ? zh : zh.replace('？', `（${described}）？`)}`,
          en: `${no.en} “${shown(name)}”${en}`,
        },
        ...(near === undefined ? {} : { fix: replaceWith(near, near === exact) }),
      }
    },
  }
}

const longestChoice = 6

/** Where nothing is near: those that share something with it, or all where they are few. */
function choice(name: string, choices: readonly Labelled[], { most, order }: Listing): Text {
  const likestFirst = likest(name, choices)
  const alike = order === 'likest' ? likestFirst : choices.filter(one => likestFirst.includes(one))
  const listed = alike.length > 0 ? alike.slice(0, longestChoice) : choices.length > most ? [] : choices
  if (listed.length === 0) return { zh: '', en: '' }
  const rest = choices.length - listed.length
  return {
    zh: `；可取：${listedZh(listed)}${rest === 0 ? '' : `等 ${choices.length} 项`}`,
    en: `; choose from ${listedEn(listed)}${rest === 0 ? '' : ` and ${rest} more`}`,
  }
}

/** A zone's Chinese name, which the schema says of its key. */
function zoneName(zone: string, root: JsonSchema): string {
  const description = schemaAt(root, ['zones', zone])?.description
  return typeof description === 'string' ? `${zone}（${description.split('·', 1).join().trim()}）` : zone
}

function itemElsewhere(name: string, root: JsonSchema) {
  const lists = Object.values(isJsonObject(root.$defs) ? root.$defs : {}).filter(isJsonObject)
  const offering = lists.filter(
    list => list['x-refers-to'] === 'item' && Array.isArray(list.enum) && list.enum.includes(name),
  )
  const zones = offering.flatMap(list => (typeof list['x-zone'] === 'string' ? [list['x-zone']] : []))
  const [first] = offering
  if (first === undefined || zones.length === 0) return undefined
  const described = labelledOf([name], first)[0]?.label ?? name
  return {
    code: codes.itemElsewhere,
    details: {
      message: {
        zh: `本分区不提供服务项“${shown(name)}”（${described}），可在以下分区申请：${zones.map(zone => zoneName(zone, root)).join('、')}`,
        en: `this zone does not offer the item “${shown(name)}”; it can be asked for in: ${zones.join(', ')}`,
      },
    },
  }
}
