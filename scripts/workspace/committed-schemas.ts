import { join } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'
import { limits } from '../../lib/read/limits.ts'
import { schemaFolder } from '../../lib/validate/index.ts'
import { namesInReadable } from '../files/folder.ts'

/** The texts of the schema files that are committed, by file name; a file that cannot be read counts as empty. */
export function committedSchemas(root: string): ReadonlyMap<string, string> {
  const folder = join(root, schemaFolder)
  const names = namesInReadable(folder).filter(name => name.endsWith('.schema.json'))
  return new Map(names.map(name => [name, textOf(join(folder, name))]))
}

function textOf(path: string): string {
  const content = readRegularFile(path, limits.catalogueBytes)
  return 'refused' in content ? '' : new TextDecoder().decode(content.bytes)
}
