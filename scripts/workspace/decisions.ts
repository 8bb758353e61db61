// What evidence decides, for whoever composes a model: found, verified, and only then believed.
import type { Signer } from '../../generated/types/people.ts'
import {
  evidenceCodes as codes,
  type Decisions,
  decisionsOf,
  evidenceFolder,
  noDecisions,
  readRecord,
  recordedDay,
  verifyRecords,
} from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { lazily } from '../../lib/model/lazily.ts'
import type { EvidenceMark } from '../../lib/model/model.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { plainLooks } from '../../lib/repository/index.ts'
import { isKind } from '../../lib/validate/index.ts'
import type { Checkout } from '../git/call.ts'
import { commitNamed, fetchEvidence, rewrites, targetTip } from '../git/evidence-branch.ts'
import { signersAt, signersIn } from './signers.ts'
import { type StoredEvidence, storedEvidence } from './stored-evidence.ts'

export interface EvidencePlace extends Checkout {
  /** Today, whichever day the repository is looked at on. */
  readonly actualToday: string
  /** A ref, or the absolute path of a folder, where `--evidence` names one. */
  readonly evidence?: string | undefined
  /** Where the evidence is, where the files are a copy of what lies there. */
  readonly evidenceRoot?: string
}

/**
 * What the evidence of a repository decides: nothing before the day from which it does, whichever day is looked at.
 *
 * @param files the repository's, as they are looked at
 * @param byRecords whether the records have a say of their own in that day
 * @throws Refusal where the evidence cannot be read, or is not whole
 */
export function decisionsAt(
  place: EvidencePlace,
  files: readonly SourceFile[],
  byRecords: boolean,
): Decisions {
  const checkout = { ...place, root: place.evidenceRoot ?? place.root }
  const stored = lazily(() => storedEvidence(checkout, place.evidence))
  const days = [evidenceDay(files), byRecords ? dayOfRecords(stored()) : undefined]
  if (!days.some(from => from !== undefined && from <= place.actualToday)) return noDecisions
  const evidence = stored()
  // A folder in which nothing lies backs nothing.
  if (evidence === undefined || evidence.records.length === 0) throw unreadable(place.evidence)
  const { records, findings } = verifyRecords(evidence.records, signersOf(checkout, files))
  const [broken] = evidence.tip === undefined ? findings : [...findings, ...rewrites(checkout, evidence.tip)]
  if (broken !== undefined) throw new Refusal(broken, 'findings')
  return decisionsOf(records)
}

/** Whether they may be believed is asked once they say that they decide. */
function dayOfRecords(evidence: StoredEvidence | undefined): string | undefined {
  return recordedDay((evidence?.records ?? []).flatMap(({ text }) => readRecord(text) ?? []))
}

/** On what the histories rest; undefined where evidence does not decide. */
export function evidenceMark(place: EvidencePlace, { number }: Decisions): EvidenceMark | undefined {
  if (number === 0) return undefined
  return { number, commit: commitNamed({ ...place, root: place.evidenceRoot ?? place.root }, 'HEAD') }
}

/** The day from which evidence decides; a platform that cannot be read has findings of its own. */
function evidenceDay(files: readonly SourceFile[]): string | undefined {
  const platform = files.find(({ kind }) => kind === 'platform')
  if (platform === undefined || !mayName(platform, 'evidence')) return undefined
  const { documents } = plainLooks.catalogue({ files: [platform], findings: [] })
  const [valid] = documents.filter(one => isKind(one, 'platform'))
  return valid?.value.evidence?.from
}

/** Most platforms are spared their reading. A key that is escaped says the same, and no other way of writing it is known. */
function mayName({ bytes }: SourceFile, key: string): boolean {
  const text = Buffer.from(bytes)
  return text.includes(key) || text.includes('\\')
}

/** The keys of the target branch; without git, those of the files. A change does not sign for itself. */
function signersOf(checkout: Checkout, files: readonly SourceFile[]): readonly Signer[] {
  if (commitNamed(checkout, 'HEAD') === undefined)
    return signersIn(files.find(({ kind }) => kind === 'people'))
  const target = targetTip(checkout)
  if (target === undefined) throw unreadable(undefined, 'git fetch origin main:refs/remotes/origin/main')
  return signersAt(checkout, target)
}

function unreadable(named: string | undefined, command = fetchEvidence): Refusal {
  const shown = named === undefined ? '' : printable(named)
  const message = {
    zh: `自 evidence.from 之日起以审批记录为准，而${shown === '' ? '' : `“${shown}”`}取不到；请运行 ${command}`,
    en: `evidence decides from \`evidence.from\` on, and ${shown === '' ? 'it' : `“${shown}”`} cannot be read; run \`${command}\``,
  }
  return new Refusal(
    finding(codes.unreadable, { machine: shown === '' ? evidenceFolder : shown }, { message }),
    'environment',
  )
}
