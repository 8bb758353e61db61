import type { Surroundings } from './model.ts'

/**
 * Whether a file is there, but so broken that the model goes without it, or lies in a folder that could not be read.
 * What it defines is then unknown rather than absent, and whoever names it is not at fault.
 */
export function isLeftOut({ leftOut }: Pick<Surroundings, 'leftOut'>, file: string): boolean {
  if (leftOut === undefined || leftOut.size === 0) return false
  const parts = file.split('/')
  return parts.some((_, index) => leftOut.has(parts.slice(0, index + 1).join('/')))
}

/** Whether every item of the service catalogue is in the model. */
export function hasAllItems({ leftOut }: Surroundings): boolean {
  return leftOut === undefined || !leftOut.values().some(file => file.startsWith('catalogue/services'))
}
