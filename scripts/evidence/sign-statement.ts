// An official's own signature over what a merge would make: made in the official's clone, and no forge is asked.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { approvalCodes, type Pinned } from '../../lib/approval/index.ts'
import { dayInChina } from '../../lib/clock/instant.ts'
import { type CodeDefinition, finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  statementCodes as codes,
  digestOfStatement,
  personOfKey,
  type ReviewStatement,
  readStatement,
  reasonText,
  statementNamespace,
  statementSchema,
  statementText,
} from '../../lib/statement/index.ts'
import { mergedTree } from '../git/merged-tree.ts'
import { commitOf } from '../git/refs.ts'
import { type CommittedPlace, modelAt, type Now } from '../workspace/model-at.ts'
import { writeWhole } from '../workspace/write-file.ts'
import { publicPartOf, signatureBy } from './sign.ts'

export interface Signing {
  readonly place: CommittedPlace
  readonly now: Now
  /** Names of the target branch and of the change, as git takes them. */
  readonly base: string
  readonly head: string
  readonly pinned: Pinned
  readonly change: number | undefined
  readonly verdict: ReviewStatement['verdict']
  readonly reason: string | undefined
  /** Absolute path of the signer's key. */
  readonly keyFile: string
  /** An ISO 8601 instant in UTC. */
  readonly at: string
}

/** What is about to be signed, for its signer to look at. */
export interface Prepared {
  readonly statement: ReviewStatement
  readonly key: string
  /** The text of the file with the reason; undefined without one. */
  readonly reason: string | undefined
}

/** @throws Refusal where nothing can be merged, and for a key that would not count */
export function preparedStatement(signing: Signing): Prepared {
  const { place, now, pinned, keyFile, at } = signing
  const [base, head] = [commitOf(place, signing.base), commitOf(place, signing.head)]
  const merged = mergedTree(place, base, head)
  if (merged === 'conflict') throw refused(approvalCodes.conflict, keyFile, signing.base)
  const people = modelAt(place, base, now).model?.catalogue.people?.value
  if (people === undefined) throw refused(approvalCodes.noPeople, keyFile, base.slice(0, 12))
  const key = publicPartOf(keyFile, place.environment, codes.cannotSign)
  const person = personOfKey(people, key, dayInChina(at))
  if (person === undefined) throw refused(codes.signerUnknown, keyFile, key)
  const reason =
    signing.reason === undefined
      ? undefined
      : reasonText({ salt: randomBytes(16).toString('hex'), text: signing.reason })
  const { forge, repository, target } = pinned
  const statement: ReviewStatement = {
    schema: statementSchema,
    forge,
    repository,
    target,
    base,
    head,
    tree: merged.tree,
    change: signing.change ?? null,
    person,
    verdict: signing.verdict,
    reason: reason === undefined ? null : digestOfStatement(reason),
    at,
  }
  return { statement, key, reason }
}

export interface WrittenStatement {
  readonly digest: string
  /** Absolute path; the signature lies beside it. */
  readonly file: string
}

/**
 * Signs and writes: the statement last, so that who reads it finds the rest.
 *
 * @param folder absolute path
 * @throws Refusal where ssh-keygen signs nothing that would count
 */
export function signStatement(
  { statement, key, reason }: Prepared,
  { place, keyFile }: Pick<Signing, 'place' | 'keyFile'>,
  folder: string,
): WrittenStatement {
  const text = statementText(statement)
  const purpose = { namespace: statementNamespace, failure: codes.cannotSign }
  const signature = signatureBy(text, keyFile, place.environment, purpose)
  const read = readStatement({ text, signature })
  // A public part that lies beside another key, or a kind of key that evidence does not know.
  if (read.fault !== undefined || read.key !== key) throw refused(codes.cannotSign, keyFile, key)
  const file = join(folder, `${read.digest}.json`)
  if (reason !== undefined) writeWhole(join(folder, `${read.digest}.reason.json`), reason)
  writeWhole(`${file}.sig`, signature)
  writeWhole(file, text)
  return { digest: read.digest, file }
}

function refused(definition: CodeDefinition, keyFile: string, detail: string): Refusal {
  const { title, why } = definition
  const shown = printable(detail)
  const message: Text = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(definition, { machine: keyFile }, { message, severity: 'error', fix: { message: why } }),
    'findings',
  )
}
