/** Why a mutant has no result after the deadline; told by a process of StrykerJS to the one that asked for it. */
export const notReached = 'time was up'
