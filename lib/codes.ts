import { deliverCodes } from './deliver/codes.ts'
import type { CodeDefinition } from './finding/finding.ts'
import { readCodes } from './read/codes.ts'
import { usageCodes } from './usage/codes.ts'

/** Every code that the tool can print, in their order. A code is never used again for another meaning. */
export const codeDefinitions: readonly CodeDefinition[] = [readCodes, deliverCodes, usageCodes]
  .flat()
  .sort((a, b) => (a.code < b.code ? -1 : 1))

export const definitionByCode: ReadonlyMap<string, CodeDefinition> = new Map(
  codeDefinitions.map(definition => [definition.code, definition]),
)
