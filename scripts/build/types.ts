// Writes generated/types/<name>.ts from lib/schema/<name>.schema.json, so that no type is written twice.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { writeIfChanged } from './write-if-changed.ts'

export async function generateTypes(root: string): Promise<void> {
  const schemas = join(root, 'lib/schema')
  const out = join(root, 'generated/types')
  mkdirSync(out, { recursive: true })
  const names = readdirSync(schemas).flatMap(file => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? [])
  for (const name of names.filter(name => name !== 'common').sort()) {
    const schema = bareReferences(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')))
    const text = await compile(schema, name, {
      cwd: `${schemas}/`,
      additionalProperties: false,
      bannerComment: `/* Made from lib/schema/${name}.schema.json by the build; change the schema instead. */`,
      style: { semi: false, singleQuote: true, printWidth: 110 },
      ignoreMinAndMaxItems: true,
    })
    writeIfChanged(join(out, `${name}.ts`), readonlyMembers(text))
  }
}

/** A description beside a `$ref` makes the generator write the same interface again under a numbered name. */
function bareReferences(schema: unknown): JSONSchema {
  const strip = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(strip)
    if (typeof node !== 'object' || node === null) return node
    if ('$ref' in node) return { $ref: node.$ref }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strip(value)]))
  }
  return strip(schema) as JSONSchema
}

/** The generator knows no `readonly`; its output has one member a line, so that lines can be rewritten. */
function readonlyMembers(text: string): string {
  return text
    .replaceAll(/^( +)(\[k: string\]|[A-Za-z]\w*\??)(: )/gm, '$1readonly $2$3')
    .replaceAll(/^(.*(?:: |= ))((?:[A-Za-z]\w*|\([^)]*\))\[\])$/gm, '$1readonly $2')
}
