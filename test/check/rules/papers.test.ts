import { describe, expect, it } from 'vitest'
import { checkModel, ruleGroups } from '../../../lib/check/index.ts'
import { loaded } from '../../example-repository.ts'
import { type Change, changedFiles, describeRules, foundIn, modelWith, newFindings } from '../rule-table.ts'
import { withoutLine } from './file-edits.ts'
import {
  backup,
  datong,
  guazhouUnit,
  jiuye,
  lvyou,
  rensheUnit,
  shebao,
  shipin,
  shuiqing,
  xinchou,
  xishuangbanna,
  zhejiang,
} from './files.ts'
import { appended, papersMayFollow } from './history-edits.ts'
import { paperCases } from './papers.cases.ts'
import { without } from './waiting.cases.ts'

describeRules('rules about papers and what is stated', ruleGroups.papers, paperCases)

const messages = (code: string, changes: readonly Change[]) =>
  newFindings(code, changes).map(({ message, severity, fix }) => [message.en, severity, fix?.message.en])

describe('a paper that is missing', () => {
  it('is named, with what would mend it', () => {
    expect(messages('TY4201', [withoutLine(jiuye, 'JY-NS-01')])).toEqual([
      [
        '“submitted” lacks the paper 《内部审核意见》',
        'error',
        'enter 《内部审核意见》 among the `papers` of the event',
      ],
    ])
  })

  it('is named beside those that would do as well', () => {
    const one = '“submitted” lacks one of the papers 《原云服务合同到期证明》, 《原平台无法满足需求证明》'
    const found = newFindings('TY4201', [withoutLine(shebao, 'SB-HT-2020-03')])
    expect(found.map(({ message, article }) => [message.en, article]).toSorted()).toEqual([
      [one, 'XS-16'],
      [one, 'XS-19.3'],
    ])
  })

  it('is as grave as the regulation says', () => {
    const decided: Change = [
      xishuangbanna,
      '没有要求签订保密协议。\n',
      '没有要求签订保密协议。\n    decided: { by: authority, on: 2025-07-01, paper: 示例 }\n',
    ]
    const found = newFindings('TY4201', [withoutLine(rensheUnit, '西人社保〔2025〕2号'), decided])
    expect(found.map(({ article, severity }) => [article, severity])).toEqual([[undefined, 'warning']])
  })
})

describe('a paper that does not count', () => {
  const report = 'RJCP-2024-0062, on: 2024-04-10, by: 省软件测评中心（示例）, accreditation: CNAS L0000'

  it('says when it ran out', () => {
    expect(messages('TY4202', [[shuiqing, report, `${report}, until: 2024-04-14`]])).toEqual([
      ['《软件性能测试报告》 was valid until 2024-04-14', 'error', undefined],
    ])
  })

  it('says what its issuer lacks', () => {
    expect(messages('TY4202', [[shuiqing, report, report.replace('CNAS L0000', 'CMA 0000')]])).toEqual([
      ['the issuer of 《软件性能测试报告》 has no CNAS accreditation', 'error', undefined],
    ])
  })

  it('is as grave as the regulation says', () => {
    const changes: readonly Change[] = [
      [shuiqing, report, `${report}, until: 2024-04-14`],
      [zhejiang, '    validity: true\n', '    validity: true\n    severity: warning\n'],
    ]
    expect(messages('TY4202', changes).map(([, severity]) => severity)).toEqual(['warning'])
  })
})

describe('a fact that is not stated', () => {
  it('is asked for in the manifest, or in the file of the unit', () => {
    const found = [
      ...messages('TY4203', [withoutLine(shuiqing, '  audit: {')]),
      ...messages('TY4203', [withoutLine(guazhouUnit, '  emergency: {')]),
    ]
    expect(found).toEqual([
      ['`contacts.audit` must be stated by “submitted”', 'error', 'state `contacts.audit` in the manifest'],
      [
        '`contacts.emergency` must be stated by “submitted”',
        'error',
        'state `contacts.emergency` in unit.yaml',
      ],
    ])
  })

  it('is as grave as the regulation says', () => {
    const found = newFindings('TY4203', [withoutLine(shipin, 'sharing: {')])
    expect(found.map(({ article, severity }) => [article, severity])).toEqual([['DT-22', 'warning']])
  })
})

describe('an event that says too little', () => {
  it('is asked for each thing by its key', () => {
    const grants = 'grants: { internet: { services: [{ item: sec.waf, quantity: 1 }] } }'
    const emergency = `event: emergency-approved, on: 2026-11-20, conditions: [emergency], ${grants}`
    expect(messages('TY4204', [appended(jiuye, emergency)])).toEqual([
      ['“emergency approved” gives no `reason`', 'error', 'add `reason`'],
      ['“emergency approved” gives no `until`', 'error', 'add `until`'],
    ])
  })

  it('is as grave as the regulation says', () => {
    const refused = appended(jiuye, 'event: refused, on: 2026-11-20')
    const wanted = 'on: [refused, rejected]\n    reason: true'
    const mild: Change = [xishuangbanna, wanted, `${wanted}\n    severity: warning`]
    expect(messages('TY4204', [refused, mild]).map(([, severity]) => severity)).toEqual(['warning'])
  })
})

