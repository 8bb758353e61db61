import type { CodeDefinition } from '../finding/finding.ts'
import { driftKinds } from './kinds/index.ts'

/** What nothing is known of is no sign that all is well. */
export const unlookedStack: CodeDefinition = {
  code: 'TY6620',
  severity: 'error',
  title: { zh: '该栈没有比对', en: 'the stack was not looked at' },
  why: {
    zh: '它所依赖的栈无法查看，或者比对被中断。请先处理所列的其他问题，再执行一次。',
    en: 'What it stands on could not be looked at, or the look was broken off. See to what else is listed, and run it again.',
  },
}

/** TY66xx: how what stands has come to differ from what was applied. Codes are never used again for another meaning. */
export const driftCodes: readonly CodeDefinition[] = [
  ...driftKinds.map(({ definition }) => definition),
  unlookedStack,
].toSorted((a, b) => (a.code < b.code ? -1 : 1))
