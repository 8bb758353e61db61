import type { RuleGroup } from '../../rule.ts'
import { codeOwnersDiffer } from './code-owners-differ.ts'
import { teamOfNoUnit } from './team-of-no-unit.ts'
import { teamUnnameable } from './team-unnameable.ts'
import { unitWithoutTeam } from './unit-without-team.ts'

export const ownersRules: RuleGroup = {
  systemRules: [],
  repositoryRules: [teamOfNoUnit, unitWithoutTeam, teamUnnameable, codeOwnersDiffer],
}