describe('an ability that is not granted', () => {
  const without: Change = [shipin, '          - { item: cbr.volume, quantity: 800, unit: GiB }\n', '']

  it('names the items that have it', () => {
    expect(messages('TY4205', [without])).toEqual([
      [
        'nothing granted provides backup (`backup`)',
        'error',
        'choose from: Volume backup (cbr.volume), Database backup (cbr.database)',
      ],
    ])
  })

  it('has nothing to offer where no item has it', () => {
    const useless: Change = [backup, '    provides: [backup]\n', '']
    const found = newFindings('TY4205', [without, useless, useless])
    expect(found.length).toBeGreaterThan(1)
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([])
  })

  it('is as grave as the regulation says', () => {
    const mild: Change = [
      datong,
      '        provides: [backup]\n',
      '        provides: [backup]\n        severity: warning\n',
    ]
    expect(messages('TY4205', [without, mild]).map(([, severity]) => severity)).toEqual(['warning'])
  })
})

describe('the papers of an emergency', () => {
  it('are due by the day agreed, with the event that the regulation waits for', () => {
    const event = 'event: change-submitted, on: 2026-10-12, conditions: [green-channel], until: 2026-11-22'
    expect(messages('TY4206', [appended(lvyou, event), papersMayFollow])).toEqual([
      ['the papers were due by 2026-11-22, and “papers completed” did not follow', 'warning', undefined],
    ])
  })
})

describe('an event of no regulation', () => {
  it.each(['resurrected', 'constructor'])('may rest on anything, such as %s', event => {
    const model = modelWith(jiuye, value => ({
      ...value,
      history: value.history.map(({ on }) => ({ event, on })),
    }))
    expect(foundIn('TY4208', model)).toEqual([])
  })
})

describe('an event that a record of evidence gives', () => {
  it('rests on that record', () => {
    const recorded = (index: number | undefined) => {
      const { model } = loaded(changedFiles([[shebao, '    source: { paper: XSJF-2025-001 }\n', '']]))
      const recordOf = (at: number) =>
        at === index ? { number: 1, file: 'evidence/2025/1.json' } : undefined
      const systems = model.systems.map(one =>
        one.document.file === shebao ? { ...one, document: { ...one.document, recordOf } } : one,
      )
      return foundIn('TY4208', { ...model, systems }).map(({ path }) => path)
    }
    const [[, index] = []] = recorded(undefined)
    expect(index).toBeTypeOf('number')
    expect(recorded(Number(index))).toEqual([])
  })
})

describe('an event that came too early', () => {
  it('is told what to enter before it', () => {
    expect(messages('TY4211', [without(xinchou, 'advice-filed')])).toEqual([
      [
        '“delivered” without “advice filed” before it',
        'error',
        'enter `advice-filed` before it, once it is done',
      ],
    ])
  })
})

describe('an event that rests on the wrong thing', () => {
  it('says on what it may rest', () => {
    const wrong: Change = [shebao, 'source: { paper: XSJF-2025-001 }', 'source: { forge: gitea, change: 2 }']
    expect(messages('TY4208', [wrong])).toEqual([
      ['“delivered” comes from a paper (`paper`), a signed commit (`commit`)', 'error', undefined],
    ])
  })
})

describe('a paper that is younger than its event', () => {
  it('gives both days', () => {
    const note: Change = [xinchou, 'number: XC-YH-01, on: 2026-03-04', 'number: XC-YH-01, on: 2026-03-10']
    expect(messages('TY4207', [note])).toEqual([
      ['《系统优化说明》 is dated 2026-03-10, after the event on 2026-03-09', 'error', undefined],
    ])
  })
})

describe('the file of a paper', () => {
  const file = 'tenants/xishuangbanna/rensheju/papers/ls.pdf'
  const digest = 'a'.repeat(64)
  const notThere = ['file', undefined, `the repository has no file ${file}`]

  function found(written: string, digests: ReadonlyMap<string, string> | undefined) {
    const before = 'number: LS-2025-0081, on: 2025-08-12'
    const { model } = loaded(changedFiles([[shebao, before, `${before}, file: ${file}${written}`]]))
    const looked = digests === undefined ? model : { ...model, paperDigests: digests }
    return checkModel(looked)
      .filter(({ code }) => code === 'TY4209')
      .map(({ path, fix, message }) => [path.at(-1), fix?.replacement, message.en])
  }

  it('is accepted with the digest that is written', () => {
    expect(found(`, sha256: ${digest}`, new Map([[file, digest]]))).toEqual([])
  })

  it('is refused with another digest, and the right one is offered', () => {
    expect(found(`, sha256: ${'b'.repeat(64)}`, new Map([[file, digest]]))).toEqual([
      ['sha256', digest, 'the file of 漏洞扫描报告 is not what its digest says'],
    ])
  })

  it('is refused without a digest, and when it is not there', () => {
    expect(found('', new Map([[file, digest]]))).toEqual([
      ['file', undefined, `漏洞扫描报告 lacks its sha256: ${digest}`],
    ])
    expect(found(`, sha256: ${digest}`, new Map())).toEqual([notThere])
  })

  it('is not there because another file with its digest is', () => {
    expect(found(`, sha256: ${digest}`, new Map([[`${file}.txt`, digest]]))).toEqual([notThere])
  })

  it('is not judged where nobody has looked', () => {
    expect(found('', undefined)).toEqual([])
  })
})
