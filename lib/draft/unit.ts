import { newestVersion } from '../version/index.ts'
import { comment, entry, nested } from './yaml.ts'

export interface PersonAnswer {
  readonly name: string
  readonly phone: string
  readonly title?: string
}

export interface UnitAnswers {
  readonly jurisdiction: string
  readonly id: string
  readonly name: string
  readonly shortName?: string
  readonly category: string
  /** What else was said of it, by dotted names. */
  readonly facts?: ReadonlyMap<string, unknown>
  /** What the regulation wants to know of it beside that. */
  readonly wanted?: readonly string[]
  /** By role: `responsible`, `security` and so on. */
  readonly contacts: ReadonlyMap<string, PersonAnswer>
  /** The day on which that was said. */
  readonly on: string
}

/** The manifest of a using unit, commented for the one who goes on with it. */
export function unitText(unit: UnitAnswers): string {
  const { facts = new Map<string, unknown>(), wanted = [] } = unit
  const lines = [
    '# yaml-language-server: $schema=../../../catalogue/schema/unit.schema.json',
    `apiVersion: ${newestVersion}`,
    'kind: Unit',
    'metadata:',
    entry('id', unit.id, 2),
    entry('name', unit.name, 2),
    ...(unit.shortName === undefined ? [] : [entry('shortName', unit.shortName, 2)]),
    entry('jurisdiction', unit.jurisdiction, 2),
    entry('category', unit.category),
    ...Object.entries(nested(facts)).map(([key, value]) => entry(key, value)),
    ...wanted
      .filter(field => !facts.has(field))
      .map(field => comment(`本地区的管理办法要求写明：${field}: 填写`)),
    'contacts:',
    ...contactLines(unit),
    comment('单位层面的材料，如保密协议、安全责任书，签订后在此登记：'),
    comment('papers:'),
    comment('  - { type: 保密协议, number: 文号, on: 日期 }'),
  ]
  return `${lines.join('\n')}\n`
}

/** Whoever has just named them has confirmed them. */
export function contactLines({ contacts, on }: Pick<UnitAnswers, 'contacts' | 'on'>): readonly string[] {
  return [...contacts].map(([role, { name, title, phone }]) =>
    entry(role, { name, ...(title === undefined ? {} : { title }), phone, confirmed: on }, 2),
  )
}
