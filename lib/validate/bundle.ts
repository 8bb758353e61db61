import { baseSchema } from './base-schemas.ts'
import { isJsonObject, type Json, type JsonObject, type JsonSchema } from './json-schema.ts'

const bundles = new Map<string, JsonSchema>()

/**
 * A schema of `lib/schema` with everything that it refers to in its own `$defs`, so that one file is enough for an editor.
 * It has no `$id`: what is committed depends on the data repository's catalogue, and two of those may not share a name.
 */
export function bundle(name: string): JsonSchema {
  const bundled = bundles.get(name) ?? bundledAnew(name)
  bundles.set(name, bundled)
  return bundled
}

function bundledAnew(name: string): JsonSchema {
  const definitions = new Map<string, Definition>()
  const root = rewritten(withoutIdentity(baseSchema(name)), { root: name, home: name, definitions })
  return { ...root, $defs: sortedDefinitions(definitions) }
}

/** Drops the definitions that nothing refers to. */
export function pruned(schema: JsonSchema): JsonSchema {
  const { $defs, ...root } = schema
  if (!isJsonObject($defs)) return schema
  const used = new Set<string>()
  const visit = (node: Json): void => {
    for (const name of referredNames(node)) {
      if (used.has(name)) continue
      used.add(name)
      visit($defs[name] ?? null)
    }
  }
  visit(root)
  return { ...root, $defs: Object.fromEntries(Object.entries($defs).filter(([name]) => used.has(name))) }
}

interface Definition {
  readonly home: string
  readonly schema: JsonObject
}

interface Bundling {
  readonly root: string
  /** The schema in which the rewritten part stands: `#` in it means that one. */
  readonly home: string
  readonly definitions: Map<string, Definition>
}

const definitionPrefix = '#/$defs/'

function withoutIdentity(schema: JsonSchema): JsonObject {
  const { $schema, $id, $defs, ...rest } = schema
  return rest
}

function rewritten(node: JsonObject, bundling: Bundling): JsonObject {
  const entries = Object.entries(node).map(([key, value]): [string, Json] =>
    key === '$ref' && typeof value === 'string'
      ? [key, localReference(value, bundling)]
      : [key, rewrittenValue(value, bundling)],
  )
  return withEditorLabels(withEditorMessage(Object.fromEntries(entries)))
}

function rewrittenValue(value: Json, bundling: Bundling): Json {
  if (Array.isArray(value)) return value.map(item => rewrittenValue(item, bundling))
  return isJsonObject(value) ? rewritten(value, bundling) : value
}

/** Editors show `patternErrorMessage` where a pattern fails. They have one language; the manifests' readers read Chinese. */
function withEditorMessage(schema: JsonObject): JsonObject {
  const form = schema['x-form']
  return isJsonObject(form) && form.zh !== undefined ? { ...schema, patternErrorMessage: form.zh } : schema
}

/** The Chinese terms of an `enum`, which the description gives one by one: `new 新建;migrated 已建(存量)迁移`. */
function withEditorLabels(schema: JsonObject): JsonObject {
  const { enum: values, description } = schema
  if (!Array.isArray(values) || typeof description !== 'string' || schema.enumDescriptions !== undefined)
    return schema
  const parts = description.split(/[;；。]/).map(part => part.trim())
  const labels = values.map(value =>
    parts.find(part => part.startsWith(`${value} `))?.slice(`${value} `.length),
  )
  return labels.every(label => label !== undefined) ? { ...schema, enumDescriptions: labels } : schema
}

function localReference(reference: string, bundling: Bundling): string {
  const [file = '', pointer = ''] = reference.split('#')
  const home = file === '' ? bundling.home : file.replace(/\.schema\.json$/, '')
  const definition = /^\/\$defs\/(.+)$/.exec(pointer)?.[1]
  if (definition === undefined && home === bundling.root) return '#'
  const name = definition ?? home
  addDefinition(name, { ...bundling, home }, definition)
  return `${definitionPrefix}${name}`
}

function addDefinition(name: string, bundling: Bundling, definition: string | undefined): void {
  const known = bundling.definitions.get(name)
  if (known !== undefined && known.home !== bundling.home) {
    throw new TypeError(`the definition ${name} stands in both ${known.home} and ${bundling.home}`)
  }
  if (known !== undefined) return
  const source = definitionOf(bundling.home, definition)
  // Entered before its own references are followed: a definition may refer to itself.
  bundling.definitions.set(name, { home: bundling.home, schema: source })
  bundling.definitions.set(name, { home: bundling.home, schema: rewritten(source, bundling) })
}

function definitionOf(home: string, definition: string | undefined): JsonObject {
  const schema = baseSchema(home)
  if (definition === undefined) return withoutIdentity(schema)
  const found = isJsonObject(schema.$defs) ? schema.$defs[definition] : undefined
  if (!isJsonObject(found)) throw new TypeError(`${home} defines no ${definition}`)
  return found
}

function sortedDefinitions(definitions: ReadonlyMap<string, Definition>): JsonObject {
  const sorted = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, { schema }]) => [name, schema]))
}

function referredNames(node: Json): string[] {
  if (Array.isArray(node)) return node.flatMap(referredNames)
  if (!isJsonObject(node)) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== '$ref' || typeof value !== 'string') return referredNames(value)
    return value.startsWith(definitionPrefix) ? [value.slice(definitionPrefix.length)] : []
  })
}
