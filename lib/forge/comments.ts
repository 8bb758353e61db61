import { accountOf } from './account.ts'
import { field, integer, text } from './shape.ts'

/** A comment under a change, outside of any review. */
export interface CommentFact {
  readonly id: number
  /** Undefined where the account is gone. */
  readonly account: number | undefined
  readonly body: string
}

export function commentsOf(values: readonly unknown[]): readonly CommentFact[] {
  return values.map((value, index) => {
    const comment = { place: `comments[${index}]`, value }
    return {
      id: integer(field(comment, 'id')),
      account: accountOf(field(comment, 'user')),
      body: text(field(comment, 'body')),
    }
  })
}
