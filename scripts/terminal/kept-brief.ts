import type { Brief } from '../../lib/brief/index.ts'
import { briefMarkdown } from '../../lib/brief/render/markdown.ts'
import { keepComment } from '../forge/index.ts'
import type { Context } from './command.ts'
import type { ForgeChange } from './forge-change.ts'

/** GitHub takes 65,536 characters. */
const mostInComment = 60_000

/** Keeps the brief as the one comment of its name under a change. */
export async function keepBrief(
  { language }: Pick<Context, 'language'>,
  { forge, facts }: Pick<ForgeChange, 'forge' | 'facts'>,
  made: Brief,
): Promise<void> {
  const text = briefMarkdown(made, language, mostInComment)
  await keepComment(forge, facts.number, { name: 'brief', text })
}
