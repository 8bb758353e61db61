import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { severityNames } from '../../lib/finding/printers/printer.ts'
import type { Model } from '../../lib/model/model.ts'
import { type Context, type ExitStatus, exitStatus } from './command.ts'

/** One line on standard error, so that programs still read a clean answer. */
export function tellLeftOut({ language, stderr }: Context, { leftOut = new Set() }: Model): void {
  const [first, ...others] = [...leftOut].sort()
  if (first === undefined) return
  const { code, severity } = codes.leftOut
  const shown = printable(first)
  const more = { zh: ` 等 ${leftOut.size} 个文件`, en: ` and ${others.length} more` }
  const rest = others.length === 0 ? { zh: ' ', en: '' } : more
  const text = {
    zh: `${shown}${rest.zh}有误，结果中未计入；请运行 tenantry validate`,
    en: `${shown}${rest.en} cannot be understood and is left out here; run \`tenantry validate\``,
  }
  stderr(`${severityNames[severity][language]} ${code}: ${text[language]}\n`)
}

/**
 * Clean, unless the answer lacks something of the catalogue, or of what stands at these addresses: one broken tenant
 * does not spoil it for the others. Without addresses the answer is about the catalogue alone; an empty list means all.
 */
export function statusOfAnswer(
  { leftOut = new Set() }: Model,
  addresses: readonly string[] | undefined,
): ExitStatus {
  const places =
    addresses?.length === 0 ? ['tenants'] : (addresses ?? []).map(address => `tenants/${address}`)
  const lacks = (file: string): boolean =>
    isWithin(file, 'catalogue') ||
    places.some(place => isWithin(file, place) || isWithin(place, file) || file === `${place}.yaml`)
  return leftOut.values().some(lacks) ? exitStatus.findings : exitStatus.clean
}

/** Whether a path is a folder itself, or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
