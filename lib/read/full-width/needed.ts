import { edited, editsOf, type Slip } from './slip.ts'

/** How far a text gets, and what is wrong with it there: a later stage is better, then fewer problems. */
export interface Verdict {
  readonly stage: number
  readonly problems: number
}

/** Trials times characters: what one file may take of a second. */
const mostWork = 2_000_000

/**
 * Those slips without which the text is worse. Each is left out in turn, and stays out where that does no harm: signs of
 * full width that belong to a text never help, and so are never reported.
 */
export function neededSlips(
  text: string,
  slips: readonly Slip[],
  judge: (text: string) => Verdict,
): readonly Slip[] {
  const strong = slips.filter(slip => slip.strong)
  if (slips.length * text.length > mostWork) return strong
  const judged = (kept: readonly Slip[]): Verdict => judge(edited(text, editsOf(kept)))
  let kept = slips
  let verdict = judged(kept)
  for (const slip of slips) {
    const without = kept.filter(other => other !== slip)
    const next = judged(without)
    if (isWorse(next, verdict)) continue
    kept = without
    verdict = next
  }
  // An earlier fault hides what else is wrong, and with it what would mend it.
  return verdict.stage > 0 ? kept : slips.filter(slip => slip.strong || kept.includes(slip))
}

function isWorse(a: Verdict, b: Verdict): boolean {
  return a.stage < b.stage || (a.stage === b.stage && a.problems > b.problems)
}
