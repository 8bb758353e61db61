// Signed statements of review as they lie in a folder: whoever decides takes up those that are as they were signed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type CodeDefinition, type Finding, finding, type MachinePlace } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readRegularFile, systemCode } from '../../lib/read/file.ts'
import {
  statementCodes as codes,
  readStatement,
  type SignedStatement,
  type StatementFault,
} from '../../lib/statement/index.ts'

export interface KeptStatements {
  readonly statements: readonly SignedStatement[]
  /** Of each that was left out, why. */
  readonly findings: readonly Finding<MachinePlace>[]
}

export const noStatements: KeptStatements = { statements: [], findings: [] }

/** @param folder absolute path. @throws Refusal where it cannot be read: that there are none is something else. */
export function statementsIn(folder: string): KeptStatements {
  const names = namesIn(folder).filter(name => /^[0-9a-f]{64}\.json$/.test(name))
  const read = names.map(name => statementAt(folder, name))
  return {
    statements: read.flatMap(({ fault, signed }) => (fault === undefined ? [signed] : [])),
    findings: read.flatMap(({ fault, file }) => (fault === undefined ? [] : [leftOut(fault, file)])),
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw folderMissing(folder, systemCode(error), error)
  }
}

export function folderMissing(folder: string, reason: string, cause?: unknown): Refusal {
  const { title, why } = codes.folderMissing
  const shown = `${printable(folder)} (${reason})`
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(codes.folderMissing, { machine: folder }, { message, fix: { message: why } }),
    'environment',
    cause,
  )
}

function statementAt(folder: string, name: string) {
  const file = join(folder, name)
  const signed = { text: textIn(file) ?? '', signature: textIn(`${file}.sig`) ?? '' }
  const { digest, fault } = readStatement(signed)
  return { file, signed, fault: fault ?? (name === `${digest}.json` ? undefined : ('malformed' as const)) }
}

const mostBytes = 64 * 1024

/** Undefined of what is not there, no file, or not text. */
function textIn(file: string): string | undefined {
  const content = readRegularFile(file, mostBytes)
  if (!('bytes' in content) || content.bytes.length > mostBytes) return undefined
  return new TextDecoder().decode(content.bytes)
}

const definitions: Readonly<Record<StatementFault, CodeDefinition>> = {
  malformed: codes.malformed,
  unsigned: codes.unsigned,
  altered: codes.altered,
}

function leftOut(fault: StatementFault, file: string): Finding<MachinePlace> {
  const { title, why } = definitions[fault]
  const shown = printable(file)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return finding(definitions[fault], { machine: file }, { message, fix: { message: why } })
}
