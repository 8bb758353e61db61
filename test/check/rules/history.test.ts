import { describe, expect, it } from 'vitest'
import { checkModel, ruleGroups } from '../../../lib/check/index.ts'
import { loaded } from '../../example-repository.ts'
import {
  at,
  type Change,
  describeRules,
  foundIn,
  modelWith,
  newFindings,
  placeOf,
  relatedPlaces,
} from '../rule-table.ts'
import { recorded, written } from './asks.cases.ts'
import { classified, opened } from './events.cases.ts'
import { unreadable } from './file-edits.ts'
import { chengguan, datong, huji, jiuye, pucha, shebao, xinchou, xishuangbanna, zhaosheng } from './files.ts'
import { approvedEvent, askedElsewhere, askedLine } from './grants.cases.ts'
import { historyCases } from './history.cases.ts'
import { appended, historyFrom } from './history-edits.ts'
import * as openings from './openings.cases.ts'
import { app, asks, grants, own, tiers, web } from './tier-edits.ts'
import { note, noted } from './waiting.cases.ts'

describeRules('rules about histories', ruleGroups.history, historyCases)

describe('an event out of order', () => {
  it('points at the event above it', () => {
    const changes = [opened('2025-07-09')]
    expect(relatedPlaces(newFindings('TY3501', changes))).toEqual([
      [placeOf(at(shebao, 'advice-filed\n    on: |2025-07-10'), changes)],
    ])
  })
})

describe('an event in the future', () => {
  it('is judged by the real day, also where a later or an earlier day is looked at', () => {
    const { model } = loaded()
    const codes = (asOf: string, today: string) =>
      checkModel({ ...model, asOf, today })
        .filter(({ code, file }) => code === 'TY3502' && file === jiuye)
        .map(({ path }) => path)
    expect(codes('2027-01-04', '2026-11-18')).toEqual([['history', 0, 'on']])
    expect(codes('2025-01-04', '2026-11-19')).toEqual([])
  })
})

describe('an event that does not fit', () => {
  const possible = (changes: readonly Change[], file: string) =>
    newFindings('TY3503', changes)
      .filter(one => one.file === file)
      .map(({ message }) => message.en)

  it('names the state before and what may come in it', () => {
    expect(possible([historyFrom(shebao, 'opened', 'event: delivered, on: 2025-07-14')], shebao)).toEqual([
      'the state before is “approved”, in which “delivered” cannot come; possible: opened, advice filed, change submitted, exit submitted, papers completed',
    ])
  })

  it('is told that nothing may come after the end', () => {
    expect(possible([appended(xinchou, 'event: changed, on: 2026-10-12')], xinchou)).toEqual([
      'the state before is “terminated”, in which “changed” cannot come; possible: none',
    ])
  })

  it.each(['resurrected', 'constructor'])(
    'may be one that the regulation does not know, such as %s',
    event => {
      const model = modelWith(jiuye, value => ({
        ...value,
        history: value.history.map(one => ({ ...one, event, grants: {} })),
      }))
      expect(foundIn('TY3503', model).map(({ path, article }) => [path, article])).toEqual([
        [['history', 0, 'event'], 'XS-18'],
      ])
      expect(foundIn('TY3504', model)).toEqual([])
      expect(foundIn('TY3510', model)).toEqual([])
    },
  )
})

describe('an event that came before it was decided that there is one', () => {
  it('is told beside the decision, of whom and on which paper, and cites no article', () => {
    const changes = [noted('2025-07-01'), note]
    const found = newFindings('TY3510', changes)
    expect(relatedPlaces(found)).toEqual([[placeOf(at(datong, '- id: |noting'), changes)]])
    expect(found.map(({ article }) => article)).toEqual([undefined])
    expect(found.flatMap(({ related }) => related.map(({ message }) => message.zh))).toEqual([
      expect.stringMatching(/“备注”：示例，2025-07-01/),
    ])
  })
})

describe('what is asked for', () => {
  it('is set against what is granted, in numbers and in its place', () => {
    const changes: readonly Change[] = [[shebao, askedLine, askedLine.replace('2 }', '3 }').repeat(2)]]
    const found = newFindings('TY3506', changes)
    expect(found.map(({ message, severity }) => [message.en, severity])).toEqual([
      ['Domestic server 4 vCPU 8 GiB (ecs.domestic.4c8g): 6 asked for, 2 granted', 'warning'],
    ])
    expect(relatedPlaces(found)).toEqual([
      [placeOf(at(shebao, `${approvedEvent.slice(0, -'grants:\n'.length)}|grants:`), changes)],
    ])
  })

  it('counts as none where only the grant names it', () => {
    const found = newFindings('TY3506', [[shebao, askedLine, '']])
    expect(found.map(({ message }) => message.en)).toEqual([
      'Domestic server 4 vCPU 8 GiB (ecs.domestic.4c8g): 0 asked for, 2 granted',
    ])
  })

  it.each([
    [
      [[huji, '  extranet:\n    pool: dedicated\n', '  extranet:\n']],
      'Shared pool (shared) is asked for, Dedicated pool (dedicated) granted',
      huji,
    ],
    [
      [[shebao, '  extranet:\n', '  extranet:\n    pool: dedicated\n']],
      'Dedicated pool (dedicated) is asked for, Shared pool (shared) granted',
      shebao,
    ],
    [
      [[zhaosheng, '\nhistory:', `${askedElsewhere}\nhistory:`]],
      'the Extranet zone is not granted',
      zhaosheng,
    ],
  ] as const)('names both pools, and the zone, beside the grant', (changes, message, file) => {
    const found = newFindings('TY3506', changes)
    expect(found.map(one => one.message.en)).toEqual([message])
    expect(found.map(({ related }) => related.map(({ path, file }) => [file, path.at(-1)]))).toEqual([
      [[file, 'grants']],
    ])
  })
})

