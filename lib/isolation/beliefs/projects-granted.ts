import { type BeliefKind, isOurs, systemsIn } from './belief.ts'

/** In the domain of a unit, and in whatever a stack makes, there is no project that nobody was granted. */
export const projectsGranted: BeliefKind = {
  name: { zh: '项目均经授予', en: 'projects as granted' },
  definition: {
    code: 'TY5220',
    severity: 'error',
    title: {
      zh: '单位的域中有未授予的项目',
      en: 'The domain of a unit has a project that was granted to nobody',
    },
    why: {
      zh: '未登记的项目不受任何授予约束，谁都不知道它通向何处。请登记为系统，或者清理后删除。',
      en: 'What nobody was granted is held by nothing, and nobody knows where it leads. Register it as a system, or clear and delete it.',
    },
  },
  reason: { zh: '单位的域中只有授予的项目', en: 'domains of units have projects of granted systems alone' },
  subjects: systemsIn,
  *breaches(world) {
    const { given, model } = world
    const platforms = new Set(given.zones.map(({ platform }) => platform))
    const domains = new Set([
      ...[...given.projects.values()].map(({ domain }) => domain),
      ...model.projects.filter(({ id }) => platforms.has(id)).map(({ domain }) => domain),
    ])
    for (const { id, domain, name, origin } of model.projects) {
      const isKnown = isOurs(world, id) || !('stack' in origin || domains.has(domain))
      if (isKnown) continue
      const message = { zh: `项目 ${name} 没有授予`, en: `the project ${name} was granted to nobody` }
      yield { projects: [id], origin, message }
    }
  },
}
