import { exampleDay, exampleText } from '../../example-repository.ts'
import type { Change } from '../rule-table.ts'
import { jiuye, lvyou, operations, shebao, shipin, xinchou } from './files.ts'

export const today = exampleDay
export const yesterday = '2026-11-22'
export const tomorrow = '2026-11-24'

export type VersionDays = readonly [from: string, to?: string]

/** Other versions for `ops.on-duty`, an item that no system of the example uses. */
export function onDuty(days: readonly VersionDays[], delivery = '{ by: manual }'): Change {
  const [, versions = ''] = exampleText(operations).split('id: ops.on-duty')
  const before = versions.slice(versions.indexOf('      - from'))
  return [operations, before, days.map(day => versionText(day, delivery)).join('')]
}

/** Ends the version of an item that begins on a day; no other follows. */
export function ended(file: string, item: string, from: string, to: string): Change {
  const text = exampleText(file)
  const start = text.indexOf(`  - id: ${item}\n`)
  const line = `      - from: ${from}\n`
  const before = text.slice(start, text.indexOf(line, start) + line.length)
  return [file, before, `${before}        to: ${to}\n`]
}

/** A line of that item. */
export const duty = (quantity: number, days = ''): string =>
  `{ item: ops.on-duty, quantity: ${quantity}${days === '' ? '' : `, ${days}`} }`

function versionText([from, to]: VersionDays, delivery: string): string {
  const last = to === undefined ? '' : `        to: ${to}\n`
  const fee = '{ price: "1100.00", per: day, basis: 示例 }'
  return `      - from: ${from}\n${last}        fee: ${fee}\n        delivery: ${delivery}\n`
}

/** Breaks the form of a catalogue file, so that the model goes without it and the schemas no longer close its list. */
export const brokenOperations: Change = [operations, '  - id: ops.on-duty\n    name', '  - name']

/** Puts lines first into the list of services that begins after a text. */
const linesAfter =
  (file: string, before: string, indent: string) =>
  (...lines: readonly string[]): Change => [
    file,
    before,
    before + lines.map(line => `${indent}- ${line}\n`).join(''),
  ]

const inManifest = '      '
const inHistory = '          '

/** Asked for by a system that has been granted nothing yet, in its internet zone. */
export const asked = linesAfter(jiuye, '    services:\n', inManifest)
/** Granted in the extranet since 2025-07-10, without an end. */
export const granted = linesAfter(shebao, '      extranet:\n        services:\n', inHistory)
/** Granted in the extranet from 2023-09-13 until the next grant, on 2025-03-13. */
export const grantedBefore = linesAfter(shipin, '      extranet:\n        services:\n', inHistory)
/** Granted in the internet zone since 2023-03-03, without an end, under a regulation that says little. */
export const grantedElsewhere = linesAfter(lvyou, '      internet:\n        services:\n', inHistory)
/** Asked for by a system that has ended. */
export const askedOnce = linesAfter(xinchou, '    services:\n', inManifest)
/** Granted to a system from 2026-03-13 until its end, on 2026-09-21. */
export const grantedOnce = linesAfter(
  xinchou,
  'change: 11, review: 20 }\n    grants:\n      internet:\n        services:\n',
  inHistory,
)
