import { stackPolicyCodes } from '../codes.ts'
import { identified } from '../reference.ts'
import { type Fault, resourcesOfType, type StackCheck, type StackView } from '../stack-view.ts'

/** Attributes that open a resource to every project, with the types that are open unless the attribute says no. */
export const openers: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  is_default: [],
  is_public: ['openstack_compute_flavor_v2', 'openstack_blockstorage_volume_type_v3'],
}

function* sharedFaults({ placed }: StackView): Generator<Fault> {
  for (const part of placed.filter(part => part.kind === 'resource')) {
    for (const [attribute, openTypes] of Object.entries(openers)) {
      const value = part.attributes[attribute]
      const mayBeAbsent = !openTypes.includes(part.type)
      if (value === false || (value === undefined && mayBeAbsent)) continue
      yield {
        path: [...part.path, attribute],
        message: {
          zh: `${part.type} 的 ${attribute} 必须为 false`,
          en: `${attribute} of ${part.type} has to be false`,
        },
      }
    }
  }
}

function* externalFaults({ placed }: StackView): Generator<Fault> {
  for (const part of placed) {
    if (part.kind !== 'resource' || (part.attributes.external ?? false) === false) continue
    yield {
      path: [...part.path, 'external'],
      message: { zh: '网络不得声明为 external', en: 'a network may not be declared external' },
    }
  }
}

function* policyFaults(stack: StackView): Generator<Fault> {
  for (const part of resourcesOfType(stack, 'openstack_networking_rbac_policy_v2')) {
    const { action, object_type: objectType, target_tenant: target } = part.attributes
    const found = identified(stack, target)
    const isOwnProject = found?.kind === 'resource' && found.type === 'openstack_identity_project_v3'
    if (!isOwnProject) {
      yield {
        path: [...part.path, 'target_tenant'],
        message: {
          zh: '授权对象必须是本栈所建的项目',
          en: 'the target has to be the project that the stack makes',
        },
      }
    }
    if (action !== 'access_as_external' || objectType !== 'network') {
      yield {
        path: [...part.path, 'action'],
        message: {
          zh: '只允许对网络作 access_as_external 授权',
          en: 'only access_as_external on a network is allowed',
        },
      }
    }
  }
}

export const sharingChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.sharedWithAll, faults: sharedFaults },
  { definition: stackPolicyCodes.externalNetwork, faults: externalFaults },
  { definition: stackPolicyCodes.policyTarget, faults: policyFaults },
]
