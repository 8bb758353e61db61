import type { Finding } from '../finding/finding.ts'
import { parseValue } from './parse.ts'
import type { ReadFile, ReadOptions } from './repository.ts'

export interface ParsedFile extends ReadFile {
  readonly value: unknown
  readonly findings: readonly Finding[]
}

export async function parseFiles(
  _root: string,
  files: readonly ReadFile[],
  _options: ReadOptions,
): Promise<{ files: readonly ParsedFile[]; findings: readonly Finding[] }> {
  const parsed = files.map(file => ({ ...file, ...parseValue(file.file, file.kind, file.bytes) }))
  return { files: parsed, findings: parsed.flatMap(({ findings }) => findings) }
}
