import type { DataPath } from './finding.ts'
import { printable } from './printable.ts'

/** A data path as a person writes it: `zones.internet.services[1].item`. Empty for the whole document. */
export function dataPathText(path: DataPath): string {
  return path.map(stepText).join('').replace(/^\./, '')
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[\p{L}\p{N}_-]+$/u.test(step) ? `.${step}` : `[${printable(JSON.stringify(step))}]`
}
