import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Finding } from '../../finding/finding.ts'
import { wrongCitation } from './citation.ts'
import { collapse } from './collapse.ts'
import { missingCompanion, missingKey } from './missing-key.ts'
import { notAllowed } from './not-allowed.ts'
import { pairKeys } from './pair-keys.ts'
import type { Reporter, Setting } from './reporter.ts'
import { undeclaredWord } from './undeclared-word.ts'
import { undefinedKey, undefinedName } from './undefined-name.ts'
import { unfit } from './unfit.ts'
import { unknownKey } from './unknown-key.ts'
import { outOfRange, repeated, wrongCount } from './wrong-amount.ts'
import { wrongForm, wrongFormat, wrongKeyName, wrongLength } from './wrong-text.ts'
import { wrongType } from './wrong-type.ts'

const reporters: Readonly<Record<string, Reporter>> = {
  additionalProperties: unknownKey,
  const: notAllowed,
  dependentRequired: missingCompanion,
  enum: notAllowed,
  exclusiveMaximum: outOfRange,
  exclusiveMinimum: outOfRange,
  format: wrongFormat,
  maxItems: wrongCount,
  maximum: outOfRange,
  maxLength: wrongLength,
  maxProperties: wrongCount,
  minItems: wrongCount,
  minimum: outOfRange,
  minLength: wrongLength,
  minProperties: wrongCount,
  pattern: wrongForm,
  propertyNames: (mistake, setting) =>
    (mistake.params.cause === 'x-key-of' ? undefinedKey : wrongKeyName)(mistake, setting),
  required: missingKey,
  type: wrongType,
  uniqueItems: repeated,
  'x-cites': wrongCitation,
  'x-key-of': undefinedName,
  'x-word-of': undeclaredWord,
}

/** The findings behind what the validator reports: one for each mistake, at its exact place. */
export function reportMistakes(errors: readonly ErrorObject[], setting: Setting): Finding[] {
  const { value } = setting.document
  const mistakes = pairKeys(collapse(errors, value), setting.root, value)
  return mistakes.map(mistake => (reporters[mistake.keyword] ?? unfit)(mistake, setting))
}
