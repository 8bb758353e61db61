// The known places of a data repository. Whatever is not listed here is not read, and is reported.
import type { DocumentKind } from './document.ts'

/** What a folder may hold. `undefined` answers “nothing of that name”. */
export interface Folder {
  readonly file: (name: string) => FileRole | undefined
  readonly folder: (name: string) => Folder | undefined
  /** How many more levels of folders of any name it may hold; absent where names are given. */
  readonly level?: number
  /** Names that a misspelt one is compared with. */
  readonly known: readonly string[]
  /** A finding says that a name breaks the rule, not that the place is wrong. */
  readonly named: 'file' | 'folder' | 'none'
}

/** `beside` is for files that may lie there and are not read: papers, schemas, notes. */
export type FileRole = DocumentKind | 'beside'

const slug = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const notes: ReadonlySet<string> = new Set([
  '.gitkeep',
  '.gitattributes',
  '.gitignore',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
])

function isNote(name: string): boolean {
  return notes.has(name) || /^README(?:\.[a-zA-Z-]+)?\.md$/.test(name)
}

/** `shebao.yaml` of a slug within the length that the schemas allow. */
function isManifest(name: string, longest: number): boolean {
  return name.endsWith('.yaml') && isSlug(name.slice(0, -'.yaml'.length), longest)
}

function isSlug(name: string, longest: number): boolean {
  return name.length >= 2 && name.length <= longest && slug.test(name)
}

function folder(part: Partial<Folder>): Folder {
  const own = part.file
  return {
    known: [],
    named: 'none',
    folder: () => undefined,
    ...part,
    file: name => own?.(name) ?? (isNote(name) ? 'beside' : undefined),
  }
}

function manifests(kind: DocumentKind, longest: number): Folder {
  return folder({ named: 'file', file: name => (isManifest(name, longest) ? kind : undefined) })
}

function papers(level: number): Folder {
  return folder({ level, file: () => 'beside', folder: () => (level > 0 ? papers(level - 1) : undefined) })
}

const catalogueFiles: Readonly<Record<string, FileRole>> = {
  'platform.yaml': 'platform',
  'calendar.yaml': 'calendar',
  'owners.yaml': 'owners',
  'people.yaml': 'people',
  'units.yaml': 'units',
  // The provider's reviewed version and checksums: terraform reads it.
  'terraform.lock.hcl': 'beside',
  // The version of the tool that may check and deliver.
  'tenantry.version': 'beside',
}

const longest = { slug: 30, shortSlug: 20 } as const

export function places(papersDepth: number): Readonly<Record<'catalogue' | 'tenants', Folder>> {
  const attached = papers(papersDepth)
  const schemas = folder({ file: name => (name.endsWith('.schema.json') ? 'beside' : undefined) })
  // `<jurisdiction>/<form>.docx`: an authority's own Word document for a form.
  const ownForms = folder({
    named: 'file',
    file: name =>
      name.endsWith('.docx') && isSlug(name.slice(0, -'.docx'.length), longest.slug) ? 'beside' : undefined,
  })
  const templates = folder({
    named: 'folder',
    folder: name => (isSlug(name, longest.shortSlug) ? ownForms : undefined),
  })
  const months = folder({
    named: 'folder',
    folder: name =>
      /^\d{4}-(?:0[1-9]|1[0-2])$/.test(name) ? manifests('utilisation', longest.slug) : undefined,
  })
  const catalogueFolders: Readonly<Record<string, Folder>> = {
    forms: folder({
      named: 'file',
      known: ['templates'],
      file: name => (isManifest(name, longest.shortSlug) ? 'forms' : undefined),
      folder: name => (name === 'templates' ? templates : undefined),
    }),
    services: manifests('services', longest.slug),
    prices: manifests('prices', longest.shortSlug),
    routines: manifests('routines', longest.shortSlug),
    // A folder for each jurisdiction and month, with files for whoever measures: mostly one for each zone.
    utilisation: folder({
      named: 'folder',
      folder: name => (isSlug(name, longest.shortSlug) ? months : undefined),
    }),
    // By the number of the record that each ratifies.
    ratifications: folder({
      named: 'file',
      file: name => (/^[1-9]\d{0,8}\.yaml$/.test(name) ? 'ratification' : undefined),
    }),
    jurisdictions: manifests('jurisdiction', longest.shortSlug),
    schema: schemas,
    papers: attached,
  }
  const unit = folder({
    named: 'file',
    known: ['unit.yaml', 'papers'],
    file: name => (name === 'unit.yaml' ? 'unit' : isManifest(name, longest.slug) ? 'system' : undefined),
    folder: name => (name === 'papers' ? attached : undefined),
  })
  const jurisdiction = folder({
    named: 'folder',
    folder: name => (isSlug(name, longest.shortSlug) ? unit : undefined),
  })
  return {
    catalogue: folder({
      known: [...Object.keys(catalogueFiles), ...Object.keys(catalogueFolders)],
      file: name => (Object.hasOwn(catalogueFiles, name) ? catalogueFiles[name] : undefined),
      folder: name => (Object.hasOwn(catalogueFolders, name) ? catalogueFolders[name] : undefined),
    }),
    tenants: folder({
      named: 'folder',
      folder: name => (isSlug(name, longest.shortSlug) ? jurisdiction : undefined),
    }),
  }
}

/** Of the root itself: what people and forges keep beside the data. */
const rootFile =
  /^(?:(?:README|LICEN[CS]E|COPYING|NOTICE|CHANGELOG|CONTRIBUTING|SECURITY|SUPPORT|GOVERNANCE|CODE_OF_CONDUCT|AUTHORS|MAINTAINERS)(?:[.-][A-Za-z0-9_-]+)*|CODEOWNERS|OWNERS|\.gitlab-ci\.yml|\.mailmap|\.editorconfig|\.yamllint(?:\.ya?ml)?|\.git-blame-ignore-revs)$/
const rootFolders: ReadonlySet<string> = new Set([
  'docs',
  'papers',
  'evidence',
  '.github',
  '.gitlab',
  '.gitea',
  '.forgejo',
])
const rootDepth = 8

/** Settings of an editor that only name schemas and forms of text. Whatever else lies there can run things. */
export const editorFolder = '.vscode'
const editorSettings: ReadonlySet<string> = new Set(['settings.json', 'extensions.json'])
const ofEditor: Folder = folder({ file: name => (editorSettings.has(name) ? 'beside' : undefined) })

/** The root of a data repository. `catalogue` and `tenants` have places of their own. */
export const rootPlace: Folder = folder({
  known: ['catalogue', 'tenants', 'papers', 'evidence', 'docs'],
  file: name => (rootFile.test(name) ? 'beside' : undefined),
  folder: name => (name === editorFolder ? ofEditor : rootFolders.has(name) ? papers(rootDepth) : undefined),
})

/** The kind of manifest that belongs at a path of a data repository; undefined where none does. */
export function kindOf(file: string): DocumentKind | undefined {
  const [top = '', ...rest] = file.split('/')
  const name = rest.pop()
  const tops = places(0)
  let place: Folder | undefined = top === 'catalogue' || top === 'tenants' ? tops[top] : undefined
  for (const folder of rest) place = place?.folder(folder)
  const role = name === undefined ? undefined : place?.file(name)
  return role === 'beside' ? undefined : role
}
