import { codes } from '../../lib/command-line/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { cannotName, type Forge } from '../../lib/owners/forge.ts'
import { isTeam } from '../../lib/owners/manifest.ts'
import { CommandError } from './command.ts'

/** What a forge takes for an account, a team or a group: it goes into a file where white space separates. */
export function teamOption(option: string, value: unknown): string {
  if (typeof value === 'string' && isTeam(value)) return value
  const shown = printable(String(value))
  throw new CommandError(codes.notAnOwner.code, {
    zh: `${option} 应为 @账号 或 @组织/团队，而非 ${shown}`,
    en: `${option} must be @account or @organisation/team, not ${shown}`,
  })
}

/** @throws CommandError for a team that one of the forges cannot have: it would pass over the whole line. */
export function refuseUnnameable(teams: readonly string[], forges: readonly Forge[]): void {
  for (const team of teams) {
    const forge = forges.find(one => cannotName(one, team) !== undefined)
    if (forge === undefined) continue
    throw new CommandError(codes.notAnOwner.code, {
      zh: `${forge} 上没有 ${team} 这样的名称；另取名称，或用 --forge 只选一种平台`,
      en: `${forge} cannot have ${team}; take another name, or choose one forge with --forge`,
    })
  }
}
