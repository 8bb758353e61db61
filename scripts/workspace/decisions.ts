// What evidence decides, for whoever composes a model: found, verified, and only then believed.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Signer } from '../../generated/types/people.ts'
import {
  evidenceCodes as codes,
  type Decisions,
  decisionsOf,
  evidenceFolder,
  noDecisions,
  type StoredRecord,
  type Verified,
  verifyRecords,
} from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { lazily } from '../../lib/model/lazily.ts'
import type { EvidenceMark } from '../../lib/model/model.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import type { SourceFile } from '../../lib/read/index.ts'
import { plainLooks } from '../../lib/repository/index.ts'
import { isKind } from '../../lib/validate/index.ts'
import type { Checkout } from '../git/call.ts'
import {
  commitNamed,
  evidenceTip,
  fetchEvidence,
  recordsAt,
  rewrites,
  targetTip,
} from '../git/evidence-branch.ts'
import { signersAt, signersIn } from './signers.ts'

export interface EvidencePlace extends Checkout {
  /** Today, whichever day the repository is looked at on. */
  readonly actualToday: string
  /** A ref or a folder, where `--evidence` names one. */
  readonly evidence?: string | undefined
  /** Where the evidence is, where the files are a copy of what lies there. */
  readonly evidenceRoot?: string
}

/**
 * What the evidence of a repository decides: nothing before the day from which it does, whichever day is looked at.
 *
 * @param files the repository's, as they are looked at
 * @param isDelivered whether they go to the clouds: then what came to the branch without an approval does not move that day
 * @throws Refusal where the evidence cannot be read, or is not whole
 */
export function decisionsAt(
  place: EvidencePlace,
  files: readonly SourceFile[],
  isDelivered: boolean,
): Decisions {
  const checkout = { ...place, root: place.evidenceRoot ?? place.root }
  const read = lazily(() => verified(checkout, signersOf(checkout, files)))
  const days = [evidenceDay(files), isDelivered ? recordedDay(checkout, read) : undefined].filter(
    day => day !== undefined,
  )
  if (!days.some(from => from <= place.actualToday)) return noDecisions
  const { records, findings } = read()
  const [broken] = findings
  if (broken !== undefined) throw new Refusal(broken, 'findings')
  // A folder in which nothing lies backs nothing.
  if (records.length === 0) throw unreadable(place.evidence)
  return decisionsOf(records)
}

/** The first day that any record names; evidence that is not whole says nothing of it. */
function recordedDay(checkout: EvidencePlace, read: () => Verified): string | undefined {
  if (evidenceTip(checkout, checkout.evidence) === undefined || targetTip(checkout) === undefined)
    return undefined
  const { records, findings } = read()
  if (findings.length > 0) return undefined
  return records.flatMap(({ evidenceFrom }) => evidenceFrom ?? []).sort()[0]
}

/** On what the histories rest; undefined where evidence does not decide. */
export function evidenceMark(place: EvidencePlace, { number }: Decisions): EvidenceMark | undefined {
  if (number === 0) return undefined
  return { number, commit: commitNamed({ ...place, root: place.evidenceRoot ?? place.root }, 'HEAD') }
}

function verified(place: EvidencePlace, signers: readonly Signer[]): Verified {
  const folder = evidenceIn(place)
  if (folder !== undefined) return verifyRecords(recordsIn(folder), signers)
  const tip = evidenceTip(place, place.evidence)
  if (tip === undefined) throw unreadable(place.evidence)
  const { findings, ...more } = verifyRecords(recordsAt(place, tip), signers)
  return { ...more, findings: [...findings, ...rewrites(place, tip)] }
}

/** The day from which evidence decides; a platform that cannot be read has findings of its own. */
function evidenceDay(files: readonly SourceFile[]): string | undefined {
  const platform = files.find(({ kind }) => kind === 'platform')
  if (platform === undefined || !Buffer.from(platform.bytes).includes('evidence')) return undefined
  const { documents } = plainLooks.catalogue({ files: [platform], findings: [] })
  const [valid] = documents.filter(one => isKind(one, 'platform'))
  return valid?.value.evidence?.from
}

/** A folder counts where it is named, or where git has no evidence: beside a branch it could be an older state of it. */
function evidenceIn(place: EvidencePlace): string | undefined {
  const named = place.evidence
  if (named !== undefined) {
    const folder = resolve(place.root, named)
    return isFolder(folder) ? folder : undefined
  }
  const folder = join(place.root, evidenceFolder)
  return evidenceTip(place) === undefined && isFolder(folder) ? folder : undefined
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

const mostRecordBytes = 4 * 1024 * 1024

function recordsIn(folder: string): readonly StoredRecord[] {
  const years = readdirSync(folder)
    .filter(name => /^\d{4}$/.test(name))
    .sort()
  const paths = years.flatMap(year =>
    readdirSync(join(folder, year))
      .filter(name => name.endsWith('.json'))
      .sort()
      .map(name => `${year}/${name}`),
  )
  return paths.map(path => ({
    path,
    text: textIn(join(folder, path)) ?? '',
    signature: textIn(join(folder, `${path}.sig`)),
  }))
}

function textIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const content = readRegularFile(file, mostRecordBytes)
  return 'bytes' in content ? new TextDecoder().decode(content.bytes) : undefined
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
