import { type CodeDefinition, finding, type StackPlace } from '../../finding/finding.ts'
import type { Drift } from '../drift.ts'
import type { DriftKind } from '../drift-kind.ts'

export const leaked: DriftKind = {
  class: 'leaked',
  definition: {
    code: 'TY6609',
    severity: 'warning',
    title: { zh: '仓库没有提到的栈仍有资源', en: 'A stack stands that the repository does not speak of' },
    why: {
      zh: '没有清单的资源无人批准，也无人计费。请恢复其清单并按流程终止，或者用 tenantry destroy 销毁。',
      en: 'What has no manifest was approved by nobody and is billed to nobody. Bring the manifest back and end it in due form, or remove it with `tenantry destroy`.',
    },
  },
  openings: [],
  breaches: [],
  *beside({ recorded }, definition) {
    for (const { stack, claim } of recorded) if (claim === 'leaked') yield unspoken(stack, definition)
  },
}

function unspoken(stack: string, definition: CodeDefinition): Drift {
  const message = {
    zh: `仓库没有提到 ${stack}，而它仍有状态`,
    en: `the repository does not speak of ${stack}, and it has a state`,
  }
  return {
    class: 'leaked',
    opens: false,
    moved: 'repository',
    stacks: [stack],
    values: [],
    finding: finding<StackPlace>(definition, { stack }, { message, fix: { message: definition.why } }),
  }
}
