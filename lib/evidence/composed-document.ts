import { fileStart, type Location } from '../finding/finding.ts'
import { lazily } from '../model/lazily.ts'
import { isRecord } from '../model/record.ts'
import type { RecordMark, SourceDocument } from '../read/document.ts'
import type { RecordedAnswer } from './answers.ts'
import { composedHistory } from './composed-history.ts'

/** Where an event comes from: its index among what people wrote, or its record and the request that this answers. */
type Origin = number | { readonly record: RecordMark; readonly request: number }

/**
 * A manifest with its history composed: its value has all events, and a place in a decided one is its record, but for the
 * day agreed, which stands in the request. Everything else is as it was, the digest too.
 */
export function composedDocument(
  document: SourceDocument,
  answers: readonly RecordedAnswer[],
): SourceDocument {
  if (answers.length === 0) return document
  const { file, kind, digest } = document
  const composed = () => composedHistory(writtenIn(document), answers)
  // The events themselves are let go with the value of the document.
  const origins = lazily((): readonly Origin[] =>
    composed().map(one => ('record' in one ? one : one.written)),
  )
  return {
    file,
    kind,
    digest,
    get text() {
      return document.text
    },
    get value() {
      const { value } = document
      return isRecord(value) ? { ...value, history: composed().map(({ event }) => event) } : value
    },
    at: (path, part): Location => {
      const [top, index, ...rest] = path
      const origin = top === 'history' && typeof index === 'number' ? origins()[index] : undefined
      if (origin === undefined) return document.at(path, part)
      const written = typeof origin !== 'number' && rest[0] === 'until' ? origin.request : origin
      if (typeof written !== 'number') return { file: written.record.file, range: fileStart, path }
      return { ...document.at([top ?? '', written, ...rest], part), path }
    },
    recordOf: index => {
      const origin = origins()[index]
      return typeof origin === 'number' ? undefined : origin?.record
    },
  }
}

function writtenIn({ value }: SourceDocument): readonly unknown[] {
  return isRecord(value) && Array.isArray(value.history) ? value.history : []
}
