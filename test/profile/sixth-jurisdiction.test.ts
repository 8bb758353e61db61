import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluateApproval, policiesFor } from '../../lib/approval/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { coverageOf } from '../../lib/coverage/index.ts'
import { desiredState } from '../../lib/desired-state/index.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { loaded } from '../example-repository.ts'

const folder = join(packageRoot, 'test/fixtures/sixth')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const dangan = 'tenants/qingyuan/heshan/dangan.yaml'
const address = 'qingyuan/heshan/dangan'
const whole = read('dangan.yaml')
const events = whole.split(/(?=^ {2}- event: )/m)

/** The repository with a regulation that the tool has never heard of, after so many steps of its one system. */
function afterSteps(steps: number, edit: (text: string) => string = text => text) {
  return loaded(
    new Map([
      ['catalogue/jurisdictions/qingyuan.yaml', read('qingyuan.yaml')],
      ['tenants/qingyuan/heshan/unit.yaml', read('unit.yaml')],
      [dangan, edit(events.slice(0, steps + 1).join(''))],
    ]),
  )
}

function parts({ model }: ReturnType<typeof loaded>) {
  const system = model.systemByAddress.get(address)
  const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
  if (system === undefined || profile === undefined) throw new Error('the sixth jurisdiction is missing')
  return { model, system, profile }
}

describe('a sixth jurisdiction, added by YAML alone', () => {
  it('walks its own way from the first request to the end without a finding', () => {
    for (let step = 1; step < events.length; step += 1) {
      const head = afterSteps(step)
      expect(head.findings.filter(({ severity, code }) => severity !== 'info' && code !== 'TY4113')).toEqual(
        [],
      )
      if (step > 1) expect(checkChange(afterSteps(step - 1).model, head.model, rulings)).toEqual([])
    }
  })

  it.each([
    [1, 'filed', ['granted'], 'none'],
    [2, 'granted', ['handed-over'], 'formal'],
    [3, 'running', ['closing'], 'formal'],
    [4, 'closing', ['closed'], 'formal'],
    [5, 'closed', [], 'none'],
  ] as const)('stands after step %i in state %s', (step, state, next, resources) => {
    const { model, profile, system } = parts(afterSteps(step))
    const outlook = systemStatusOf(model, profile, system)
    expect([outlook.state, outlook.steps.map(({ event }) => event), outlook.resources]).toEqual([
      state,
      next,
      resources,
    ])
  })

  it('is given a project exactly while its state has resources', () => {
    const planned = [1, 2, 3, 4, 5].map(step => {
      const { zones } = desiredState(afterSteps(step).model)
      return zones.some(zone => zone.systems.some(system => system.address === address))
    })
    expect(planned).toEqual([false, true, true, true, false])
  })

  it('counts its own deadline by its own article', () => {
    const { model, profile, system } = parts(afterSteps(2))
    const [deadline] = deadlinesOf(model, profile, system, '2026-03-06')
    expect([deadline?.definition.article, deadline?.due, deadline?.state]).toEqual([
      'QY-4',
      '2026-03-10',
      'running',
    ])
  })

  it.each([
    [
      'a paper is missing',
      (text: string) => text.replace('type: 用云登记表', 'type: 退云申请'),
      'TY4201',
      'QY-2',
    ],
    [
      'an event comes too early',
      (text: string) => text.replace(/ {2}- event: granted[\s\S]*?(?= {2}- event: handed)/, ''),
      'TY3503',
      'QY-4',
    ],
    [
      'a source is not allowed',
      (text: string) => text.replace('source: { paper: QY-02 }', 'source: { forge: gitea, change: 1 }'),
      'TY4208',
      undefined,
    ],
    ['a reason is missing', (text: string) => text.replace('    reason: 机构撤并\n', ''), 'TY4204', 'QY-5'],
    [
      'an event is foreign',
      (text: string) => text.replace('event: closed', 'event: terminated'),
      'TY2024',
      undefined,
    ],
  ] as const)('refuses by its own articles when %s', (_title, edit, code, article) => {
    const own = afterSteps(5, edit).findings.filter(finding => finding.file === dangan)
    expect(own.map(finding => [finding.code, finding.article])).toContainEqual([code, article])
  })

  it('asks for its own approvals', () => {
    const { model, profile, system } = parts(afterSteps(1))
    const [applicable] = policiesFor(profile, 'request', caseOf(model, profile, system, 0))
    const roles = new Map([
      ['shen', ['auditor']],
      ['wei', ['board']],
      ['yuan', ['board']],
    ])
    const review = (id: number, person: string) =>
      ({
        id: `${id}`,
        person,
        account: 'person',
        decision: 'approve',
        at: `2026-03-03T0${id}:00:00Z`,
        content: 'x',
      }) as const
    const judge = (people: readonly string[]) =>
      evaluateApproval(
        applicable?.steps ?? [],
        { authors: new Set(['jia']), content: 'x', roles },
        people.map((person, index) => review(index, person)),
      ).status
    expect(judge(['shen', 'wei'])).toBe('open')
    expect(judge(['wei', 'yuan', 'shen'])).toBe('open')
    expect(judge(['shen', 'wei', 'yuan'])).toBe('approved')
  })

  it('has its articles counted', () => {
    const rows = coverageOf(afterSteps(1).model, []).filter(({ jurisdiction }) => jurisdiction === 'qingyuan')
    expect(rows.filter(({ pending }) => pending.length > 0).map(({ article }) => article.id)).toEqual([
      'QY-6',
    ])
  })
})
