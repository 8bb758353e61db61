import type { Article } from '../../generated/types/jurisdiction.ts'

export type ArticleKind = Article['kinds'][number]

/** A place that does something about an article: a profile field, a code, a stack, a form, a report. */
export interface Place {
  readonly article: string
  /** Which of the article's kinds it serves. */
  readonly kinds: readonly ArticleKind[]
  /** `approvals[0].steps[1]`, `TY4201`, `stacks/system-stack.ts:40`, `form 资源变更申请单`. */
  readonly label: string
  readonly file: string
}
