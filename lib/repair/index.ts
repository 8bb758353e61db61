// What `validate --fix` does to a text: the fixes that leave no doubt, and nothing else.
import type { Finding, Fix } from '../finding/finding.ts'
import { lineIndex } from '../read/lines.ts'

/** A finding whose fix may be applied without asking. */
export type Mendable = Finding & { readonly fix: Fix & { readonly replacement: string } }

export function isMendable(finding: Finding): finding is Mendable {
  return finding.fix?.certain === true && finding.fix.replacement !== undefined
}

export interface Mended {
  readonly text: string
  readonly applied: readonly Mendable[]
}

/**
 * The text with its certain fixes. Of those that lie over each other none is applied, unless they say the same: which one
 * is right shows when the others are done.
 */
export function mended(text: string, findings: readonly Finding[]): Mended {
  const lines = lineIndex(text)
  const edits = findings
    .filter(isMendable)
    .map((finding): Edit => {
      const { start, end } = finding.range
      return { finding, start: lines.offset(start), end: lines.offset(end) }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const distinct = edits.filter((edit, index) => !isSame(edit, edits[index - 1]))
  const free = distinct.filter(edit => !distinct.some(other => other !== edit && overlap(edit, other)))
  const whole = free.reduceRight(
    (before, { start, end, finding }) => before.slice(0, start) + finding.fix.replacement + before.slice(end),
    text,
  )
  return { text: whole, applied: free.map(({ finding }) => finding) }
}

interface Edit {
  readonly finding: Mendable
  readonly start: number
  readonly end: number
}

function isSame(a: Edit, b: Edit | undefined): boolean {
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.finding.fix.replacement === b.finding.fix.replacement
  )
}

/** Two that only touch leave each other alone; two at one empty place do not. */
function overlap(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)
}
