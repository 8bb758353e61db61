import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'
import { limits } from '../../lib/read/limits.ts'
import { schemaFolder } from '../../lib/validate/index.ts'

/** The texts of the schema files that are committed, by file name; a file that cannot be read counts as empty. */
export function committedSchemas(root: string): ReadonlyMap<string, string> {
  const folder = join(root, schemaFolder)
  return new Map(namesIn(folder).map(name => [name, textOf(join(folder, name))]))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.schema.json'))
  } catch {
    return []
  }
}

function textOf(path: string): string {
  const content = readRegularFile(path, limits.catalogueBytes)
  return 'refused' in content ? '' : new TextDecoder().decode(content.bytes)
}
