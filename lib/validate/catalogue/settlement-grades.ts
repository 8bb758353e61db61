import { finding, type Text } from '../../finding/finding.ts'
import { billingsIn } from './payer-groups.ts'
import type { CatalogueRule } from './rule.ts'

export const settlementGrades: CatalogueRule<'jurisdiction'> = {
  code: 'TY2224',
  severity: 'error',
  title: { zh: '考评分档有得分落空', en: 'grades of an evaluation that leave a score out' },
  why: {
    zh: '各档由高到低，最后一档自 0 分起，每个得分才恰属一档；得分低的不能付得更多；结算因素中须有考评（evaluation）。请核对条款或合同后改正。',
    en: 'Grades fall from the highest to one that begins at 0, so that every score has just one; a lower score is not paid more; and the evaluation is one of the settlement’s factors. Check the text or the contract and correct it.',
  },
  *check(document) {
    for (const { billing, path } of billingsIn(document)) {
      const { grades = [], factors = [] } = billing.settlement ?? {}
      const at = [...path, 'settlement', 'grades']
      if (grades.length > 0 && !factors.includes('evaluation'))
        yield finding(settlementGrades, document.at(at, 'key'), { message: noEvaluation })
      for (const [index, { least, percent }] of grades.entries()) {
        const above = grades[index - 1]
        if (above !== undefined && least >= above.least)
          yield finding(settlementGrades, document.at([...at, index, 'least']), {
            message: {
              zh: `自 ${least} 分起，不低于上一档的 ${above.least} 分`,
              en: `it begins at ${least}, not below the grade before it, ${above.least}`,
            },
          })
        if (above !== undefined && percent > above.percent)
          yield finding(settlementGrades, document.at([...at, index, 'percent']), {
            message: {
              zh: `付 ${percent}%，多于上一档的 ${above.percent}%`,
              en: `it is paid ${percent} %, more than the grade before it, ${above.percent} %`,
            },
          })
        if (index === grades.length - 1 && least > 0)
          yield finding(settlementGrades, document.at([...at, index, 'least']), {
            message: { zh: `低于 ${least} 分的没有档次`, en: `a score below ${least} has no grade` },
          })
      }
    }
  },
}

const noEvaluation: Text = {
  zh: 'factors 中没有 evaluation，分档无从适用',
  en: 'evaluation is none of the factors, so that nothing is graded',
}
