import Docxtemplater from 'docxtemplater'
import { unzipSync } from 'fflate'
import PizZip from 'pizzip'
import type { Text } from '../../finding/finding.ts'
import { printable } from '../../finding/printable.ts'
import { pack } from '../render/package.ts'
import type { Subject } from '../subject.ts'
import { fillField, isField } from './field.ts'
import { fieldLists, type ListRow } from './lists.ts'
import { openTemplate } from './package.ts'
import { memberOf, type Tag, tagCollector } from './tags.ts'

export interface OwnForm {
  readonly docx: Uint8Array
  /** What the template's own places are called that stay open, each once. */
  readonly blanks: readonly string[]
}

export type Made = OwnForm | { readonly problem: Text } | { readonly unknown: readonly string[] }

/** Fills in an authority's own Word document; what it names and nobody offers is told, and nothing is made. */
export function fillTemplate(bytes: Uint8Array, subject: Subject): Made {
  const opened = openTemplate(bytes)
  if ('problem' in opened) return opened
  const zip = new PizZip(pack(opened.parts))
  const { module, tags } = tagCollector()
  const blanks = new Set<string>()
  try {
    const document = new Docxtemplater(zip, {
      modules: [module],
      errorLogging: false,
      linebreaks: true,
      paragraphLoop: true,
      parser: name => ({ get: (scope: unknown) => valueIn(name, scope, subject, blanks) }),
    })
    const unknown = unknownTags(tags(), subject)
    if (unknown.length > 0) return { unknown }
    document.render({})
    const filled = document.getZip().generate({ type: 'uint8array' })
    return { docx: pack(unzipSync(filled)), blanks: [...blanks] }
  } catch (error) {
    return { problem: reasonOf(error) }
  }
}

function valueIn(name: string, scope: unknown, subject: Subject, blanks: Set<string>) {
  const list = fieldLists.get(name)
  if (list !== undefined) return rowsOf(name, subject, blanks)
  if (isRow(scope) && Object.hasOwn(scope, name)) return scope[name]
  const filled = fillField(name, subject)
  if (filled?.blank !== undefined) blanks.add(filled.blank)
  return filled?.text
}

function rowsOf(name: string, subject: Subject, blanks: Set<string>): readonly ListRow[] {
  const { system } = subject
  const rows = system && fieldLists.get(name)?.rows(system, subject)
  if (rows === undefined) blanks.add(name)
  return rows ?? []
}

function isRow(scope: unknown): scope is ListRow {
  return typeof scope === 'object' && scope !== null
}

/** Raw XML would let a value of a manifest write the document; conditions are for the form's own blocks. */
function unknownTags(
  tags: readonly Tag[],
  subject: Subject,
  members: readonly string[] = [],
): readonly string[] {
  const { form, profile } = subject
  return tags.flatMap(({ name, kind, inner }) => {
    const list = form.subject === 'system' ? fieldLists.get(name) : undefined
    if (kind === 'loop' && list !== undefined) return unknownTags(inner, subject, list.members)
    const isKnown = members.includes(name) || isField(name, form.subject, profile)
    return kind === '' && isKnown ? [] : [name]
  })
}

function reasonOf(error: unknown): Text {
  const said = explanationsOf(error).join('; ')
  return {
    zh: `占位符不成对，或文档有误（${said}）`,
    en: `a placeholder lacks its partner, or the document is broken (${said})`,
  }
}

/** The library gathers what it finds in one error. */
function explanationsOf(error: unknown): readonly string[] {
  const properties = memberOf(error, 'properties')
  const errors = memberOf(properties, 'errors')
  if (Array.isArray(errors)) return errors.flatMap(explanationsOf)
  const explanation = memberOf(properties, 'explanation')
  if (typeof explanation === 'string') return [printable(explanation)]
  return [printable(error instanceof Error ? error.message : String(error))]
}
