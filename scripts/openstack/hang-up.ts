// A look that has failed leaves questions to a cloud behind which nobody waits for any more; each of them would keep a
// command that has answered from ending for as long as a service may be silent.
let line = new AbortController()

/** Aborted when the command is over. */
export function untilHungUp(): AbortSignal {
  return line.signal
}

/** Ends what is still asked of any cloud. What is asked from now on is not concerned. */
export function hangUp(): void {
  line.abort()
  line = new AbortController()
}
