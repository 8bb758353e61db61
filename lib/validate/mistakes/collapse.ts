import type { ErrorObject } from 'ajv/dist/2020.js'
import type { DataPath } from '../../finding/finding.ts'
import { isRecord } from '../../model/record.ts'
import { isJsonObject } from '../json-schema.ts'
import { type Mistake, samePath } from './mistake.ts'

/**
 * From what the validator reports to one mistake for each thing that a person did wrong. The validator reports every
 * branch of a choice, and every keyword that one value misses; a person made one mistake.
 */
export function collapse(errors: readonly ErrorObject[], document: unknown): Mistake[] {
  const chosen = withoutBranches(errors).filter(error => !isEcho(error))
  const mistakes = chosen.map(error => toMistake(error, errors, document))
  const aboutKeys = mistakes.filter(mistake => mistake.key !== undefined)
  const aboutValues = mistakes.filter(mistake => mistake.key === undefined)
  return [...onePerKey(aboutKeys), ...onePerValue(aboutValues, aboutKeys)]
}

/** `if` only says that its `then` failed; what fails in a key's name is told again as `propertyNames`. */
function isEcho(error: ErrorObject): boolean {
  return error.keyword === 'if' || (error.propertyName !== undefined && error.keyword !== 'propertyNames')
}

function toMistake(error: ErrorObject, errors: readonly ErrorObject[], document: unknown): Mistake {
  const cause = error.keyword === 'propertyNames' ? causeOf(error, errors) : undefined
  const schema = cause?.parentSchema ?? error.parentSchema
  return {
    keyword: error.keyword,
    path: dataPath(error.instancePath, document),
    key: keyOf(error),
    params: cause === undefined ? error.params : { ...error.params, cause: cause.keyword },
    schema: isJsonObject(schema) ? schema : {},
    data: error.data,
  }
}

function causeOf(error: ErrorObject, errors: readonly ErrorObject[]): ErrorObject | undefined {
  return errors.find(
    ({ keyword, instancePath, propertyName }) =>
      keyword !== 'propertyNames' &&
      instancePath === error.instancePath &&
      propertyName === error.params.propertyName,
  )
}

/** The parameter that names the key which a keyword is about. */
const keyParameters: Readonly<Record<string, string>> = {
  additionalProperties: 'additionalProperty',
  required: 'missingProperty',
  dependentRequired: 'missingProperty',
  propertyNames: 'propertyName',
}

function keyOf(error: ErrorObject): string | undefined {
  const parameter = keyParameters[error.keyword]
  const key: unknown = parameter === undefined ? undefined : error.params[parameter]
  return typeof key === 'string' ? key : undefined
}

/** `/zones/internet/services/0` as keys and indexes: only the document tells a list's index from a key of digits. */
function dataPath(instancePath: string, document: unknown): DataPath {
  const path: (string | number)[] = []
  let place = document
  for (const part of instancePath.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~')
    path.push(Array.isArray(place) ? Number(step) : step)
    place = Array.isArray(place) ? place[Number(step)] : isRecord(place) ? place[step] : undefined
  }
  return path
}

const choiceKeywords: readonly string[] = ['anyOf', 'oneOf']

/** A choice reports each of its branches. The branch that fits best tells the mistake; without one, it is the type. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  let left = [...errors]
  for (const choice of errors.filter(error => choiceKeywords.includes(error.keyword))) {
    const inside = left.filter(error => isInside(error, choice))
    const kept = chosenBranch(choice, inside)
    left = left.flatMap(error => (error === choice ? kept : inside.includes(error) ? [] : [error]))
  }
  return left
}

function isInside(error: ErrorObject, choice: ErrorObject): boolean {
  return (
    error.schemaPath.startsWith(`${choice.schemaPath}/`) &&
    (error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`))
  )
}

function chosenBranch(choice: ErrorObject, inside: readonly ErrorObject[]): ErrorObject[] {
  const branches = Map.groupBy(inside, error =>
    error.schemaPath
      .slice(choice.schemaPath.length + 1)
      .split('/', 1)
      .join(),
  )
  // Two branches fit at once; or one only fails in what it refers to, which is reported by itself.
  if (Array.isArray(choice.params.passingSchemas)) return [choice]
  if (Array.isArray(choice.schema) && branches.size < choice.schema.length) return []
  const isTypeError = (error: ErrorObject): boolean =>
    error.keyword === 'type' && error.instancePath === choice.instancePath
  const keyErrors = (branch: readonly ErrorObject[]): number =>
    branch.filter(error => error.instancePath === choice.instancePath && keyOf(error) !== undefined).length
  const fitting = [...branches.values()].filter(branch => !branch.some(isTypeError))
  const quoted = inside.filter(error => isTypeError(error) && isQuotedNumber(error))
  if (quoted.length > 0) return quoted
  if (fitting.length > 0) {
    return fitting
      .toSorted((a, b) => keyErrors(a) - keyErrors(b))
      .slice(0, 1)
      .flat()
  }
  const types = inside.filter(isTypeError).flatMap(error => error.params.type)
  return [{ ...choice, keyword: 'type', params: { type: types } }]
}

/** Where a number would do and one stands in quotes, the quotes are the mistake. */
function isQuotedNumber({ params, data }: ErrorObject): boolean {
  return params.type === 'integer' && typeof data === 'string' && /^[0-9]+$/.test(data)
}

/** A closed map with a rule for its keys reports a wrong key twice. */
function onePerKey(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.filter(
    (mistake, index) =>
      !mistakes.some(
        (other, otherIndex) =>
          other.key === mistake.key &&
          samePath(other.path, mistake.path) &&
          (rankOf(other) < rankOf(mistake) || (rankOf(other) === rankOf(mistake) && otherIndex < index)),
      ),
  )
}

/** What comes first explains what comes after it: a number is no date, so that its form need not be told. */
const ranks = [
  'additionalProperties',
  'propertyNames',
  'required',
  'dependentRequired',
  'type',
  'const',
  'enum',
  'x-key-of',
  'format',
  'minLength',
  'pattern',
  'maxLength',
]

function rankOf(mistake: Mistake): number {
  const rank = ranks.indexOf(mistake.keyword)
  return rank === -1 ? ranks.length : rank
}

function onePerValue(mistakes: readonly Mistake[], aboutKeys: readonly Mistake[]): Mistake[] {
  const groups = Map.groupBy(mistakes, mistake => JSON.stringify(mistake.path))
  return [...groups.values()].flatMap(group => {
    const [first] = group.toSorted((a, b) => rankOf(a) - rankOf(b) || choices(a) - choices(b))
    return first === undefined || isExplained(first, aboutKeys) ? [] : [first]
  })
}

/** Of two lists of allowed values, the shorter one is the one that applies here. */
function choices({ params }: Mistake): number {
  return Array.isArray(params.allowedValues) ? params.allowedValues.length : 0
}

/** A map that lacks a named key has too few of them, too. */
function isExplained(mistake: Mistake, aboutKeys: readonly Mistake[]): boolean {
  return (
    mistake.keyword === 'minProperties' &&
    aboutKeys.some(other => other.keyword === 'required' && samePath(other.path, mistake.path))
  )
}
