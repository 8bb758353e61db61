import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

/**
 * Looks at the output folder of a data repository before anything is written: git checks out links, and what is replaced
 * or removed through one lies elsewhere.
 *
 * @throws Refusal
 */
export function requirePlainOutput(root: string): void {
  requirePlain(
    ['.tenantry', '.tenantry/summary', '.tenantry/out', '.tenantry/out/stacks'].map(folder =>
      join(root, folder),
    ),
  )
}

/** @throws Refusal for the first of some places that is there and is no directory itself. */
export function requirePlain(folders: readonly string[]): void {
  const odd = folders.find(folder => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
  if (odd === undefined) return
  const { title, why } = codes.outputElsewhere
  const shown = printable(odd)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  throw new Refusal(
    finding(codes.outputElsewhere, { machine: odd }, { message, fix: { message: why } }),
    'environment',
  )
}
