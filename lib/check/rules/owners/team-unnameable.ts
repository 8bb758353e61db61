import { type DataPath, finding } from '../../../finding/finding.ts'
import { cannotName, codeOwnersFiles, forges } from '../../../owners/forge.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const teamUnnameable: RepositoryRule = {
  code: 'TY3703',
  severity: 'error',
  title: text('代码平台没有这样的账号或团队名。', 'The forge knows no account or team of such a name.'),
  why: text(
    '平台不认识的所有者等于没有所有者，整行被忽略。GitHub 和 Gitea 写作 @账号 或 @组织/团队；GitHub 的名称不含点；只有 GitLab 的组可以多级。',
    'An owner that the forge cannot name is none, and the line is ignored. GitHub and Gitea know @account and @organisation/team, GitHub’s names have no dots, and only groups of GitLab hold groups.',
  ),
  *check({ catalogue: { owners }, codeOwners }) {
    if (owners === undefined || codeOwners === undefined) return
    const { authority, units } = owners.value
    const used = forges.filter(forge => codeOwners.has(codeOwnersFiles[forge]))
    const named: readonly (readonly [DataPath, string])[] = [
      [['authority'], authority],
      ...Object.entries(units).map(([unit, team]) => [['units', unit], team] as const),
    ]
    for (const [path, team] of named) {
      const failing = used.filter(forge => cannotName(forge, team) !== undefined)
      if (failing.length === 0) continue
      yield finding(teamUnnameable, place(owners, ...path), {
        message: text(
          `${failing.join('、')} 上没有 ${team} 这样的名称`,
          `${failing.join(' and ')} cannot have ${team}`,
        ),
      })
    }
  },
}
