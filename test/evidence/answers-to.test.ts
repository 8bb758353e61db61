import { describe, expect, it } from 'vitest'
import type { Asked, Decision, PartVerdict } from '../../lib/approval/index.ts'
import { type Answer, answersTo, answersToRatified } from '../../lib/evidence/index.ts'
import { type Change, changedFiles } from '../check/rule-table.ts'
import { exampleText, loaded } from '../example-repository.ts'

const platform = 'catalogue/platform.yaml'
const from = 'exposure: { from: 2026-11-01 }'
const since = (day: string): Change => [platform, from, `${from}\nevidence: { from: ${day} }`]

/** Asked for on 2026-11-19, and waiting since. */
const jiuye = 'xishuangbanna/jiuye-zhongxin/jiuye-fuwu'
const jiuyeFile = `tenants/${jiuye}.yaml`
const xueji = 'ningwu/jiaoyuju/xueji-guanli'
const xuejiFile = `tenants/${xueji}.yaml`
const lastOfXueji = exampleText(xuejiFile).slice(exampleText(xuejiFile).lastIndexOf('  - event:'))

/** An approved part whose one step was reviewed on these days. */
function part(system: string, kind: Asked['kind'], ...days: readonly string[]): PartVerdict {
  const [jurisdiction = '', unit] = system.split('/')
  const step = { id: 'review', name: '审核', roles: ['authority'] }
  const by = days.map((day, index) => ({
    id: `${index}`,
    person: 'P-3',
    account: 'person' as const,
    decision: 'approve' as const,
    content: 'c',
    at: `${day}T01:00:00.000Z`,
  }))
  return {
    asked: {
      jurisdiction,
      unit,
      file: `tenants/${system}.yaml`,
      system,
      kind,
      steps: [step],
      article: undefined,
    },
    verdict: {
      status: 'approved',
      steps: [{ step, by, missing: 0, wanted: [] }],
      refusals: [],
      ignored: [],
    },
  }
}

function answered(
  base: readonly Change[],
  head: readonly Change[],
  parts: readonly PartVerdict[],
  status: Decision['status'] = 'approved',
): readonly Answer[] {
  return answersTo({
    base: loaded(changedFiles(base)).model,
    head: loaded(changedFiles([...base.filter(([, , after]) => after !== undefined), ...head])).model,
    decision: { status, parts, void: [] },
    day: '2026-11-23',
  })
}

const isNew: Change = [jiuyeFile, '', undefined]
const asked = [part(jiuye, 'request', '2026-11-20', '2026-11-22')]

