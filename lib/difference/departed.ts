import { departuresIn } from '../change/meaning/departures.ts'
import type { MeaningTable } from '../change/meaning/meaning.ts'
import { turnOf } from '../change/meaning/turn.ts'
import { dataPathText } from '../finding/data-path.ts'
import { fieldTermIn } from '../term/index.ts'
import type { Difference, Sides } from './difference.ts'

/** One kind of part of the catalogue: the name of its schema, and what its fields mean. */
export interface Part {
  readonly schema: string
  readonly table: MeaningTable
}

/** What two versions of one part of the catalogue mean otherwise, field by field. */
export function* departed(
  subject: string,
  { schema, table }: Part,
  [was, is]: readonly [unknown, unknown],
  { before }: Sides,
): Generator<Difference> {
  for (const one of departuresIn({ table, asOf: before.asOf, everything: true }, was, is)) {
    const turn = turnOf(one)
    const path = one.is === undefined ? one.before : one.after
    const place = dataPathText(path)
    const what = one.meaning?.what
    const field =
      what === undefined
        ? fieldTermIn(schema, path, place)
        : { zh: `${what.zh}（${place}）`, en: `${what.en} (${place})` }
    yield { subject, message: { zh: `${field.zh}${turn.zh}`, en: `${field.en} ${turn.en}` } }
  }
}
