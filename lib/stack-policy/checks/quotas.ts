import { isRecord } from '../../model/record.ts'
import { allowedResources } from '../allow-list.ts'
import { stackPolicyCodes } from '../codes.ts'
import { type Fault, recordOf, type StackCheck, type StackView } from '../stack-view.ts'

function* quotaFaults({ placed }: StackView): Generator<Fault> {
  for (const part of placed) {
    const allowed = part.kind === 'resource' ? allowedResources.get(part.type) : undefined
    if (allowed === undefined) continue
    for (const name of allowed.limits) {
      if (!isLimit(part.attributes[name])) yield quotaFault([...part.path, name], name)
    }
    const byVolumeType = part.attributes.volume_type_quota
    if (byVolumeType !== undefined && !isRecord(byVolumeType))
      yield quotaFault([...part.path, 'volume_type_quota'], 'volume_type_quota')
    for (const [name, value] of Object.entries(recordOf(byVolumeType))) {
      if (!/^\d+$/.test(String(value))) yield quotaFault([...part.path, 'volume_type_quota', name], name)
    }
  }
}

function isLimit(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function quotaFault(path: Fault['path'], name: string): Fault {
  return {
    path,
    message: {
      zh: `配额 ${name} 必须写明为非负整数`,
      en: `the quota ${name} has to be given, a whole number from 0 up`,
    },
  }
}

export const quotaChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.quotaOpen, faults: quotaFaults },
]
