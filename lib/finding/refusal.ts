import type { AnyFinding, Said, Text } from './finding.ts'

/**
 * Whose move it is: the caller's (`usage`), the machine's or a cloud's (`environment`), or that of whoever answers for
 * what the repository says (`findings`).
 */
export type RefusalKind = 'usage' | 'environment' | 'findings'

/** Work cannot go on, and nothing was begun that is not finished: what is in the way is a finding like any other. */
export class Refusal extends Error {
  readonly finding: AnyFinding
  readonly kind: RefusalKind

  constructor(finding: AnyFinding, kind: RefusalKind, cause?: unknown) {
    super(`${finding.code}: ${finding.message.en}`, { cause })
    this.name = 'Refusal'
    this.finding = finding
    this.kind = kind
  }
}

/** What is wrong and what would mend it, in one line. */
export function lineOf({ message, fix }: Pick<Said, 'message' | 'fix'>): Text {
  if (fix === undefined) return message
  return { zh: `${message.zh}；${fix.message.zh}`, en: `${message.en}; ${fix.message.en}` }
}
