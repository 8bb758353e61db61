import { finding, type Text } from '../../finding/finding.ts'
import type { ValidDocumentOf } from '../document.ts'
import { billingsIn } from './payer-groups.ts'
import type { CatalogueRule } from './rule.ts'

export const freePeriods: CatalogueRule<'jurisdiction'> = {
  code: 'TY2225',
  severity: 'error',
  title: { zh: '免费期没有写清', en: 'a free period that says nothing clear' },
  why: {
    zh: '一项免费期写月数（“months”，自计费之日起算）或试用期间（“trial”）之一；写试用期间的，须有资源（“resources”）为试用（“trial”）的状态；并须写明计费起点。请补写或删去其一。',
    en: 'A free period has either `months`, counted from the first charged day, or `trial`; a trial needs a state whose resources are `trial`; and billing has to start somewhere. Add what is missing, or remove one of the two.',
  },
  *check(document) {
    for (const { billing, path } of billingsIn(document)) {
      for (const [index, { months, trial }] of (billing.free ?? []).entries()) {
        const at = [...path, 'free', index]
        if ((months === undefined) === (trial === undefined))
          yield finding(freePeriods, document.at(at), { message: trial === undefined ? neither : both })
        else if (trial === true && !hasTrial(document))
          yield finding(freePeriods, document.at([...at, 'trial'], 'key'), { message: noTrial })
        else if (months !== undefined && billing.starts === undefined)
          yield finding(freePeriods, document.at([...at, 'months'], 'key'), { message: noStart })
      }
    }
  },
}

function hasTrial({ value: { lifecycle, decisions = [] } }: ValidDocumentOf<'jurisdiction'>): boolean {
  const states = [lifecycle, ...decisions.map(one => one.lifecycle)].flatMap(part =>
    Object.values(part?.states ?? {}),
  )
  return states.some(({ resources }) => resources === 'trial')
}

const neither: Text = { zh: '没有写 months 或 trial', en: 'neither months nor trial is given' }
const both: Text = {
  zh: 'months 与 trial 只写一项；两者都免费的各写一行',
  en: 'months and trial are two rows; where both are free, write both',
}
const noTrial: Text = { zh: '没有试用的状态', en: 'there is no state of a trial' }
const noStart: Text = {
  zh: '没有写计费起点 starts，月数无从起算',
  en: 'without `starts` the months begin nowhere',
}