describe('what is asked for on other days than granted', () => {
  const told = (written: string) =>
    newFindings('TY3506', [[shebao, askedLine, written]]).map(({ message, path }) => [
      message.en,
      path.join('.'),
    ])

  it('is told of the line where the dates differ', () => {
    expect(told(askedLine.replace(' }', ', to: 2030-12-31 }'))).toEqual([
      [
        'the dates of Domestic server 4 vCPU 8 GiB (ecs.domestic.4c8g) are not those that were granted',
        'zones.internet.services.0',
      ],
    ])
  })

  it('is told of the quantity where there are more from a day on', () => {
    expect(told(`${askedLine}${askedLine.replace('2 }', '3, from: 2027-01-01 }')}`)).toEqual([
      [
        'Domestic server 4 vCPU 8 GiB (ecs.domestic.4c8g) from 2027-01-01: 5 asked for, 2 granted',
        'zones.internet.services.0.quantity',
      ],
    ])
  })
})

describe('an event that grants, or should', () => {
  const told = (change: Change) => newFindings('TY3504', [change]).map(({ message }) => message.en)

  it('is told which', () => {
    expect(told(historyFrom(shebao, 'approved', 'event: approved, on: 2025-07-10'))).toEqual([
      '“approved” must say what is granted (`grants`)',
    ])
    const grants = 'grants: { extranet: { services: [{ item: sec.log-audit, quantity: 1 }] } }'
    expect(told(appended(shebao, `event: old-system-retired, on: 2026-01-05, ${grants}`))).toEqual([
      '“old system retired” grants nothing, and has no `grants`',
    ])
  })
})

describe('what a waiting request records', () => {
  const exchange =
    'exchange: [{ through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [443], authorisedBy: 示例 }]'
  const exchanging: Change = [jiuye, '\nhistory:\n', `\n${exchange}\nhistory:\n`]
  const beside = (...changes: readonly Change[]) =>
    relatedPlaces(newFindings('TY3512', changes)).map(places => places.map(({ start }) => start.line))
  const lineOf = (mark: string, ...changes: readonly Change[]) => placeOf(at(jiuye, mark), changes).start.line

  it('is told beside the zones of the manifest, or beside its exchange where that alone differs', () => {
    const fewer = recorded(written.replace('quantity: 200', 'quantity: 199'))
    const silent = recorded(written.replace(', 22', ''))
    const same = recorded(written)
    expect(beside(fewer)).toEqual([[lineOf('|zones:\n  internet', fewer)]])
    expect(beside(silent)).toEqual([[lineOf('|zones:\n  internet', silent)]])
    const untiered: Change = [jiuye, '    ingress:\n', '    tiers: { web: {} }\n    ingress:\n']
    expect(beside(untiered, same)).toEqual([[lineOf('|zones:\n  internet', untiered, same)]])
    expect(beside(exchanging, same)).toEqual([[lineOf('|exchange:', exchanging, same)]])
    expect(beside(exchanging, silent)).toEqual([[lineOf('|zones:\n  internet', exchanging, silent)]])
  })
})

describe('an opening that is not granted', () => {
  it('is told beside the grant', () => {
    const changes = [openings.asks(openings.web.replace('443', '443, 8080'))]
    const found = newFindings('TY3508', changes)
    expect(found.map(({ related }) => related.map(({ path, file }) => [file, path.at(-1)]))).toEqual([
      [[chengguan, 'grants']],
    ])
  })
})

describe('a tier', () => {
  const told = (code: string, changes: readonly Change[]) =>
    newFindings(code, changes).map(({ message }) => message.en)

  it('that is not granted is told by its zone and name, beside the grant', () => {
    const changes = [asks(own, tiers), grants(own, '    tiers:\n', web, app)]
    expect(told('TY3515', changes)).toEqual(['the Internet zone, tier db is not granted'])
    expect(relatedPlaces(newFindings('TY3515', changes))).toEqual([
      [placeOf(at(chengguan, '}\n    |grants:'), changes)],
    ])
  })

  it('that is granted and not in the manifest is told by its zone and name', () => {
    const changes = [asks(own, '    tiers:\n', web, app), grants(own, tiers)]
    expect(told('TY3516', changes)).toEqual(['the manifest has no Internet zone, tier db'])
  })
})

describe('a classified system', () => {
  it('is refused without an article where the regulation is silent', () => {
    expect(newFindings('TY3507', [classified(pucha)]).map(({ article }) => article)).toEqual([undefined])
  })

  it('is refused without an article where nobody can read the regulation', () => {
    const changes = [classified(shebao), unreadable(xishuangbanna)]
    expect(newFindings('TY3507', changes).map(({ article }) => article)).toEqual([undefined])
  })
})
