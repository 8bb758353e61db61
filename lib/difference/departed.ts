import { departuresIn } from '../change/meaning/departures.ts'
import type { MeaningTable } from '../change/meaning/meaning.ts'
import { turnOf } from '../change/meaning/turn.ts'
import { dataPathText } from '../finding/data-path.ts'
import type { Difference, Sides } from './difference.ts'

/** What two versions of one part of the catalogue mean otherwise, field by field. */
export function* departed(
  subject: string,
  table: MeaningTable,
  [was, is]: readonly [unknown, unknown],
  { before }: Sides,
): Generator<Difference> {
  for (const one of departuresIn({ table, asOf: before.asOf, everything: true }, was, is)) {
    const turn = turnOf(one)
    const place = dataPathText(one.is === undefined ? one.before : one.after)
    const what = one.meaning?.what
    yield {
      subject,
      message:
        what === undefined
          ? { zh: `${place} ${turn.zh}`, en: `${place} ${turn.en}` }
          : { zh: `${what.zh}（${place}）${turn.zh}`, en: `${what.en} (${place}) ${turn.en}` },
    }
  }
}
