import { toldDrift } from '../../deliver/plan-json.ts'
import { type CodeDefinition, finding, type StackPlace, type Text } from '../../finding/finding.ts'
import { entryOf } from '../../resource-types/index.ts'
import { backByApply } from '../back.ts'
import type { Drift } from '../drift.ts'
import type { DriftKind } from '../drift-kind.ts'
import type { Looked } from '../looked.ts'

export const vanished: DriftKind = {
  class: 'vanished',
  definition: {
    code: 'TY6610',
    severity: 'warning',
    title: { zh: '状态所载的资源已从云上消失', en: 'The state has something that is gone from the cloud' },
    why: {
      zh: '有人绕过本工具删除了它，其中的数据可能已经丢失。请先查明，再用 apply --all 重建，或者用 tenantry state forget 移出状态。',
      en: 'Somebody removed it behind the tool, and what it held may be lost. Find out first; then make it anew with `apply --all`, or take it out of the state with `tenantry state forget`.',
    },
  },
  openings: [],
  breaches: [],
  *beside(looked, definition) {
    yield* goneResources(looked, definition)
    yield* goneProjects(looked, definition)
  },
}

function* goneResources({ plans }: Looked, definition: CodeDefinition): Generator<Drift> {
  for (const [stack, plan] of plans)
    for (const { change } of toldDrift(plan)) {
      if (change.action !== 'delete') continue
      const { address, type, before = {} } = change
      const name = entryOf(type, before)?.name ?? { zh: type, en: type }
      yield gone(stack, address, name, definition)
    }
}

/**
 * Of stacks that could not be planned because of it, nothing else tells. Where an account is shown no project of a zone, it
 * is no project that has gone, but the sight of them.
 */
function* goneProjects({ world, recorded, planned }: Looked, definition: CodeDefinition): Generator<Drift> {
  const shown = new Set(world.model.projects.map(({ id }) => id))
  const grants = [...world.given.projects.values()]
  const seeing = new Set(grants.flatMap(({ project, zone }) => (shown.has(project) ? [zone] : [])))
  const absent = new Set(
    grants.flatMap(({ project, stack, zone }) => (seeing.has(zone) && !shown.has(project) ? [stack] : [])),
  )
  for (const { stack, resources } of recorded) {
    if (!absent.has(stack) || planned.has(stack)) continue
    const project = resources.find(({ type, attributes }) => entryOf(type, attributes)?.kind === 'project')
    if (project !== undefined) yield gone(stack, project.address, { zh: '项目', en: 'project' }, definition)
  }
}

function gone(stack: string, address: string, name: Text, definition: CodeDefinition): Drift {
  const message = {
    zh: `${stack} 的${name.zh}已从云上消失`,
    en: `the ${name.en} of ${stack} is gone from the cloud`,
  }
  return {
    class: 'vanished',
    opens: false,
    moved: 'cloud',
    stacks: [stack],
    values: [],
    finding: finding<StackPlace>(definition, { stack, address }, { message, fix: backByApply(stack) }),
  }
}
