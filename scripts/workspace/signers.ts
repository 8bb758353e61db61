// The keys that may sign records, from the people table alone: nothing else of a repository is read for them.
import type { Signer } from '../../generated/types/people.ts'
import { digestOf, type SourceFile } from '../../lib/read/index.ts'
import { plainLooks } from '../../lib/repository/index.ts'
import { isKind } from '../../lib/validate/index.ts'
import type { Checkout } from '../git/call.ts'
import { fileAt } from '../git/data-files.ts'

const peopleFile = 'catalogue/people.yaml'

/** @param commit its full name. @throws Refusal where git cannot give the table */
export function signersAt(checkout: Checkout, commit: string): readonly Signer[] {
  const bytes = fileAt(checkout, commit, peopleFile)
  return signersIn(bytes && { file: peopleFile, kind: 'people', bytes, digest: digestOf(bytes) })
}

/** None where there is no table, or one that does not fit its schema. */
export function signersIn(people: SourceFile | undefined): readonly Signer[] {
  if (people === undefined) return []
  const { documents } = plainLooks.catalogue({ files: [people], findings: [] })
  return documents.filter(one => isKind(one, 'people')).flatMap(({ value }) => value.signers ?? [])
}
