import type { SystemRecord, UnitRecord } from '../../../lib/record/index.ts'

export const platformProject = 'platform/platform'

export function domainOf({ jurisdiction, unit }: Pick<UnitRecord, 'jurisdiction' | 'unit'>): string {
  return `${jurisdiction}_${unit}`
}

/** `<domain>/<project>`, as an inventory writes it. */
export function projectOf(record: SystemRecord): string {
  return `${domainOf(record)}/${record.system}`
}
