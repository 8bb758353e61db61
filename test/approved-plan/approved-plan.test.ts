import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ApprovedPlan,
  approvedPlanOf,
  approvedPlanText,
  differencesSince,
  fileDigests,
  type PlannedStack,
  type PlanOrigin,
  readApprovedPlan,
} from '../../lib/approved-plan/index.ts'
import { Mark, type PlannedChange } from '../../lib/deliver/plan.ts'
import { exampleFiles, type Files, loaded } from '../example-repository.ts'
import { change, systemStack as system, unitStack as unit } from '../plan-gate/plans.ts'

const quota = 'openstack_compute_quotaset_v2.compute'
const network = 'openstack_networking_network_v2.network'

const origin: PlanOrigin = {
  tool: '1.0.0',
  engine: 'terraform 1.11.4',
  request: { selectors: ['xs/rsj'], all: false, retires: false },
  files: { 'catalogue/platform.yaml': 'a', 'tenants/xs/rsj/shebao.yaml': 'b' },
}

function configured(version: string) {
  const openstack = { source: 'terraform-provider-openstack/openstack', version }
  return { terraform: { required_providers: { openstack } } }
}

const changes: readonly PlannedChange[] = [
  change('update', quota, {
    before: { id: 'q', cores: 4, secret: Mark.sensitive },
    after: { id: 'q', cores: 8, secret: Mark.sensitive },
  }),
  change('create', network, { after: { name: 'n', id: Mark.unknown, tags: ['a', 'b'] } }),
]

interface Given {
  readonly origin?: Partial<PlanOrigin>
  readonly changes?: readonly PlannedChange[]
  readonly version?: string
  readonly others?: ReadonlyMap<string, PlannedStack>
}

function planWith({
  origin: other,
  changes: own = changes,
  version = '3.4.0',
  others,
}: Given = {}): ApprovedPlan {
  const plan = { changes: own, drift: [] }
  const stacks = new Map<string, PlannedStack>([
    [system, { configuration: configured(version), plan }],
    ...(others ?? []),
  ])
  return approvedPlanOf({ ...origin, ...other }, stacks)
}

const approved = planWith()

/** `<place>: <message>` of every difference. */
function told(now: ApprovedPlan): readonly string[] {
  return differencesSince('plan.json', approved, now).map(found => {
    const place = 'machine' in found ? found.machine : `${found.stack} ${found.address ?? ''}`.trimEnd()
    return `${place}: ${found.message.en}`
  })
}

describe('an approved plan', () => {
  test('is the same when nothing has changed', () => {
    expect(told(planWith())).toEqual([])
    expect(planWith().digest).toBe(approved.digest)
  })

  test.each<readonly [title: string, given: Given, differences: readonly string[]]>([
    [
      'this tool',
      { origin: { tool: '1.0.1' } },
      ['plan.json: the version of this tool was "1.0.0" and is "1.0.1"'],
    ],
    [
      'terraform',
      { origin: { engine: 'tofu 1.11.4' } },
      ['plan.json: the version of terraform or tofu was "terraform 1.11.4" and is "tofu 1.11.4"'],
    ],
    [
      'the provider',
      { version: '3.4.1' },
      [
        `${system}: the configuration of the stack was ${digestText('3.4.0')} and is ${digestText('3.4.1')}`,
        `${system}: the version of the provider was "terraform-provider-openstack/openstack 3.4.0" and is "terraform-provider-openstack/openstack 3.4.1"`,
      ],
    ],
    [
      'what was asked for',
      { origin: { request: { ...origin.request, retires: true } } },
      ['plan.json: what the plan was asked for (retires) was false and is true'],
    ],
    [
      'a file of the catalogue',
      { origin: { files: { ...origin.files, 'catalogue/platform.yaml': 'c' } } },
      ['plan.json: what catalogue/platform.yaml says was "a" and is "c"'],
    ],
    [
      'a file that is gone, and another that came',
      { origin: { files: { 'catalogue/platform.yaml': 'a', 'catalogue/prices/xs.yaml': 'd' } } },
      [
        'plan.json: what catalogue/prices/xs.yaml says was not there when it was approved',
        'plan.json: what tenants/xs/rsj/shebao.yaml says is no longer there',
      ],
    ],
    [
      'one value',
      {
        changes: [
          change('update', quota, { before: { cores: 4 }, after: { cores: 16 } }),
          ...changes.slice(1),
        ],
      },
      [`${system} ${quota}: the value to come of cores was 8 and is 16`],
    ],
    [
      'one value that stands',
      {
        changes: [
          change('update', quota, { before: { cores: 2 }, after: { cores: 8 } }),
          ...changes.slice(1),
        ],
      },
      [`${system} ${quota}: the value that stands of cores was 4 and is 2`],
    ],
    [
      'a value that was only to be known later',
      {
        changes: [
          ...changes.slice(0, 1),
          change('create', network, { after: { name: 'n', id: 'x', tags: ['a', 'b'] } }),
        ],
      },
      [`${system} ${network}: the value to come of id was "(unknown)" and is "x"`],
    ],
    [
      'what is done',
      {
        changes: [
          ...changes.slice(0, 1),
          change('replace', network, {
            before: {},
            after: { name: 'n', id: Mark.unknown, tags: ['a', 'b'] },
          }),
        ],
      },
      [`${system} ${network}: what is done to it was "create" and is "replace"`],
    ],
  ])('tells in words what has become different: %s', (_, given, differences) => {
    expect(told(planWith(given))).toEqual(differences)
    expect(planWith(given).digest).not.toBe(approved.digest)
  })

  test('tells of a resource and of a stack that came or went as a whole', () => {
    expect(told(planWith({ changes: changes.slice(1) }))).toEqual([
      `${system} ${quota}: the change of it is no longer there`,
    ])
    const others = new Map([[unit, { configuration: configured('3.4.0'), plan: undefined }]])
    expect(told(planWith({ others }))).toEqual([`${unit}: this stack was not there when it was approved`])
  })

  test('holds no secret, and of what goes no more than which it is', () => {
    const gone = change('delete', network, {
      before: { id: 'n1', password: 'hunter2', mtu: 1500 },
      after: undefined,
    })
    const text = approvedPlanText(planWith({ changes: [...changes, gone] }))
    expect(text).not.toContain('hunter2')
    expect(text).toContain('n1')
    expect(text).not.toContain('1500')
  })

  test('does not mind in which order stacks, resources and attributes were planned', () => {
    const resources = fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/), cores: fc.nat() }),
      {
        selector: ({ name }) => name,
        minLength: 1,
      },
    )
    const law = fc.property(resources, fc.nat(), (rows, turn) => {
      const made = rows.map(({ name, cores }) =>
        change('update', `openstack_compute_quotaset_v2.${name}`, {
          before: { cores, ram: 1 },
          after: { cores: cores + 1, ram: 2 },
        }),
      )
      const turned = rows.map(({ name, cores }) =>
        change('update', `openstack_compute_quotaset_v2.${name}`, {
          before: { ram: 1, cores },
          after: { ram: 2, cores: cores + 1 },
        }),
      )
      const at = turn % rows.length
      const reordered = [...turned.slice(at), ...turned.slice(0, at)].toReversed()
      expect(planWith({ changes: reordered }).digest).toBe(planWith({ changes: made }).digest)
      const one = made.with(
        at,
        change('update', made[at]?.address ?? '', { before: { ram: 1 }, after: { ram: 3 } }),
      )
      expect(planWith({ changes: one }).digest).not.toBe(planWith({ changes: made }).digest)
    })
    fc.assert(law, { numRuns: 50 })
  })
})

