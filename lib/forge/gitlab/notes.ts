import { accountOf } from '../account.ts'
import type { CommentFact } from '../comments.ts'
import type { Turn } from '../facts.ts'
import { field, flag, instant, integer, list, type Shape, text } from '../shape.ts'
import { placeOf } from './order.ts'

/** What GitLab itself writes under a merge request; nobody can write a note that says of itself that it is the system's. */
const told: readonly (readonly [begins: string, kind: Turn['kind']])[] = [
  ['changed target branch', 'retarget'],
  ['marked this merge request as **ready**', 'ready'],
]

/** `GET /projects/:id/merge_requests/:iid/notes`, all pages together: what no other list tells. */
export function turnsIn(answer: unknown): readonly Turn[] {
  return notesOf(answer)
    .filter(note => flag(field(note, 'system')))
    .flatMap(note => {
      const body = text(field(note, 'body'))
      const kind = told.find(([begins]) => body.startsWith(begins))?.[1]
      return kind === undefined ? [] : [{ kind, place: placeOf.turn(instant(field(note, 'created_at'))) }]
    })
}

/** The same list: what people and programs wrote. */
export function commentsOf(answer: unknown): readonly CommentFact[] {
  return notesOf(answer)
    .filter(note => !flag(field(note, 'system')))
    .map(note => ({
      id: integer(field(note, 'id')),
      account: accountOf(field(note, 'author')),
      body: text(field(note, 'body')),
    }))
}

function notesOf(answer: unknown): readonly Shape[] {
  return list({ place: 'notes', value: answer })
}
