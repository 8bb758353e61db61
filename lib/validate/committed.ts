import { type Finding, fileStart, finding } from '../finding/finding.ts'
import { codes } from './codes.ts'
import type { Schemas } from './compose-schemas.ts'
import type { JsonObject } from './json-schema.ts'

/** Where the composed schemas are committed, for editors. */
export const schemaFolder = 'catalogue/schema'

/**
 * For a file of the tenants whose editor does not read the first line's `$schema`: one schema for both kinds, since
 * editors match a folder's files by one pattern.
 */
const tenantSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'TenantManifest',
  type: 'object',
  if: { type: 'object', required: ['kind'], properties: { kind: { const: 'Unit' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { $ref: 'unit.schema.json' },
  else: { $ref: 'system.schema.json' },
}

/** The text of every file of `catalogue/schema/`, by file name: the same bytes for the same catalogue. */
export function schemaTexts(schemas: Schemas): ReadonlyMap<string, string> {
  const files: [string, JsonObject][] = [...schemas, ['tenant.schema.json', tenantSchema]]
  const sorted = files.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    sorted.map(([file, { $schema, ...schema }]) => [
      file,
      `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
    ]),
  )
}

/**
 * What is stale or missing among the committed schemas. Nothing else looks at those files: a change could otherwise
 * loosen the very schema that it is held against.
 * @param committed the texts of the files in `catalogue/schema/`, by file name
 */
export function checkCommitted(schemas: Schemas, committed: ReadonlyMap<string, string>): Finding[] {
  const wanted = schemaTexts(schemas)
  const stale = [...wanted].flatMap(([file, text]) => {
    const found = committed.get(file)
    if (found === text) return []
    return [found === undefined ? missing(file) : outOfDate(file)]
  })
  const left = [...committed.keys()].filter(file => !wanted.has(file)).map(leftOver)
  return [...stale, ...left]
}

const fix = {
  message: { zh: '运行 tenantry schema 后提交', en: 'run `tenantry schema` and commit what it writes' },
}

function at(file: string) {
  return { file: `${schemaFolder}/${file}`, range: fileStart, path: [] }
}

function missing(file: string): Finding {
  const message = {
    zh: '缺少该文件，编辑器无法据以补全',
    en: 'the file is missing, so that editors cannot offer completion',
  }
  return finding(codes.missingSchema, at(file), { message, fix })
}

function outOfDate(file: string): Finding {
  const message = {
    zh: '内容与目录不一致，已过期',
    en: 'the file does not agree with the catalogue any more',
  }
  return finding(codes.staleSchema, at(file), { message, fix })
}

function leftOver(file: string): Finding {
  const message = {
    zh: '该文件不再由目录生成，可以删除',
    en: 'nothing makes this file any more; it can be removed',
  }
  return finding(codes.staleSchema, at(file), {
    message,
    fix: { message: { zh: '删除该文件', en: 'remove the file' } },
  })
}
