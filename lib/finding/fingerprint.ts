import { createHash } from 'node:crypto'
import type { AnyFinding } from './finding.ts'
import { isInFile, namedPlace } from './place.ts'

/**
 * One stable mark for each finding, so that a code forge sees the same one again after lines moved or a message was
 * reworded: it depends on code, place and, where several share these, their order. In a file the place is that in the
 * data; of an object of a cloud it is the id and not the name.
 */
export function fingerprintsOf(findings: readonly AnyFinding[]): ReadonlyMap<AnyFinding, string> {
  const seen = new Map<string, number>()
  return new Map(findings.map(finding => [finding, fingerprint(finding, seen)]))
}

function fingerprint(finding: AnyFinding, seen: Map<string, number>): string {
  const key = JSON.stringify([finding.code, ...placeKey(finding)])
  const ordinal = seen.get(key) ?? 0
  seen.set(key, ordinal + 1)
  return createHash('sha256').update(`${key}#${ordinal}`).digest('hex').slice(0, 32)
}

function placeKey(finding: AnyFinding): readonly unknown[] {
  if (isInFile(finding)) return [finding.file, finding.path]
  const { kind, within, name, id = name } = namedPlace(finding)
  return [{ kind }, ...within, id]
}
