import { type DataPath, finding } from '../../../finding/finding.ts'
import type { Model } from '../../../model/model.ts'
import { place, related, text } from '../../place.ts'
import { repeated } from '../../repeated.ts'
import type { RepositoryRule } from '../../rule.ts'

interface Named {
  readonly id: string
  readonly path: DataPath
}

/** Sites, gateways, and the address pools of all zones: each list has names of its own. */
function listsOf(model: Model): readonly (readonly Named[])[] {
  const { sites, zones, gateways = [] } = model.catalogue.platform.value
  return [
    sites.map(({ id }, index) => ({ id, path: ['sites', index, 'id'] })),
    gateways.map(({ id }, index) => ({ id, path: ['gateways', index, 'id'] })),
    Object.entries(zones).flatMap(([zone, { addressPools }]) =>
      addressPools.map(({ id }, index) => ({ id, path: ['zones', zone, 'addressPools', index, 'id'] })),
    ),
  ]
}

export const duplicatePlatformId: RepositoryRule = {
  code: 'TY3004',
  severity: 'error',
  title: text(
    '平台中两个站点、网关或地址池使用同一标识。',
    'Two sites, gateways or address pools of the platform have the same id.',
  ),
  why: text(
    '清单和云上资源的名称都引用这些标识，重复时所指不明，须改用另一标识。',
    'Manifests and the names of cloud resources refer to these ids; with one id twice nobody can tell which is meant.',
  ),
  *check(model) {
    const { platform } = model.catalogue
    for (const { first, again } of listsOf(model).flatMap(list => repeated(list, named => named.id))) {
      yield finding(duplicatePlatformId, place(platform, ...again.path), {
        message: text(
          `标识 ${again.id} 已被使用；请改用另一标识`,
          `the id ${again.id} is already taken; use another`,
        ),
        related: [related(place(platform, ...first.path), '已在此使用', 'already used here')],
      })
    }
  },
}
