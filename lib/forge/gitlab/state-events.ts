import type { Turn } from '../facts.ts'
import { field, instant, list, text } from '../shape.ts'
import { placeOf } from './order.ts'

const kinds: Readonly<Record<string, Turn['kind']>> = { reopened: 'reopen', merged: 'merge' }

/** `GET /projects/:id/merge_requests/:iid/resource_state_events`, all pages together. */
export function stateTurns(answer: unknown): readonly Turn[] {
  return list({ place: 'state_events', value: answer }).flatMap(event => {
    const state = text(field(event, 'state'))
    const kind = Object.hasOwn(kinds, state) ? kinds[state] : undefined
    return kind === undefined ? [] : [{ kind, place: placeOf.turn(instant(field(event, 'created_at'))) }]
  })
}
