/** Text that belongs in the place of a stretch, in UTF-16 offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** `sign`: a sign of another width · `blank`: none after a colon · `quotes`: none around a text that needs them. */
  readonly kind: 'sign' | 'blank' | 'quotes'
}

/** What somebody may have typed by mistake: all of its edits belong together, as those of two brackets do. */
export interface Slip {
  readonly edits: readonly Edit[]
  /** An ASCII word with a colon where a key would stand: no other reading is likely. */
  readonly strong: boolean
}

export function editsOf(slips: readonly Slip[]): readonly Edit[] {
  return slips.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start)
}

/** @param edits in order, none over another */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, replacement } of edits) {
    parts.push(text.slice(at, start), replacement)
    at = end
  }
  return parts.join('') + text.slice(at)
}

/** The place in the first text of an offset in the edited one; within a replacement it is where that begins. */
export function beforeEdits(offset: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const { start, end, replacement } of edits) {
    const from = start + shift
    if (offset < from) break
    if (offset < from + replacement.length) return start
    shift += replacement.length - (end - start)
  }
  return offset - shift
}
