import { describe, expect, it } from 'vitest'
import { NotAsked, withRequest } from '../../lib/draft/change-request.ts'
import { block } from '../../lib/draft/inherited.ts'
import { eventLines } from '../../lib/draft/system.ts'
import type { ManifestChange } from '../../lib/drift/adoption/index.ts'

const quantity: ManifestChange = {
  kind: 'quantity',
  zone: 'internet',
  line: 1,
  item: 'b',
  before: 2,
  after: 3,
}
const rule = { from: 'internet', protocol: 'tcp', ports: [443] } as const
const ingress: ManifestChange = { kind: 'ingress', zone: 'internet', tier: undefined, rule }

const event = { id: 'change-submitted', name: '申请变更' }
const answer = { on: '2026-11-23', papers: [], reason: '扩容。' }
const value = { event: event.id, on: answer.on, reason: answer.reason }
const request = { lines: eventLines(answer, { event, lacking: [] }), value }

const asked = '  - event: change-submitted # 申请变更\n    on: 2026-11-23\n    reason: 扩容。'
const services = '      - { item: a, quantity: 2 } # 甲\n      - { item: b, quantity: 2 } # 乙\n'
const zones = (rest = '') => `zones:\n  internet:\n    services:\n${services}${rest}`
const history = 'history:\n  - event: submitted\n    on: 2024-01-01\n'

const cases: readonly (readonly [string, readonly ManifestChange[], string, string])[] = [
  [
    'a quantity, with the comments beside it',
    [quantity],
    `${zones()}${history}`,
    `${zones().replace('b, quantity: 2', 'b, quantity: 3')}${history}${asked}\n`,
  ],
  [
    'a rule behind the others',
    [ingress],
    `${zones('    ingress:\n      - { from: self, protocol: tcp, ports: [22] } # 丙\n')}${history}`,
    `${zones('    ingress:\n      - { from: self, protocol: tcp, ports: [22] } # 丙\n      - { from: internet, protocol: tcp, ports: [443] }\n')}${history}${asked}\n`,
  ],
  [
    'a first rule beside the services, before the tiers',
    [ingress],
    `${zones('    tiers:\n      web: {}\n')}${history}`,
    `${zones('    ingress:\n      - { from: internet, protocol: tcp, ports: [443] }\n    tiers:\n      web: {}\n')}${history}${asked}\n`,
  ],
  [
    'a first rule of a tier',
    [{ ...ingress, tier: 'web' }],
    `${zones('    tiers:\n      web:\n        network: { ipv4: 10.0.0.0/26 }\n')}${history}`,
    `${zones('    tiers:\n      web:\n        network: { ipv4: 10.0.0.0/26 }\n        ingress:\n          - { from: internet, protocol: tcp, ports: [443] }\n')}${history}${asked}\n`,
  ],
  [
    'several at once, and lists that are written on one line',
    [quantity, ingress],
    'zones: { internet: { services: [{ item: a, quantity: 1 }, { item: b, quantity: 2 }], ingress: [{ from: self, protocol: icmp }] } }\nhistory: [{ event: submitted, on: 2024-01-01 }]\n',
    'zones: { internet: { services: [{ item: a, quantity: 1 }, { item: b, quantity: 3 }], ingress: [{ from: self, protocol: icmp }, { from: internet, protocol: tcp, ports: [443] }] } }\nhistory: [{ event: submitted, on: 2024-01-01 }, { event: change-submitted, on: 2026-11-23, reason: 扩容。 }]\n',
  ],
  [
    'an event behind the comments of the one before, and before those of the file',
    [quantity],
    `${zones()}${history}    # papers:\n    #   - 丁\n# 结束\n`,
    `${zones().replace('b, quantity: 2', 'b, quantity: 3')}${history}    # papers:\n    #   - 丁\n${asked}\n# 结束\n`,
  ],
  [
    'an event before a comment that stands beside the events',
    [quantity],
    `${zones()}${history}  # 戊\n`,
    `${zones().replace('b, quantity: 2', 'b, quantity: 3')}${history}${asked}\n  # 戊\n`,
  ],
  [
    'lines that end in two characters, and a last one that does not end',
    [quantity],
    `${zones()}${history}`.replaceAll('\n', '\r\n').slice(0, -2),
    `${zones().replace('b, quantity: 2', 'b, quantity: 3')}${history}${asked}\n`
      .replaceAll('\n', '\r\n')
      .slice(0, -2),
  ],
]

describe('a request in a manifest', () => {
  it.each(cases)('enters %s', (_title, changes, before, after) => {
    expect(withRequest(before, changes, request)).toBe(after)
  })

  it.each([
    ['the line has another quantity by now', { ...quantity, before: 9 }, `${zones()}${history}`],
    ['there is no such line', { ...quantity, line: 7 }, `${zones()}${history}`],
    ['there is no such zone', { ...ingress, zone: 'extranet' }, `${zones()}${history}`],
    ['there is no history', quantity, zones()],
  ] as const)('is not entered where %s', (_title, change, text) => {
    expect(() => withRequest(text, [change], request)).toThrow(NotAsked)
  })

  it('says what is lacking in comments, and what stands by inheritance as a block', () => {
    const inherited = { zones: { internet: { ingress: [rule] } }, exchange: [] }
    const lacking = [{ article: 'NW-2.5', papers: ['资源变更申请单'], anyPaper: [], facts: [] }]
    const more = block('inherited', inherited, 4)
    expect(eventLines({ ...answer, more }, { event, lacking }).slice(3)).toEqual([
      '    inherited:',
      '      zones:',
      '        internet:',
      '          ingress:',
      '            - { from: internet, protocol: tcp, ports: [443] }',
      '      exchange: []',
      '    # papers:',
      '    #   # NW-2.5：',
      '    #   - { type: 资源变更申请单, number: 文号, on: 日期 }',
    ])
  })
})
