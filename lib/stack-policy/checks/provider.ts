import { isRecord } from '../../model/record.ts'
import { stackPolicyCodes } from '../codes.ts'
import { type Fault, recordOf, type StackCheck, type StackView } from '../stack-view.ts'

const source = 'terraform-provider-openstack/openstack'

function* providerFaults({ configuration }: StackView): Generator<Fault> {
  const { required_providers: required } = recordOf(configuration.terraform)
  const requirement = recordOf(recordOf(required).openstack)
  if (Object.keys(recordOf(required)).join() !== 'openstack' || requirement.source !== source) {
    yield fault(['terraform', 'required_providers'], `只允许 ${source}`, `only ${source} is allowed`)
  }
  if (!/^\d+\.\d+\.\d+$/.test(String(requirement.version))) {
    yield fault(['terraform', 'required_providers'], '版本必须固定', 'the version has to be exact')
  }
  yield* configurationFaults(configuration.provider)
}

function* configurationFaults(provider: unknown): Generator<Fault> {
  const { openstack, ...others } = recordOf(provider)
  const configured: readonly unknown[] = Array.isArray(openstack) ? openstack : []
  const [only] = configured
  if (configured.length !== 1 || Object.keys(others).length > 0 || !isRecord(only)) {
    yield fault(
      ['provider'],
      '必须恰有一个 openstack 提供程序',
      'there has to be exactly one openstack provider',
    )
    return
  }
  if (Object.keys(only).sort().join() !== 'cloud,region' || !only.cloud || !only.region) {
    yield fault(
      ['provider', 'openstack', 0],
      '只允许写 cloud 和 region',
      'only cloud and region may be given, and both have to be',
    )
  }
}

function fault(path: Fault['path'], zh: string, en: string): Fault {
  return { path, message: { zh, en } }
}

export const providerChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.providerNotAllowed, faults: providerFaults },
]
