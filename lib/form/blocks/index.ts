import type { Block } from '../../../generated/types/form.ts'
import { applies } from '../applies.ts'
import type { Part } from '../document.ts'
import type { Subject } from '../subject.ts'
import { composeAttachments } from './attachments.ts'
import { composeClauses } from './clauses.ts'
import { composeExchange } from './exchange.ts'
import { composeFields } from './fields.ts'
import { composeOpenings } from './openings.ts'
import { composeOpinions } from './opinions.ts'
import { composePapers } from './papers.ts'
import { composeParagraphs } from './paragraphs.ts'
import { composePeople } from './people.ts'
import { composeRating } from './rating.ts'
import { composeReceipts } from './receipts.ts'
import { composeServices } from './services.ts'
import { composeSignatures } from './signatures.ts'

type Composers = {
  readonly [K in keyof Required<Block>]: (block: NonNullable<Block[K]>, subject: Subject) => readonly Part[]
}

const composers: Composers = {
  fields: composeFields,
  services: composeServices,
  openings: composeOpenings,
  exchange: composeExchange,
  papers: composePapers,
  people: composePeople,
  clauses: composeClauses,
  paragraphs: composeParagraphs,
  attachments: composeAttachments,
  opinions: composeOpinions,
  rating: composeRating,
  receipts: composeReceipts,
  signatures: composeSignatures,
}

/** Every kind of block, in the order in which the schema names them. */
export const blockKinds: readonly (keyof Composers)[] = [
  'fields',
  'services',
  'openings',
  'exchange',
  'papers',
  'people',
  'clauses',
  'paragraphs',
  'attachments',
  'opinions',
  'rating',
  'receipts',
  'signatures',
]

/** One block's parts; none when the block is not for this case. */
export function composeBlock(block: Block, subject: Subject): readonly Part[] {
  const compose = <K extends keyof Composers>(kind: K): readonly Part[] => {
    const content: Block[K] = block[kind]
    return content === undefined || !applies(content, subject) ? [] : composers[kind](content, subject)
  }
  return blockKinds.flatMap(kind => compose(kind))
}
