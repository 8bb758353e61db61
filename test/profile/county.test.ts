import { describe, expect, it } from 'vitest'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { desiredState, outlineOf } from '../../lib/desired-state/index.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import { systemSummaries } from '../../lib/summary/system-summary.ts'
import { jobsOf } from '../../stacks/job.ts'
import { synthesise } from '../../stacks/synthesise.ts'
import { fixtureRepository } from '../fixture-repository.ts'

const county = fixtureRepository('county')
const unit = 'tenants/shili/chengguanju'
const last = '2026-11-23'

/** The county after so many steps of one of its systems, on a day; the other has gone its whole way. */
function afterSteps(system: string, steps: number, day = last, edit = (text: string) => text) {
  const file = `${unit}/${system}.yaml`
  const parts = county.text(file).split(/(?=^ {2}- event: )/m)
  return county.loaded(new Map([[file, edit(parts.slice(0, steps + 1).join(''))]]), day)
}

function standing(system: string, steps: number, day = last) {
  const { model } = afterSteps(system, steps, day)
  const found = model.systemByAddress.get(`shili/chengguanju/${system}`)
  const profile = model.catalogue.jurisdictions.get('shili')?.value
  if (found === undefined || profile === undefined) throw new Error(`the county has no ${system}`)
  return { model, system: found, profile }
}

function summaryOf(system: string, steps: number, day: string) {
  const { model, system: found } = standing(system, steps, day)
  const [summary] = systemSummaries(model, outlineOf(model), [found])
  if (summary === undefined) throw new Error(`nothing is told of ${system}`)
  return summary
}

interface Walk {
  readonly system: string
  /** After each step: the state, what may come next, and what stands. */
  readonly steps: readonly (readonly [state: string, next: readonly string[], resources: string])[]
}

const walks: readonly Walk[] = [
  {
    system: 'zhihui',
    steps: [
      ['filed', ['refused', 'given-up', 'approved'], 'none'],
      ['trial', ['delivered', 'exit-submitted'], 'trial'],
      ['running', ['renewed', 'exit-submitted'], 'formal'],
      ['closing', ['recovered'], 'formal'],
      ['closed', [], 'none'],
    ],
  },
  {
    system: 'kaifa',
    steps: [
      ['filed', ['refused', 'given-up', 'approved'], 'none'],
      ['trial', ['delivered', 'exit-submitted'], 'trial'],
      ['running', ['renewed', 'exit-submitted'], 'formal'],
      ['running', ['renewed', 'exit-submitted'], 'formal'],
      ['closing', ['recovered'], 'formal'],
      ['closed', [], 'none'],
    ],
  },
]

