import { distance } from 'fastest-levenshtein'

/**
 * The candidate that a mistyped word most likely means, or undefined where none is near: at most a third of the longer
 * word may differ, and never all of it. Of equally near ones the first in code-unit order, so that no run differs.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const ranked = [...candidates]
    .map(candidate => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= allowedEdits(word, candidate))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
  return ranked[0]?.candidate
}

function allowedEdits(word: string, candidate: string): number {
  const length = Math.max(word.length, candidate.length)
  return Math.min(Math.max(1, Math.floor(length / 3)), length - 1)
}
