import { exampleText } from '../../example-repository.ts'
import type { Change } from '../rule-table.ts'

/** More events at the end of a history, each the inside of a flow mapping. */
export function appended(file: string, ...events: readonly string[]): Change {
  const text = exampleText(file)
  const last = text.slice(text.lastIndexOf('\n  - event:'))
  return [file, last, last + events.map(event => `  - { ${event} }\n`).join('')]
}

/** A history with other events from one of them on: `from` is the beginning of the first line that goes. */
export function historyFrom(file: string, from: string, ...events: readonly string[]): Change {
  const text = exampleText(file)
  const rest = text.slice(text.indexOf(`  - event: ${from}`))
  return [file, rest, events.map(event => `  - { ${event} }\n`).join('')]
}

/** The inside of a flow mapping of an event, with papers of these types. */
export const filed = (event: string, ...types: readonly string[]): string =>
  `${event}, papers: [${types.map(type => `{ type: ${type} }`).join(', ')}]`

/** What Jiuquan's text leaves open, decided: the papers of the green channel may follow. */
export const papersMayFollow: Change = [
  'catalogue/jurisdictions/jiuquan.yaml',
  '启动时材料须齐备。\n',
  '启动时材料须齐备。\n    decided: { by: authority, on: 2023-01-01, paper: 示例 }\n',
]
