// What a file of an older form says in the newest one.
import { parse } from 'yaml'
import { type Formatted, formatted, type NotFormatted } from '../format/index.ts'
import { parseFile, type SourceFile } from '../read/index.ts'
import { knownVersions, type Versions } from '../version/index.ts'

/**
 * The text of a file in the newest form, laid out as `fmt` does; its own text where it has that form. Taken only where the
 * reader finds in it what it finds in the older one, so that no grant can become another, and every comment.
 */
export function migrated(source: SourceFile, versions: Versions = knownVersions): Formatted | NotFormatted {
  const { document, findings } = parseFile(source, versions)
  if (document === undefined) return { findings }
  const { file, kind, bytes } = source
  return versions.ageOf(parse(document.text)) === 'older'
    ? formatted(file, kind, bytes, versions)
    : { text: document.text }
}
