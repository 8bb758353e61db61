// What processes of StrykerJS say of a mutant beside its status, for the one that started them.

/** Its turn would have come after the deadline, or it takes longer than a quick run does. */
export const notReached = 'not reached'

/** The mutated place was passed a hundred times as often as without the mutant; StrykerJS begins its reason so too. */
export const hitLimitReached = 'Hit limit reached'
