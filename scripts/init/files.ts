import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { codeOwnersText } from '../../lib/owners/code-owners.ts'
import { codeOwnersFiles, type Forge } from '../../lib/owners/forge.ts'
import { ownersFile, ownersText } from '../../lib/owners/manifest.ts'
import { newestVersion } from '../../lib/version/index.ts'
import { pinFile } from '../workspace/version-pin.ts'
import { blanks } from './blanks.ts'
import type { Example } from './example.ts'
import { workflowsOf } from './workflows.ts'

/** What a new data repository is made from. */
export interface Seed {
  /** The tool's own repository, whose catalogue and example are copied. */
  readonly source: string
  /** Its files are copied, and its regulation is the one to keep. */
  readonly example: Example
  /** The regulation to keep. */
  readonly profile: JurisdictionProfile
  /** Of the tool: the only one that may check and deliver. */
  readonly version: string
  /** The day on which it is made, `YYYY-MM-DD`. */
  readonly day: string
  /** The platform's name. */
  readonly platform: string
  /** Ids of its zones. */
  readonly zones: readonly string[]
  /** Who owns the catalogue, the workflows and the owners file: `@name` in the forge. */
  readonly owner: string
  readonly forges: readonly Forge[]
}

/** Every file of the new repository but the schemas, which follow from its catalogue: path to text. */
export function filesOf(seed: Seed): ReadonlyMap<string, string> {
  return new Map([
    [pinFile, `${seed.version}\n`],
    ...catalogueFiles(seed),
    ...exampleFiles(seed),
    ...ownerFiles(seed),
    ...ownFiles(seed),
    ...guides(seed),
    ...blanks(seed.example.jurisdiction, seed.profile, seed.zones[0] ?? ''),
  ])
}

function catalogueFiles(seed: Seed): [string, string][] {
  const { source, example } = seed
  return readdirSync(join(source, 'catalogue'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map((path): [string, string] => [path.slice(source.length + 1), readFileSync(path, 'utf8')])
    .filter(([file]) => isKept(file, example.jurisdiction))
    .map(([file, text]) => [file, trims.find(([place]) => file.startsWith(place))?.[1](text, seed) ?? text])
}

/** What belongs to one jurisdiction lies in a file named after it. */
function isKept(file: string, jurisdiction: string): boolean {
  const id = /^catalogue\/(?:jurisdictions|forms|prices|routines)\/([^/]+)\.yaml$/.exec(file)?.[1]
  return id === undefined || id === jurisdiction
}

/** What else speaks of regulations and systems that are not copied. */
const trims: readonly (readonly [place: string, trim: (text: string, seed: Seed) => string])[] = [
  ['catalogue/platform.yaml', withoutChanges],
  ['catalogue/calendar.yaml', withoutForeignDays],
  ['catalogue/routines/', begunAnew],
]

/** The example platform's own past is not the new one's: its changes name systems that are not there. */
function withoutChanges(text: string): string {
  const document = parseDocument(text)
  return document.delete('changes') ? document.toString(unwrapped) : text
}

/** What the example has done is not done here: records begin on the day of the new repository. */
function begunAnew(text: string, { day }: Seed): string {
  const document = parseDocument(text)
  document.set('from', day)
  document.set('done', document.createNode([], { flow: true }))
  return document.toString(unwrapped)
}

function withoutForeignDays(text: string, { example: { jurisdiction } }: Seed): string {
  const document = parseDocument(text)
  const overrides = document.get('overrides')
  if (!isSeq(overrides)) return text
  const kept = overrides.items.filter(
    item => isMap(item) && [undefined, jurisdiction].includes(ownerOf(item)),
  )
  if (kept.length === overrides.items.length) return text
  overrides.items = kept
  return document.toString(unwrapped)
}

function ownerOf(item: YAMLMap): string | undefined {
  const owner = item.get('jurisdiction')
  return typeof owner === 'string' ? owner : undefined
}

const unwrapped = { lineWidth: 0 } as const

function exampleFiles({ source, example }: Seed): [string, string][] {
  return [...example.units, ...example.systems].map(({ document: { file } }) => [
    file,
    readFileSync(join(source, file), 'utf8'),
  ])
}

/** At first the owner reviews everything, the example's units too. */
function ownerFiles({ owner, example, forges }: Seed): [string, string][] {
  const units = Object.fromEntries(example.units.map(({ address }) => [address, owner]))
  const map = { apiVersion: newestVersion, kind: 'Owners', authority: owner, units } as const
  const ofForges = forges.map((forge): [string, string] => [
    codeOwnersFiles[forge],
    codeOwnersText(forge, map),
  ])
  return [[ownersFile, ownersText(map)], ...ofForges]
}

function ownFiles(seed: Seed): [string, string][] {
  const common: [string, string][] = [
    ['.gitattributes', 'gitattributes'],
    ['.gitignore', 'gitignore'],
    ['README.md', 'README.md'],
    ['.vscode/settings.json', 'vscode/settings.json'],
    ['.vscode/extensions.json', 'vscode/extensions.json'],
  ]
  const templates = common.map(([file, template]): readonly [string, string] => [
    file,
    readFileSync(join(seed.source, 'scripts/init', template), 'utf8'),
  ])
  const all = [...templates, ...seed.forges.flatMap(forge => workflowsOf(seed.source, forge))]
  return all.map(([file, text]) => [file, filled(text, seed)])
}

/** What users are to read lies beside what they write, in the words of this version. */
function guides({ source }: Seed): [string, string][] {
  const names = ['guide.zh', 'provider.zh', 'authority.zh', 'auditor.zh', 'codes', 'commands']
  return names.map(name => `docs/${name}.md`).map(file => [file, readFileSync(join(source, file), 'utf8')])
}

function filled(template: string, seed: Seed): string {
  const values: Readonly<Record<string, string>> = {
    owner: seed.owner,
    platform: seed.platform,
    zones: seed.zones.join(', '),
    jurisdiction: seed.example.jurisdiction,
  }
  // The workflows' own `${{ … }}` are not ours to fill.
  return template.replaceAll(/(?<!\$)\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}