describe('the file of an approved plan', () => {
  const text = approvedPlanText(approved)

  test('says what was saved', () => {
    expect(readApprovedPlan(text)).toEqual(approved)
  })

  test.each([
    ['is no JSON', 'plan'],
    ['is another file', '{}'],
    ['was cut off', text.slice(0, -10)],
    ['has one value changed', text.replace('"after": 8', '"after": 9')],
    ['has another digest', text.replace(approved.digest, 'f'.repeat(64))],
    ['has a newer form', text.replace('"version": 1', '"version": 2')],
    ['has something beside', text.replace('"version": 1', '"version": 1,\n  "more": 1')],
  ])('is not taken where it %s', (_, other) => {
    expect(other).not.toBe(text)
    expect(readApprovedPlan(other)).toBeUndefined()
  })
})

describe('the files that a plan rests on', () => {
  const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
  const stacks = [{ address: 'ningwu/jiaoyuju/xueji-guanli' }]
  const before = fileDigests(loaded().model, stacks)

  const changedBy = (file: string, edit: (text: string) => string): readonly string[] => {
    const files: Files = new Map([[file, edit(exampleFiles.get(file) ?? '')]])
    const after = fileDigests(loaded(files).model, stacks)
    return Object.keys({ ...before, ...after }).filter(name => before[name] !== after[name])
  }

  test('are the catalogue, and the manifests of the system and its unit alone', () => {
    const names = Object.keys(before)
    expect(names.filter(name => name.startsWith('tenants/'))).toEqual([
      'tenants/ningwu/jiaoyuju/unit.yaml',
      manifest,
    ])
    expect(names).toEqual(
      expect.arrayContaining(['catalogue/platform.yaml', 'catalogue/jurisdictions/ningwu.yaml']),
    )
  })

  test.each<readonly [string, string, (text: string) => string, readonly string[]]>([
    ['a comment', manifest, text => `# 注\n${text}`, []],
    ['another layout', manifest, text => text.replace('mlps: { level: 2,', 'mlps: {   level: 2,'), []],
    ['a value', manifest, text => text.replace('quantity: 300 }', 'quantity: 301 }'), [manifest]],
    [
      'another system',
      'tenants/ningwu/weijianju/yimiao-yuyue.yaml',
      text => text.replace('purpose:', 'purpose:  '),
      [],
    ],
    [
      'a fee',
      'catalogue/services/network.yaml',
      text => text.replace(/price: "([0-9])/, 'price: "9$1'),
      ['catalogue/services/network.yaml'],
    ],
  ])('differ by %s as they should', (_, file, edit, names) => {
    expect(edit(exampleFiles.get(file) ?? '')).not.toBe(exampleFiles.get(file))
    expect(changedBy(file, edit)).toEqual(names)
  })
})

function digestText(version: string): string {
  const { stacks } = approvedPlanOf(
    origin,
    new Map([['s', { configuration: configured(version), plan: undefined }]]),
  )
  return JSON.stringify(stacks.s?.configuration)
}
