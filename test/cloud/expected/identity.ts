import type { ZonePlan } from '../../../lib/desired-state/index.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { presence, section } from '../inventory/section.ts'
import { domainOf, platformProject, projectOf } from './place.ts'

export function identity({ units, systems }: ZonePlan): Inventory {
  const domains = units.map(domainOf)
  return {
    domains: section([
      ['platform', { description: '', enabled: true }],
      ...units.map(unit => [domainOf(unit), { description: unit.name, enabled: true }] as const),
    ]),
    projects: section([
      [platformProject, { description: '', enabled: true, tags: [] }],
      ...systems.map(
        system =>
          [projectOf(system), { description: system.name, enabled: true, tags: [system.standing] }] as const,
      ),
    ]),
    groups: presence(domains.flatMap(domain => [`${domain}/operators`, `${domain}/auditors`])),
    roles: presence([
      ...domains.flatMap(domain =>
        ['operators', 'auditors'].map(group => `group ${domain}/${group} is reader on domain ${domain}`),
      ),
      ...systems.flatMap(system => [
        `group ${domainOf(system)}/operators is member on project ${projectOf(system)}`,
        `group ${domainOf(system)}/auditors is reader on project ${projectOf(system)}`,
      ]),
    ]),
  }
}
