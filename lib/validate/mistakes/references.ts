import { closest } from '../../finding/closest.ts'
import type { CodeDefinition, FindingDetails, Text } from '../../finding/finding.ts'
import { codes } from '../codes.ts'
import { isJsonObject, type JsonObject, type JsonSchema } from '../json-schema.ts'
import { schemaAt } from '../schema-at.ts'
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

const references: Readonly<Record<string, Reference>> = {
  item: {
    ...reference(codes.unknownItem, { zh: '服务目录中没有服务项', en: 'the catalogue has no item' }),
    elsewhere: itemElsewhere,
  },
  zone: reference(codes.unknownZone, { zh: '平台没有分区', en: 'the platform has no zone' }),
  jurisdiction: reference(codes.unknownJurisdiction, { zh: '没有地区', en: 'there is no jurisdiction' }),
  event: reference(codes.unknownEvent, { zh: '该地区没有办理环节', en: 'this jurisdiction has no event' }),
  pool: reference(codes.unknownPool, { zh: '没有资源池', en: 'there is no resource pool' }),
  gateway: reference(codes.unknownGateway, { zh: '没有交换网关', en: 'there is no gateway' }),
  measure: {
    code: codes.wrongMeasure,
    unknown: (name, [measure = '']) => ({
      message: {
        zh: `计量单位“${shown(name)}”与目录不一致，应为“${measure}”`,
        en: `the unit “${shown(name)}” is not the catalogue’s, which is “${measure}”`,
      },
      fix: replaceWith(measure),
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

function reference(code: CodeDefinition, no: Text): Reference {
  return {
    code,
    unknown: (name, names, meant, schema) => {
      const near = meant ?? byDescription(name, schema) ?? closest(name, names)
      const described = near === undefined ? undefined : descriptionOf(near, schema)
      const { zh, en } = near === undefined ? choice(names) : guess(near)
      return {
        message: {
          zh: `${no.zh}“${shown(name)}”${described === undefined ? zh : zh.replace('？', `（${described}）？`)}`,
          en: `${no.en} “${shown(name)}”${en}`,
        },
        ...(near === undefined ? {} : { fix: replaceWith(near) }),
      }
    },
  }
}

const longestChoice = 6

/** Where nothing is near, and there are few to choose from: all of them. */
function choice(names: readonly string[]): Text {
  if (names.length === 0 || names.length > longestChoice) return { zh: '', en: '' }
  return { zh: `；可取：${names.join('、')}`, en: `; choose from ${names.join(', ')}` }
}

function listsOf(schema: JsonObject | undefined): {
  names: readonly string[]
  descriptions: readonly string[]
} {
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter(entry => typeof entry === 'string') : []
  return { names: texts(schema?.enum), descriptions: texts(schema?.enumDescriptions) }
}

function descriptionOf(name: string, schema: JsonObject | undefined): string | undefined {
  const { names, descriptions } = listsOf(schema)
  return descriptions[names.indexOf(name)]?.split('·', 1).join().trim()
}

/** Someone may write the Chinese name where the id belongs. */
function byDescription(name: string, schema: JsonObject | undefined): string | undefined {
  const { names, descriptions } = listsOf(schema)
  const named = names.filter((_, index) => descriptions[index]?.split('·', 1).join().trim() === name.trim())
  return named.length === 1 ? named[0] : undefined
}

/** A zone's Chinese name, which the schema says of its key. */
function zoneName(zone: string, root: JsonSchema): string {
  const description = schemaAt(root, ['zones', zone])?.description
  return typeof description === 'string' ? `${zone}（${description.split('·', 1).join().trim()}）` : zone
}

function itemElsewhere(name: string, root: JsonSchema) {
  const lists = Object.values(isJsonObject(root.$defs) ? root.$defs : {}).filter(isJsonObject)
  const offering = lists.filter(list => list['x-refers-to'] === 'item' && listsOf(list).names.includes(name))
  const zones = offering.flatMap(list => (typeof list['x-zone'] === 'string' ? [list['x-zone']] : []))
  const [first] = offering
  if (first === undefined || zones.length === 0) return undefined
  const described = descriptionOf(name, first) ?? name
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
