import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/**
 * One stable mark for each finding, so that a code forge sees the same one again after lines moved or a message was
 * reworded: it depends on code, file, place in the data and, where several share these, their order.
 */
export function fingerprintsOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>()
  return new Map(findings.map(finding => [finding, fingerprint(finding, seen)]))
}

function fingerprint(finding: Finding, seen: Map<string, number>): string {
  const key = JSON.stringify([finding.code, finding.file, finding.path])
  const ordinal = seen.get(key) ?? 0
  seen.set(key, ordinal + 1)
  return createHash('sha256').update(`${key}#${ordinal}`).digest('hex').slice(0, 32)
}