describe('what an approved change answers', () => {
  it('is the request, step by step, each on the day of its review, and the grant on the day of the merge', () => {
    const [answer, ...others] = answered([since('2026-11-20'), isNew], [], asked)
    expect(others).toEqual([])
    expect(answer).toMatchObject({
      system: jiuye,
      written: 1,
      request: { index: 0, event: 'submitted', on: '2026-11-19' },
      events: [
        { event: 'accepted', on: '2026-11-22' },
        { event: 'approved', on: '2026-11-23' },
      ],
    })
    const { zones } = loaded().model.systemByAddress.get(jiuye)?.value ?? {}
    const grants = Object.entries(zones ?? {}).map(([id, { services, ingress = [], egress = [] }]) => [
      id,
      { services, ingress, egress },
    ])
    expect(answer?.events[1]?.grants).toEqual(Object.fromEntries(grants))
    expect(answer?.events[0]).not.toHaveProperty('grants')
  })

  it('opens at once what is asked for in an emergency', () => {
    const marked: Change = [
      jiuyeFile,
      'on: 2026-11-19\n',
      'on: 2026-11-19\n    conditions: [emergency]\n    reason: 防汛\n    until: 2026-12-18\n',
    ]
    const [answer] = answered(
      [since('2026-11-19'), isNew],
      [[jiuyeFile, '', exampleText(jiuyeFile)], marked],
      [part(jiuye, 'emergency', '2026-11-20', '2026-11-20')],
    )
    expect(answer?.events).toMatchObject([
      { event: 'emergency-approved', on: '2026-11-23', grants: { internet: {} } },
    ])
  })

  it('is in the first form, and in the second where tiers are granted, all of them and without their networks', () => {
    const [plain] = answered([since('2026-11-20'), isNew], [], asked)
    expect(plain?.schema).toBe('tenantry-grant/v1')
    const text = exampleText(jiuyeFile)
    const [network = ''] = /^ {4}network: .*\n/m.exec(text) ?? []
    const tiers =
      '    tiers:\n      web: { network: { ipv4: 10.64.9.0/26 }, ingress: [{ from: internet, protocol: tcp, ports: [443] }] }\n      db: {}\n'
    const [tiered] = answered([since('2026-11-20'), isNew], [[jiuyeFile, network, network + tiers]], asked)
    expect(tiered).toMatchObject({
      schema: 'tenantry-grant/v2',
      events: [
        {},
        {
          grants: {
            internet: {
              tiers: {
                web: { ingress: [{ from: 'internet', protocol: 'tcp', ports: [443] }], egress: [] },
                db: { ingress: [], egress: [] },
              },
            },
          },
        },
      ],
    })
    expect(JSON.stringify(tiered?.events)).not.toContain('10.64.9.0')
  })

  it.each([
    ['', 'tenantry-grant/v1'],
    [', fromTier: app', 'tenantry-grant/v3'],
    [', toTier: db', 'tenantry-grant/v3'],
  ])(
    'is in the third form where an exchange names a tier, and not for any exchange: “%s”',
    (tier, schema) => {
      const line = `through: gap-01, from: internet, to: extranet, protocol: tcp, ports: [80], authorisedBy: 示例${tier}`
      const [answer] = answered(
        [since('2026-11-20'), isNew],
        [[jiuyeFile, '\nhistory:\n', `\nexchange:\n  - { ${line} }\n\nhistory:\n`]],
        asked,
      )
      expect(answer?.schema).toBe(schema)
      expect(JSON.stringify(answer?.events)).toContain('gap-01')
    },
  )

  it('is nothing before the day from which evidence decides', () => {
    expect(answered([since('2026-11-24'), isNew], [], asked)).toEqual([])
    expect(answered([since('2026-11-23'), isNew], [], asked)).toHaveLength(1)
    expect(answered([isNew], [], asked)).toEqual([])
  })

  it('is nothing where the change is open or refused', () => {
    expect(answered([since('2026-11-20'), isNew], [], asked, 'open')).toEqual([])
    expect(answered([since('2026-11-20'), isNew], [], asked, 'refused')).toEqual([])
  })

  const appended = (...events: readonly string[]): Change => [
    xuejiFile,
    lastOfXueji,
    lastOfXueji + events.map(event => `  - { ${event} }\n`).join(''),
  ]
  const line = '{ item: ecs.domestic.4c8g, quantity: 5 }'
  const change = `event: change-submitted, on: 2026-11-20, asks: { zones: { extranet: { services: [${line}] } } }`
  const filed = 'event: agreement-filed, on: 2026-11-21'
  const withdrawn = 'event: change-withdrawn, on: 2026-11-20'

  it('is what the request records, and the request itself where something is filed beside it', () => {
    const [answer] = answered([since('2026-11-20')], [appended(change, filed)], [part(xueji, 'change')])
    const { history } = loaded().model.systemByAddress.get(xueji)?.value ?? { history: [] }
    expect(answer).toMatchObject({
      written: history.length + 2,
      request: { index: history.length, event: 'change-submitted' },
      events: [{ event: 'change-approved', on: '2026-11-23' }],
    })
    expect(answer?.events[0]?.grants).toMatchObject({
      extranet: { services: [{ item: 'ecs.domestic.4c8g', quantity: 5 }], ingress: [], egress: [] },
    })
  })

  it('is nothing where no request is made', () => {
    expect(answered([since('2026-11-20')], [appended(filed)], [part(xueji, 'change')])).toEqual([])
  })

  it('is nothing to a request that an earlier change made', () => {
    expect(
      answered(
        [since('2026-11-20'), appended(change)],
        [[xuejiFile, change, `${change} }\n  - { ${filed}`]],
        [part(xueji, 'change')],
      ),
    ).toEqual([])
  })

  it('is of what it ratifies, behind all that is written by now, unless a later request has taken it over', () => {
    const model = (...changes: readonly Change[]) => loaded(changedFiles(changes)).model
    const answers = (now: Change) =>
      answersToRatified(
        {
          base: model(since('2026-11-20')),
          head: model(since('2026-11-20'), now),
          decision: { status: 'approved', parts: [part(xueji, 'change')], void: [] },
          day: '2026-11-23',
        },
        // It came before anybody had set the day from which evidence decides.
        { number: 1, base: model(), head: model(appended(change)) },
      ).map(({ request, written }) => [request.index, written])
    const length = loaded().model.systemByAddress.get(xueji)?.value.history.length ?? 0
    expect(answers(appended(change))).toEqual([[length, length + 1]])
    expect(answers(appended(change, filed))).toEqual([[length, length + 2]])
    expect(answers(appended(change, withdrawn, change))).toEqual([])
    expect(answers([xuejiFile, '', undefined])).toEqual([])
  })
})
