import { ratifiedIn } from './ratified.ts'
import type { ReadRecord } from './read-record.ts'

export const logVerdicts = ['approved', 'unapproved', 'ratified'] as const

/** `ratified`: it went round the approval, and somebody entitled has approved it since. */
export type LogVerdict = (typeof logVerdicts)[number]

/** A record for whoever reads the chain like a log. */
export interface LogEntry {
  readonly record: ReadRecord
  readonly verdict: LogVerdict
  /** The number of the record that ratifies it. */
  readonly ratifiedBy: number | undefined
  /** Whom it is about: `<jurisdiction>/<unit>/<system>`, and of a unit's own file `<jurisdiction>/<unit>`. */
  readonly addresses: readonly string[]
}

/**
 * @param records a chain, in its order
 * @param files of each record, the files that its stretch of the branch has changed, from the data's root: of what came
 * past the policy nobody has said whom it is about
 * @returns the newest first
 */
export function logOf(
  records: readonly ReadRecord[],
  files: readonly (readonly string[])[],
): readonly LogEntry[] {
  const ratified = ratifiedIn(records)
  return records
    .map((record, index): LogEntry => {
      const by = ratified.get(record.number)
      return {
        record,
        verdict: by === undefined ? record.status : 'ratified',
        ratifiedBy: by?.number,
        addresses: addressesIn(record, files[index] ?? []),
      }
    })
    .reverse()
}

export interface LogFilter {
  /** First and last day of the decision, `YYYY-MM-DD`. */
  readonly since?: string
  readonly until?: string
  readonly verdict?: LogVerdict
  /** For each, the record is about one of its addresses, or something below it. */
  readonly about: readonly (readonly string[])[]
}

export function narrowedLog(entries: readonly LogEntry[], filter: LogFilter): readonly LogEntry[] {
  const { since, until, verdict, about } = filter
  return entries.filter(
    entry =>
      (since === undefined || entry.record.day >= since) &&
      (until === undefined || entry.record.day <= until) &&
      (verdict === undefined || entry.verdict === verdict) &&
      about.every(addresses => addresses.some(address => isAbout(entry, address))),
  )
}

export function isAbout({ addresses }: Pick<LogEntry, 'addresses'>, address: string): boolean {
  return addresses.some(one => one === address || one.startsWith(`${address}/`))
}

function addressesIn({ parts, answers }: ReadRecord, files: readonly string[]): readonly string[] {
  const named = [...parts.map(part => part.system), ...answers.map(answer => answer.system)]
  const touched = files.map(file => tenantFile.exec(file)?.[1])
  const all = [...named, ...touched].flatMap(one => one ?? [])
  return [...new Set(all)].sort()
}

const tenantFile = /^tenants\/([^/]+\/[^/]+(?:\/(?!unit\.yaml)[^/]+)?)(?:\/unit)?\.yaml$/
