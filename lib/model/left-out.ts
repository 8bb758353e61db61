import type { Model } from './model.ts'

/**
 * Whether a file is there, but so broken that the model goes without it. What it defines is then unknown rather than
 * absent, and whoever names it is not at fault.
 */
export function isLeftOut({ leftOut }: Model, file: string): boolean {
  return leftOut?.has(file) === true
}

/** Whether every item of the service catalogue is in the model. */
export function hasAllItems({ leftOut }: Model): boolean {
  return leftOut === undefined || !leftOut.values().some(file => file.startsWith('catalogue/services/'))
}
