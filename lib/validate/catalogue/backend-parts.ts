import type { Backend } from '../../../generated/types/platform.ts'
import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

type Part = Exclude<keyof Backend, 'type'>

/** What each backend must and may say; credentials never stand here, they come from the environment. */
const parts: Readonly<
  Record<Backend['type'], { readonly must: readonly Part[]; readonly may: readonly Part[] }>
> = {
  local: { must: [], may: [] },
  pg: { must: ['schema'], may: [] },
  s3: { must: ['bucket'], may: ['endpoint', 'region'] },
  http: { must: ['address'], may: [] },
}

export const backendParts: CatalogueRule<'platform'> = {
  code: 'TY2203',
  severity: 'error',
  title: {
    zh: '状态后端的类型与所写内容不一致',
    en: 'a state backend that does not say what its type needs',
  },
  why: {
    zh: 'pg 须写 schema，s3 须写 bucket，http 须写 address，local 都不写；其余内容不起作用。',
    en: 'pg needs a schema, s3 a bucket, http an address, local none of them; anything else would have no effect.',
  },
  *check(document) {
    for (const [zone, { backend }] of Object.entries(document.value.zones)) {
      const { must, may } = parts[backend.type]
      const path = ['zones', zone, 'backend']
      for (const part of must) {
        if (backend[part] !== undefined) continue
        yield finding(backendParts, document.at([...path, 'type']), {
          message: {
            zh: `后端 ${backend.type} 没有写 ${part}`,
            en: `the ${backend.type} backend needs ${part}`,
          },
        })
      }
      for (const key of Object.keys(backend)) {
        if (key === 'type' || [...must, ...may].some(part => part === key)) continue
        yield finding(backendParts, document.at([...path, key], 'key'), {
          message: {
            zh: `后端 ${backend.type} 不应写 ${key}`,
            en: `the ${backend.type} backend has no ${key}`,
          },
        })
      }
    }
  },
}
