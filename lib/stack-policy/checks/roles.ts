import { allowedRoles } from '../allow-list.ts'
import { stackPolicyCodes } from '../codes.ts'
import { identified } from '../reference.ts'
import { type Fault, resourcesOfType, type StackCheck, type StackView } from '../stack-view.ts'

function* roleFaults(stack: StackView): Generator<Fault> {
  for (const part of resourcesOfType(stack, 'openstack_identity_role_assignment_v3')) {
    const role = identified(stack, part.attributes.role_id)
    if (role?.type === 'openstack_identity_role_v3' && allowedRoles.has(String(role.attributes.name)))
      continue
    yield {
      path: [...part.path, 'role_id'],
      message: {
        zh: `只允许授予 ${[...allowedRoles].join('、')}`,
        en: `only ${[...allowedRoles].join(' and ')} may be assigned`,
      },
    }
  }
}

export const roleChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.roleNotAllowed, faults: roleFaults },
]
