import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { System } from '../../lib/model/model.ts'

/** What a new data repository is made from. */
export interface Seed {
  /** The tool's own repository, whose catalogue and example are copied. */
  readonly source: string
  /** Ids of the jurisdictions to keep. */
  readonly jurisdictions: readonly string[]
  /** Its file and its unit's are the example. */
  readonly example: System
  readonly platform: string
  /** Who owns the catalogue, the workflows and the owners file: `@name` in the forge. */
  readonly owner: string
  readonly forges: readonly Forge[]
}

export type Forge = 'github' | 'gitlab' | 'gitea'

/** Every file of the new repository but the schemas, which follow from its catalogue: path to text. */
export function filesOf(seed: Seed): ReadonlyMap<string, string> {
  return new Map([...catalogueFiles(seed), ...exampleFiles(seed), ...ownFiles(seed)])
}

function catalogueFiles({ source, jurisdictions }: Seed): [string, string][] {
  return readdirSync(join(source, 'catalogue'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map((path): [string, string] => [path.slice(source.length + 1), readFileSync(path, 'utf8')])
    .filter(([file]) => isKept(file, jurisdictions))
    .map(([file, text]) => [file, file === 'catalogue/platform.yaml' ? withoutRecords(text) : text])
}

/** What belongs to one jurisdiction lies in a file named after it. */
function isKept(file: string, jurisdictions: readonly string[]): boolean {
  const id = /^catalogue\/(?:jurisdictions|forms)\/([^/]+)\.yaml$/.exec(file)?.[1]
  return id === undefined || jurisdictions.includes(id)
}

/** The example platform's own past is not the new one's: its changes name systems that are not there. */
function withoutRecords(text: string): string {
  const document = parseDocument(text)
  if (!document.has('changes')) return text
  document.delete('changes')
  return document.toString({ lineWidth: 0 })
}

function exampleFiles({ source, example }: Seed): [string, string][] {
  const folder = unitFolder(example)
  const files = [`${folder}/unit.yaml`, example.document.file]
  return files.map(file => [file, readFileSync(join(source, file), 'utf8')])
}

export function unitFolder(system: System): string {
  return `tenants/${system.value.metadata.jurisdiction}/${system.value.metadata.unit}`
}

function ownFiles(seed: Seed): [string, string][] {
  const common: [string, string][] = [
    ['.gitattributes', 'gitattributes'],
    ['.gitignore', 'gitignore'],
    ['README.md', 'README.md'],
  ]
  const all = [...common, ...seed.forges.flatMap(forge => forgeFiles[forge])]
  return all.map(([file, template]) => [
    file,
    filled(readFileSync(join(seed.source, 'scripts/init', template), 'utf8'), seed),
  ])
}

/** Gitea reads GitHub's workflows, and its own before them; of owners it takes regular expressions. */
const forgeFiles: Readonly<Record<Forge, readonly [string, string][]>> = {
  github: [
    ['.github/CODEOWNERS', 'CODEOWNERS'],
    ['.github/workflows/tenantry.yml', 'workflow.yml'],
  ],
  gitlab: [
    ['.gitlab/CODEOWNERS', 'CODEOWNERS'],
    ['.gitlab-ci.yml', 'gitlab-ci.yml'],
  ],
  gitea: [
    ['.gitea/CODEOWNERS', 'CODEOWNERS.gitea'],
    ['.gitea/workflows/tenantry.yml', 'workflow.yml'],
  ],
}

function filled(template: string, seed: Seed): string {
  const values: Readonly<Record<string, string>> = {
    owner: seed.owner,
    platform: seed.platform,
    unit: unitFolder(seed.example).slice('tenants/'.length),
  }
  // The workflows' own `${{ … }}` are not ours to fill.
  return template.replaceAll(/(?<!\$)\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}
