import type { LoadedRepository } from './repository.ts'

/** The files and folders that are there, and of which no stage could make a document. */
export function leftOutOf({ documents, findings }: LoadedRepository): ReadonlySet<string> {
  const broken = findings.filter(({ file, severity }) => severity === 'error' && file !== '.')
  return new Set(broken.map(({ file }) => file)).difference(new Set(documents.map(({ file }) => file)))
}
