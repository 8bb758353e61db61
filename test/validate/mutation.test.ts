import { describe, expect, it } from 'vitest'
import { isMap, isScalar, parseDocument as parseYaml, visit } from 'yaml'
import type { DataPath, Finding, Location } from '../../lib/finding/finding.ts'
import type { SourceDocument } from '../../lib/read/index.ts'
import { validateKinds } from '../../lib/validate/check-document.ts'
import { exampleFiles } from '../example-repository.ts'
import { documentOf, exampleDocuments, exampleSchemas } from './planted.ts'

/** Against schemas composed once: composing them anew for every mutation would take most of the time. */
function findingsOf(document: SourceDocument): readonly Finding[] {
  return validateKinds([document], () => exampleSchemas, [document.kind]).findings
}

interface Key {
  readonly path: DataPath
  readonly name: string
  /** Offset of its first character in the file. */
  readonly offset: number
}

/** Every key of a file whose map has fixed keys: names that people choose (zones, roles, states) cannot be misspelt. */
function keysOf(file: string, text: string): readonly Key[] {
  const keys: Key[] = []
  visit(parseYaml(text), {
    Pair: (_, pair, ancestors) => {
      if (!isScalar(pair.key) || !pair.key.range) return
      const steps = [...ancestors, pair].flatMap((node, index, all): (string | number)[] => {
        const next = all[index + 1]
        if (isMap(node)) return []
        if (node !== null && typeof node === 'object' && 'key' in node && isScalar(node.key))
          return [String(node.key.value)]
        return node !== null && typeof node === 'object' && 'items' in node && Array.isArray(node.items)
          ? [node.items.indexOf(next)]
          : []
      })
      keys.push({ path: steps, name: String(pair.key.value), offset: pair.key.range[0] })
    },
  })
  if (keys.length === 0) throw new Error(`${file} has no key`)
  return keys
}

/** Maps whose keys are chosen: by the first keys of the path, and how many levels below them. */
const chosen = [
  /^zones\.[^.]+$/,
  /^zones\.[^.]+\.pools\.[^.]+$/,
  /^roles\.[^.]+$/,
  /^(?:decisions\.\d+\.)?lifecycle\.(?:states|events)\.[^.]+$/,
  /\.grants\.[^.]+$/,
  /^gateways\.\d+\.addresses\.[^.]+$/,
  /(?:extraSpecs|specs|stages|options)\.[^.]+$/,
]

function isChosen(path: DataPath): boolean {
  const text = path.join('.')
  return chosen.some(pattern => pattern.test(text))
}

/** Where a key stands, whichever member of a list and under whatever name somebody chose. */
function shapeOf(path: DataPath): string {
  return path
    .map((step, index) => (typeof step === 'number' || isChosen(path.slice(0, index + 1)) ? '*' : step))
    .join('.')
}

/** One key of each shape in a file: a list of a hundred items repeats a few of them a hundred times. */
function eachShape(keys: readonly Key[]): readonly Key[] {
  return [...new Map(keys.toReversed().map(key => [shapeOf(key.path), key])).values()]
}

/** Where one of several keys has to stand, the one that is reported may be another. */
function isAlternative(path: DataPath): boolean {
  return path.includes('days') || path.includes('dueSoon') || path.includes('blocks')
}

/** The value with one key renamed, or taken away; only what leads to the key is copied. */
function edited(value: unknown, path: DataPath, name: string | undefined): unknown {
  const [step, ...rest] = path
  if (Array.isArray(value))
    return value.map((member, index) => (index === step ? edited(member, rest, name) : member))
  const entries = Object.entries(Object(value)).flatMap(([key, member]): [string, unknown][] => {
    if (key !== step) return [[key, member]]
    if (rest.length > 0) return [[key, edited(member, rest, name)]]
    return name === undefined ? [] : [[name, member]]
  })
  return Object.fromEntries(entries)
}

/** A document with another value: a renamed key stands where the original stood. */
function withValue(document: SourceDocument, value: unknown, path: DataPath, name: string): SourceDocument {
  const at = (where: DataPath, part?: 'key' | 'value'): Location => {
    const renamed =
      where.length >= path.length &&
      where[path.length - 1] === name &&
      path.slice(0, -1).every((step, index) => step === where[index])
    return document.at(renamed ? [...path, ...where.slice(path.length)] : where, part)
  }
  const { file, kind, digest, text } = document
  return { file, kind, digest, text, value, at }
}

describe.each(exampleDocuments.map(document => [document.file, document] as const))(
  '%s',
  (file, document) => {
    const text = exampleFiles.get(file) ?? ''
    const keys = keysOf(file, text)

    it('is valid as it is', () => {
      expect(findingsOf(document)).toEqual([])
    })

    it('has every misspelt key found where it stands', () => {
      for (const { path, name } of eachShape(keys).filter(key => !isChosen(key.path))) {
        const misspelt = `${name}x`
        const value = edited(document.value, path, misspelt)
        const places = findingsOf(withValue(document, value, path, misspelt)).map(({ range }) => range.start)
        expect(places, path.join('.')).toContainEqual(document.at(path, 'key').range.start)
      }
    })

    it('has a misspelt key found in the text itself too', () => {
      const some = keys.filter((key, index) => index % 40 === 0 && !isChosen(key.path))
      for (const { path, name, offset } of some) {
        const broken = text.slice(0, offset) + text.slice(offset).replace(name, `${name}x`)
        const before = text.slice(0, offset).split('\n')
        const start = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
        expect(
          findingsOf(documentOf(file, broken)).map(({ range }) => range.start),
          path.join('.'),
        ).toContainEqual(start)
      }
    })

    it('has every missing required key reported', () => {
      for (const { path } of eachShape(keys)) {
        const own = findingsOf(withValue(document, edited(document.value, path, undefined), path, ''))
        const missing = own.filter(({ code }) => code === 'TY2002')
        for (const { path: at, message } of missing) {
          expect(path.slice(0, at.length)).toEqual(at)
          if (!isAlternative(path)) expect(message.en).toContain(String(path.at(-1)))
        }
      }
    })
  },
)

it('knows of required keys in every kind of file', () => {
  const first = new Map(exampleDocuments.map(document => [document.kind, document]))
  for (const document of first.values()) {
    const value = edited(document.value, ['kind'], undefined)
    expect(
      findingsOf(withValue(document, value, ['kind'], '')).map(({ code }) => code),
      document.kind,
    ).toContain('TY2002')
  }
})
