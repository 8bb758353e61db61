import type { Signer } from '../../generated/types/people.ts'
import { dayInChina } from '../clock/instant.ts'
import { type CodeDefinition, type Finding, finding, type RecordPlace } from '../finding/finding.ts'
import { countsOn } from '../people/index.ts'
import { evidenceCodes as codes } from './codes.ts'
import { ratifiedIn } from './ratified.ts'
import { type ReadRecord, readRecord } from './read-record.ts'
import { digestOfRecord, recordPath, signatureNamespace } from './record.ts'
import { isSignatureOf, readSignature } from './signature.ts'

/** A record as it lies on its branch. */
export interface StoredRecord {
  readonly path: string
  readonly text: string
  readonly signature: string | undefined
}

/** The number and digest of a record, kept where nobody who writes evidence can reach. */
export interface Anchor {
  readonly number: number
  readonly digest: string
}

/** A record in its chain. */
export interface Link {
  readonly path: string
  readonly record: ReadRecord
  readonly digest: string
}

export interface Verified {
  /** Those that could be read, in order. */
  readonly records: readonly ReadRecord[]
  /** What to keep elsewhere; undefined where there is no record. */
  readonly tip: Anchor | undefined
  /** What the next record follows; undefined where there is none. */
  readonly last: Link | undefined
  readonly findings: readonly Finding<RecordPlace>[]
}

/**
 * Holds a chain of records against itself, the keys that may sign it, and what was kept of it elsewhere. What the commits
 * are that it names is for whoever has the repository.
 *
 * @param stored in the order of their paths
 * @param after the record that they follow; undefined where they begin
 */
export function verifyRecords(
  stored: readonly StoredRecord[],
  signers: readonly Signer[],
  anchors: readonly Anchor[] = [],
  after?: Link,
): Verified {
  const read = stored.map(one => ({ ...one, record: readRecord(one.text), digest: digestOfRecord(one.text) }))
  const findings = new Map<string, Finding<RecordPlace>>()
  const tell = (definition: CodeDefinition, path: string, detail = ''): void => {
    const { title, why } = definition
    const rest = detail === '' ? '' : `: ${detail}`
    const message = { zh: `${title.zh}${rest}`, en: `${title.en}${rest}` }
    const key = `${definition.code} ${path}`
    if (findings.has(key)) return
    findings.set(key, finding(definition, { record: path }, { message, fix: { message: why } }))
  }
  let before = after
  for (const { path, text, signature, record, digest } of read) {
    if (record === undefined) {
      tell(codes.malformed, path)
      continue
    }
    const fault = signatureFault(text, signature, record, signers)
    if (fault !== undefined) tell(fault, path)
    const expected = (before?.record.number ?? 0) + 1
    if (record.number > expected) tell(codes.gap, path, `${expected}`)
    else if (record.number < expected || path !== recordPath(record)) tell(codes.disordered, path)
    else follow({ record, path }, before, tell)
    before = { path, record, digest }
  }
  for (const { number, digest } of anchors) {
    const found = read.find(({ record }) => record?.number === number)
    if (found === undefined) tell(codes.truncated, before?.path ?? 'evidence', `${number}`)
    else if (found.digest !== digest) tell(codes.rewritten, found.path, `${number}`)
  }
  const records = read.flatMap(({ record }) => record ?? [])
  // Behind a record that is known, what is ratified may lie before it.
  if (after === undefined) tellInVain(records, tell)
  return {
    records,
    tip: before && { number: before.record.number, digest: before.digest },
    last: before,
    findings: [...findings.values()],
  }
}

function tellInVain(records: readonly ReadRecord[], tell: Tell): void {
  const ratified = ratifiedIn(records)
  for (const record of records)
    for (const number of record.ratifies)
      if (ratified.get(number) !== record) tell(codes.ratifiesInVain, recordPath(record), `${number}`)
}

type Tell = (definition: CodeDefinition, path: string, detail?: string) => void

function follow({ record, path }: Omit<Link, 'digest'>, before: Link | undefined, tell: Tell): void {
  // Whichever of the two was changed: what the later one has signed is what the earlier one was.
  if (record.previous !== (before?.digest ?? null)) tell(codes.edited, before?.path ?? path)
  if (before === undefined) return
  const isLater = record.recordedAt >= before.record.recordedAt
  const joins = record.base.commit === before.record.merge.commit && record.target === before.record.target
  if (!isLater || !joins || record.repository !== before.record.repository) tell(codes.disordered, path)
}

function signatureFault(
  text: string,
  armoured: string | undefined,
  { recordedAt }: ReadRecord,
  signers: readonly Signer[],
): CodeDefinition | undefined {
  const signature = armoured === undefined ? undefined : readSignature(armoured)
  if (signature === undefined || signature.namespace !== signatureNamespace) return codes.unsigned
  const rows = signers.filter(({ key, use }) => use === 'recorder' && key === signature.key)
  if (rows.length === 0) return codes.signerUnknown
  if (!isSignatureOf(text, signature)) return codes.edited
  const day = dayInChina(recordedAt)
  const inTerm = rows.filter(row => countsOn(row, day))
  if (inTerm.length === 0) return codes.signerExpired
  return inTerm.some(({ revoked }) => revoked === undefined || day < revoked)
    ? undefined
    : codes.signerRevoked
}
