import type { DesiredSystem, DesiredUnit } from '../../../lib/desired-state/index.ts'

export const platformProject = 'platform/platform'

export function domainOf({ jurisdiction, unit }: Pick<DesiredUnit, 'jurisdiction' | 'unit'>): string {
  return `${jurisdiction}_${unit}`
}

/** `<domain>/<project>`, as an inventory writes it. */
export function projectOf(record: DesiredSystem): string {
  return `${domainOf(record)}/${record.system}`
}
