/** What a warm worker is asked: which tests fail with this mutant? */
export interface Question {
  readonly mutant: string
  /** How often the mutated place may be passed before it counts as an endless loop. */
  readonly hitLimit: number | undefined
}

/**
 * What it answers. `killed`: a test fails with the mutant, passes without it and fails with it again. `alive`: no test
 * fails; `reached` says whether any came past the mutant. `endless`: the limit of hits was passed. `spoilt`: a test failed that
 * passes no more without the mutant, or failed once only; what the worker remembers can no longer be trusted.
 */
export type Answer =
  | { readonly kind: 'killed'; readonly by: string; readonly message: string; readonly tests: number }
  | { readonly kind: 'alive'; readonly reached: boolean; readonly tests: number }
  | { readonly kind: 'endless' | 'spoilt' }

/** The tests that a worker has at hand, when it is ready to be asked; IDs as Stryker makes them. */
export interface Ready {
  readonly kind: 'ready'
  readonly tests: readonly string[]
}

export type FromWorker = Ready | Answer

export type ToWorker = Question | 'close'
