import type { RuleGroup } from '../../rule.ts'
import { accountOfTwo } from './account-of-two.ts'
import { deputyWithoutOffice } from './deputy-without-office.ts'
import { keyOfTwo } from './key-of-two.ts'
import { officeUnitUnknown } from './office-unit-unknown.ts'
import { personUnrecognised } from './person-unrecognised.ts'
import { roleUnknown } from './role-unknown.ts'
import { rolesConflict } from './roles-conflict.ts'
import { termReversed } from './term-reversed.ts'

export const peopleRules: RuleGroup = {
  systemRules: [],
  repositoryRules: [
    accountOfTwo,
    keyOfTwo,
    termReversed,
    roleUnknown,
    officeUnitUnknown,
    personUnrecognised,
    deputyWithoutOffice,
    rolesConflict,
  ],
}
