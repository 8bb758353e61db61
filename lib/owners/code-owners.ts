import type { OwnersManifest } from '../../generated/types/owners.ts'
import type { Forge } from './forge.ts'

/** The lines of a forge's file of owners that say something, in their order. */
export function codeOwnersLines(forge: Forge, { authority, units }: OwnersManifest): readonly string[] {
  const { path, inside, sections } = dialects[forge]
  const ofAuthority = guarded.map(file => `${path(file)} ${authority}`)
  const ofUnits = Object.entries(units)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, team]) => `${inside(`tenants/${unit}`)} ${team}`)
  const tenants = `${inside('tenants')} ${authority}`
  if (sections) return ['[authority]', tenants, ...ofAuthority, '[units]', ...ofUnits]
  // The last line that fits a file counts: what is general comes first.
  return [tenants, ...ofUnits, ...ofAuthority]
}

/** The whole file. */
export function codeOwnersText(forge: Forge, owners: OwnersManifest): string {
  return `${[...heading, ...codeOwnersLines(forge, owners)].join('\n')}\n`
}

const heading: readonly string[] = [
  '# 由 catalogue/owners.yaml 生成（tenantry owners），请勿手改。它只是让平台提醒审核人，审批以评审记录为准。',
  '# Made from catalogue/owners.yaml by `tenantry owners`. It reminds reviewers; approvals are decided elsewhere.',
]

/** What decides how everything else is read and run. Folders end with a slash. */
const guarded: readonly string[] = [
  'catalogue/',
  '.github/',
  '.gitlab/',
  '.gitlab-ci.yml',
  '.gitea/',
  '.forgejo/',
  '.gitattributes',
  '.gitignore',
  '**/CODEOWNERS',
]

interface Dialect {
  /** A pattern for a file, or for everything in a folder. */
  readonly path: (file: string) => string
  readonly inside: (folder: string) => string
  /** Whether each section asks for an owner of its own. */
  readonly sections: boolean
}

const globs: Omit<Dialect, 'sections'> = {
  path: file => (file.startsWith('**/') ? file.slice('**/'.length) : `/${file}`),
  inside: folder => `/${folder}/`,
}

const dialects: Readonly<Record<Forge, Dialect>> = {
  github: { ...globs, sections: false },
  gitlab: { ...globs, sections: true },
  // Regular expressions from the root; a backslash is read twice. Every line that fits a file counts.
  gitea: {
    path: file => {
      const escaped = file.replace(/^\*\*\//, '').replaceAll('.', '\\\\.')
      const anywhere = file.startsWith('**/') ? '(.*/)?' : ''
      return `${anywhere}${escaped}${file.endsWith('/') ? '.*' : ''}`
    },
    inside: folder => `${folder}/.*`,
    sections: false,
  },
}
