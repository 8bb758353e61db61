import { finding } from '../../finding/finding.ts'
import type { PlanRule } from '../rule.ts'

export const beliefsHeld: PlanRule = {
  code: 'TY6507',
  severity: 'error',
  title: {
    zh: '照此交付，目录写明的隔离要求不成立',
    en: 'as it would be applied, a stack breaks what the catalogue believes of the isolation',
  },
  why: {
    zh: '隔离要求在清单和平台配置都通过核验之后仍不成立，就不得交付。请用 tenantry prove 查看通路，收窄清单中的规则或恢复平台配置，再执行 tenantry plan。',
    en: 'Nothing is applied that breaks the isolation, even where every file by itself is in order. Run `tenantry prove` to see the way, narrow the rules of the manifest or bring back what the platform said, then run `tenantry plan`.',
  },
  *check({ stack, breaches }) {
    for (const { address, message, article, citation } of breaches) {
      const at = address === undefined ? { stack: stack.name } : { stack: stack.name, address }
      yield finding(beliefsHeld, at, { message, article, citation })
    }
  },
}
