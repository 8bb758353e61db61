import { checkModel } from '../../../lib/check/index.ts'
import { exampleText, loaded, positionOf } from '../../example-repository.ts'
import { type Change, changedFiles, type Mark, type RuleCase } from '../rule-table.ts'

/** What a rule finds once something is changed: nothing for what it lets pass. */
export type Row = readonly [
  title: string,
  changes: readonly Change[],
  finds: readonly Mark[],
  more?: Pick<RuleCase, 'article' | 'day'>,
]

export function rowsOf(code: string, rows: readonly Row[]): readonly RuleCase[] {
  return rows.map(([title, changes, finds, more]) => ({ code, title, changes, finds, ...more }))
}

/** A finding that starts at the bar. */
export const at = (file: string, mark: string): Mark => ({ file, mark })

/** Makes a file such that it cannot be read at all. */
export const unreadable = (file: string): Change => [file, '\nkind:', '\nkind: "']

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

type Loaded = ReturnType<typeof loaded>
type Found = Loaded['findings'][number]

/** What the rule of a code finds in the changed example, and the marks of its own places. */
export function findingsOf(code: string, changes: readonly Change[], day?: string): readonly Found[] {
  return loaded(changedFiles(changes), day).findings.filter(finding => finding.code === code)
}

/** What the rule of a code finds in one file of the changed example. */
export function findingsIn(file: string, code: string, changes: readonly Change[]): readonly Found[] {
  return findingsOf(code, changes).filter(finding => finding.file === file)
}

/** Where a mark stands once the example is changed. */
export function placeOf({ file, mark }: Mark, changes: readonly Change[]) {
  return { file, start: positionOf(changedFiles(changes).get(file) ?? exampleText(file), mark) }
}

/** Where the findings say that more is to be read. */
export function relatedPlaces(findings: readonly Found[]) {
  return findings.map(({ related }) => related.map(({ file, range }) => ({ file, start: range.start })))
}

type Model = Loaded['model']
type Manifest = Model['systems'][number]['value']

/** The example with the manifest of one system as no schema has seen it. */
export function modelWith(file: string, change: (manifest: Manifest) => Manifest): Model {
  const { model } = loaded()
  const systems = model.systems.map(system =>
    system.document.file === file ? { ...system, value: change(system.value) } : system,
  )
  return { ...model, systems }
}

/** What the rule of a code finds in one file of a model. */
export function foundIn(file: string, code: string, model: Model): readonly Found[] {
  return checkModel(model).filter(finding => finding.code === code && finding.file === file)
}

/** Takes the first line away that has a text in it. */
export function withoutLine(file: string, part: string): Change {
  const line = exampleText(file)
    .split('\n')
    .find(one => one.includes(part))
  if (line === undefined) throw new Error(`${file} has no ${part}`)
  return [file, `${line}\n`, '']
}

/** The inside of a flow mapping of an event, with papers of these types. */
export const filed = (event: string, ...types: readonly string[]): string =>
  `${event}, papers: [${types.map(type => `{ type: ${type} }`).join(', ')}]`
