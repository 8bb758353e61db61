import { departuresIn } from '../change/meaning/departures.ts'
import type { MeaningTable } from '../change/meaning/meaning.ts'
import { dataPathText } from '../finding/data-path.ts'
import type { DataPath } from '../finding/finding.ts'
import { fieldTermIn } from '../term/index.ts'
import type { Difference, Sides } from './difference.ts'
import { fieldWords, turnsWithin } from './fields.ts'

/** One kind of part of the catalogue: the name of its schema, and what its fields mean. */
export interface Part {
  readonly schema: string
  /**
   * Where in a document of the schema it lies.
   * @default - it is the whole document
   */
  readonly at?: DataPath
  readonly table: MeaningTable
}

/** What two versions of one part of the catalogue mean otherwise, field by field. */
export function* departed(
  subject: string,
  { schema, at = [], table }: Part,
  [was, is]: readonly [unknown, unknown],
  { before }: Sides,
): Generator<Difference> {
  for (const one of departuresIn({ table, asOf: before.asOf, everything: true }, was, is)) {
    const path = one.is === undefined ? one.before : one.after
    for (const turn of turnsWithin({ path, was: one.was, is: one.is })) {
      const [inDocument, place] = [[...at, ...turn.path], dataPathText(turn.path)]
      const what = one.meaning?.what
      const field =
        what === undefined
          ? fieldTermIn(schema, inDocument, place)
          : { zh: `${what.zh}（${place}）`, en: `${what.en} (${place})` }
      yield { subject, message: fieldWords(schema, field, { ...turn, path: inDocument }) }
    }
  }
}