describe.each(walks)('the composed county, whose $system walks from request to end', ({ system, steps }) => {
  it('without a finding, and without a change that the one before it does not allow', () => {
    for (const step of steps.keys()) {
      const head = afterSteps(system, step + 1)
      expect(head.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
      if (step > 0) expect(checkChange(afterSteps(system, step).model, head.model, rulings)).toEqual([])
    }
  })

  it('through the states of its own regulation', () => {
    const walked = [...steps.keys()].map(step => {
      const { model, profile, system: found } = standing(system, step + 1)
      const outlook = systemStatusOf(model, profile, found)
      return [outlook.state, outlook.steps.map(({ event }) => event), outlook.resources]
    })
    expect(walked).toEqual(steps)
  })
})

describe('the three networks of the county', () => {
  const { model } = standing('zhihui', 3)
  const zones = ['business', 'extranet', 'internet']

  it('become stacks of their own, each of one cloud and clean', async () => {
    const jobs = jobsOf(outlineOf(model))
    const { stacks, findings } = await synthesise(jobs, { workers: 0 })
    expect(findings).toEqual([])
    expect([...stacks.keys()]).toEqual(
      zones.flatMap(zone => [
        `platform_${zone}`,
        `unit_${zone}_shili_chengguanju`,
        `system_${zone}_shili_chengguanju_zhihui`,
      ]),
    )
    for (const [name, text] of stacks) {
      const { provider } = JSON.parse(text)
      const [, zone] = name.split('_')
      expect(provider.openstack).toEqual([{ cloud: `county-${zone}`, region: zone }])
    }
  })

  it('are open to each other at the gateway of the pair alone, and to the internet from one', () => {
    const opened = desiredState(model).zones.map(({ zone, systems }) => [
      zone.id,
      systems.flatMap(({ rules }) =>
        rules
          .filter(({ remote }) => remote.startsWith('172.31.') || remote === '0.0.0.0/0')
          .map(({ direction, remote, ports }) => `${direction} ${remote} ${ports?.from}`),
      ),
    ])
    expect(Object.fromEntries(opened)).toEqual({
      internet: ['egress 172.31.64.0/28 8443', 'ingress 0.0.0.0/0 443', 'ingress 172.31.64.32/28 7443'],
      extranet: ['egress 172.31.96.16/28 9443', 'ingress 172.31.96.0/28 8443'],
      business: ['egress 172.31.128.32/28 7443', 'ingress 172.31.128.16/28 9443'],
    })
  })

  it.each([
    [
      'a gateway joins another pair',
      'through: gap-02, from: extranet',
      'through: gap-01, from: extranet',
      'TY3414',
    ],
    [
      'the internet is let into the business network',
      '{ from: self, protocol: tcp, ports: [22] }',
      '{ from: internet, protocol: tcp, ports: [22] }',
      'TY3404',
    ],
  ])('are not when %s', (_title, before, wrong, code) => {
    const { findings } = afterSteps('zhihui', 3, last, text => text.replaceAll(before, wrong))
    expect(findings.map(finding => finding.code)).toContain(code)
  })
})

describe('money in the county', () => {
  it.each([
    ['in the first contract year', '2026-04-10', ['7200.00', '10360.00', '1000.00']],
    ['on its last day', '2027-03-14', ['7200.00', '10360.00', '1000.00']],
    ['in the second', '2027-03-15', ['7200.00', '10360.00', '950.00']],
    ['in the third', '2028-03-15', ['7200.00', '10360.00', '900.00']],
  ])('costs %s by its own list, and what that adopts', (_title, day, yuan) => {
    expect(summaryOf('zhihui', 3, day).fees.amounts.map(amount => amount.yuan)).toEqual(yuan)
  })

  it('is charged from the month after the delivery, free for two months, and shared between payers', () => {
    const { billing } = summaryOf('zhihui', 3, '2026-04-10')
    expect(billing?.days).toEqual({ from: '2026-04-01', paidFrom: '2026-06-01', until: undefined })
    expect(billing?.freeTrial).toBe(true)
    expect(
      billing?.payers.map(({ shares, parts }) => [
        shares.map(({ name, percent }) => `${name}${percent}`),
        parts.map(({ zh }) => zh),
      ]),
    ).toEqual([
      [['县级财政100'], ['互联网区计算服务', '政务外网区计算服务', '政务外网区软件授权']],
      [['使用单位100'], ['互联网区网络服务']],
      [
        ['县级财政50', '使用单位50'],
        ['业务专网区计算服务', '业务专网区软件授权'],
      ],
    ])
  })

  it('gives development no free months, and ends with the recovery', () => {
    expect(summaryOf('kaifa', 6, last).billing?.days).toEqual({
      from: '2026-05-01',
      paidFrom: '2026-05-01',
      until: '2026-09-30',
    })
  })
})

describe('a line with a term in the county', () => {
  /** Of two servers one goes after 2026-12-05, asked for and granted. */
  const lent = (text: string) =>
    text.replaceAll(
      /^( *)- \{ item: ecs\.2c4g, quantity: 2 \}\n(?= *- \{ item: db\.account)/gm,
      '$1- { item: ecs.2c4g, quantity: 2, to: 2026-12-05 }\n$1- { item: ecs.2c4g, quantity: 1, from: 2026-12-06 }\n',
    )
  const on = (day: string, edit = lent) => {
    const { model, findings } = afterSteps('zhihui', 3, day, edit)
    const system = model.systemByAddress.get('shili/chengguanju/zhihui')
    const profile = model.catalogue.jurisdictions.get('shili')?.value
    if (system === undefined || profile === undefined) throw new Error('the county has no zhihui')
    const [summary] = systemSummaries(model, outlineOf(model), [system])
    const record = desiredState(model).zones.find(({ zone }) => zone.id === 'extranet')?.systems[0]
    return {
      faults: findings
        .filter(({ file, severity }) => file === system.document.file && severity === 'error')
        .map(({ code }) => code),
      term: deadlinesOf(model, profile, system)
        .filter(({ definition }) => definition.id === 'line-term')
        .map(({ due, state }) => [due, state]),
      vcpus: record?.quota.compute.cores,
      monthly: summary?.fees.amounts.at(-1)?.yuan,
    }
  }

  it.each([
    ['long before its end', '2026-04-10', [['2026-12-05', 'running']], 4, '1000.00'],
    ['soon before it', '2026-11-10', [['2026-12-05', 'due-soon']], 4, '1000.00'],
    ['on its last day', '2026-12-05', [['2026-12-05', 'due-soon']], 4, '1000.00'],
    ['the day after', '2026-12-06', [], 2, '880.00'],
  ])(
    'is told of, stands and costs until its end, and not a day longer: %s',
    (_title, day, term, vcpus, monthly) => {
      expect(on(day)).toEqual({ faults: [], term, vcpus, monthly })
    },
  )

  it('is nothing to wait for where no line ends', () => {
    expect(on('2026-11-10', text => text).term).toEqual([])
  })
})

describe('development in the county', () => {
  const term = (steps: number, day: string) => {
    const { model, profile, system } = standing('kaifa', steps, day)
    const found = deadlinesOf(model, profile, system).find(
      ({ definition }) => definition.id === 'term-development',
    )
    return found && [found.due, found.state]
  }

  it.each([
    ['before it is delivered', 2, '2026-04-01', undefined],
    ['while its term runs', 3, '2026-05-06', ['2026-07-02', 'running']],
    ['once its term is over', 3, '2026-07-03', ['2026-07-02', 'missed']],
    ['once it is renewed', 4, '2026-07-10', ['2026-10-02', 'running']],
    ['once it is back', 6, last, ['2026-10-02', 'met']],
  ] as const)('comes back in time: %s', (_title, steps, day, expected) => {
    expect(term(steps, day)).toEqual(expected)
  })

  it('is no deadline of what is to run', () => {
    const { model, profile, system } = standing('zhihui', 3)
    expect(deadlinesOf(model, profile, system).map(({ definition }) => definition.id)).toEqual(['delivery'])
  })

  it.each([
    ['more than four cores', 'quantity: 2 }', 'quantity: 3 }', 'TY3901', 'SL-13'],
    ['a renewal beyond the term', 'until: 2026-10-02', 'until: 2026-10-03', 'TY3902', 'SL-13'],
    ['an end of its use as development', 'use: development\n', '', 'TY4201', 'SL-8'],
    ['a use that nobody knows', 'use: development', 'use: developmnt', 'TY2004', undefined],
  ])('is not %s', (_title, before, wrong, code, article) => {
    const { findings } = afterSteps('kaifa', 4, last, text => text.replaceAll(before, wrong))
    expect(findings.map(finding => [finding.code, finding.article])).toContainEqual([code, article])
  })
})
