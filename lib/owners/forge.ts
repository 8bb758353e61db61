/** The forges whose files of owners are written. Gitea stands for Forgejo too. */
export const forges = ['github', 'gitlab', 'gitea'] as const

export type Forge = (typeof forges)[number]

/** Where each forge looks for its owners; the folder is its own, so that all three can lie in one repository. */
export const codeOwnersFiles: Readonly<Record<Forge, string>> = {
  github: '.github/CODEOWNERS',
  gitlab: '.gitlab/CODEOWNERS',
  gitea: '.gitea/CODEOWNERS',
}

/**
 * Where forges look beside these, some of them before these: GitLab and Gitea take the root's file and the one in `docs/`
 * first, Forgejo knows a folder of its own.
 */
export const otherCodeOwnersFiles: readonly string[] = [
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.forgejo/CODEOWNERS',
]

/** Why a forge knows no account or team of this name; undefined where it could. */
export function cannotName(forge: Forge, team: string): 'nested' | 'dotted' | undefined {
  // Groups of GitLab hold groups; an organisation of the others holds teams.
  if (forge !== 'gitlab' && team.split('/').length > 2) return 'nested'
  return forge === 'github' && team.includes('.') ? 'dotted' : undefined
}
