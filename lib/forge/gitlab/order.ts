/**
 * GitLab has no order of its own over all that happens to a merge request: its instants, in milliseconds, tell it. What
 * happened in the same one as a review counts as after it.
 */
export const placeOf = {
  review: (at: string): number => Date.parse(at) * 2,
  turn: (at: string): number => Date.parse(at) * 2 + 1,
} as const
