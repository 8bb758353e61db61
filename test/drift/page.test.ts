import { describe, expect, it } from 'vitest'
import { Mark } from '../../lib/deliver/plan.ts'
import { unlookedStack } from '../../lib/drift/codes.ts'
import { driftIn } from '../../lib/drift/compare.ts'
import { driftPage } from '../../lib/drift/page.ts'
import { sidesText } from '../../lib/drift/sides-text.ts'
import { sumOf } from '../../lib/drift/words.ts'
import { finding, type StackPlace } from '../../lib/finding/finding.ts'
import type { Answers } from '../isolation/api-answers.ts'
import { articled, looked, type Otherwise, planSaying } from './looked.ts'

const stack = 'system_internet_xs_rsj_shebao'
const at = '2026-11-23T18:30:00Z'
const quota = 'openstack_compute_quotaset_v2.quota'
const raised = planSaying({
  address: quota,
  recorded: { cores: 4 },
  found: { cores: 8 },
  wanted: { cores: 4 },
})

function shared(answers: Answers): void {
  for (const entry of answers.networks ?? [])
    if (entry.name === 'shebao') Object.assign(entry, { shared: true, name: '<img src=x onerror=alert(1)>' })
}

function page(otherwise: Otherwise, unlooked: Parameters<typeof driftPage>[0]['unlooked'] = []): string {
  const drifts = driftIn(looked(otherwise))
  const firstSeen = new Map(drifts.map(drift => [drift, at]))
  return driftPage({ drifts, unlooked, zones: ['internet'], firstSeen, at, version: '1.2.3' })
}

describe('the page of drift', () => {
  it('has what opens something in a part of its own, before the rest', () => {
    const text = page({ edit: shared, plans: { [stack]: raised } })
    const headings = [...text.matchAll(/<h2>(\S+)/g)].map(([, heading]) => heading)
    expect(headings).toEqual(['警报：打开了没有授予的访问', '不一致'])
    const rows = [...text.matchAll(/<tr class="(\w+)"><td>\S+ <small lang="en">([^<]+)<.*?<td>(TY\d+)/g)]
    expect(rows.map(([, grade, of, code]) => [grade, of, code])).toEqual([
      ['error', 'right of use', 'TY5202'],
      ['warning', 'quota', 'TY6601'],
    ])
    expect(text).toContain('cores: manifest 4, state 4, cloud 8')
    expect(text.match(/2026-11-23T18:30:00Z<\/td>/g)).toHaveLength(2)
    expect(text).toContain('<title>清单、状态与云的比对 2026-11-23T18:30:00Z</title>')
    expect(text).toContain(`tenantry apply ${stack} --all`)
    expect(text).not.toContain('TY6601 ')
  })

  it('cites the article of the belief that is broken', () => {
    const citation = { zh: '《某办法》第二十二条', en: 'Some City, XS-22.2' }
    const belief = { ...articled('networks-unshared', 'XS-22.2'), citation }
    expect(page({ edit: shared, beliefs: [belief] })).toContain('《某办法》第二十二条')
    expect(page({ edit: shared })).not.toContain('《某办法》第二十二条')
  })

  it('takes what stands in a cloud for text, whoever wrote it', () => {
    const text = page({ edit: shared })
    expect(text).not.toContain('<img')
    expect(text).toContain('&lt;img src=x')
  })

  it('names what could not be looked at', () => {
    const unlooked = finding<StackPlace>(unlookedStack, { stack }, { message: unlookedStack.title })
    const text = page({}, [unlooked])
    expect(text).toContain(`<tr class="error"><td>TY6620</td><td class="place">${stack}</td>`)
    expect(text).not.toContain('警报')
    expect(text.match(/<th>/g)).toHaveLength(3)
  })

  it('says where all are of one mind', () => {
    expect(page({})).not.toContain('<table')
    expect(page({})).toContain('manifests, states and clouds are of one mind')
  })
})

describe('the words of drift', () => {
  it('count alarms apart', () => {
    const drifts = driftIn(looked({ edit: shared, plans: { [stack]: raised } }))
    const [alarm, other] = drifts
    expect(sumOf(drifts, ['a', 'b']).en).toBe('zones a, b: 1 alarm, 1 other difference')
    expect(sumOf(alarm === undefined ? [] : [alarm, alarm], ['a']).en).toBe(
      'zones a: 2 alarms, 0 other differences',
    )
    expect(sumOf(other === undefined ? [] : [other], ['a']).en).toBe('zones a: 0 alarms, 1 other difference')
  })

  it('show no secret, and say what is not there', () => {
    const sides = { wanted: Mark.unknown, recorded: Mark.sensitive, found: null }
    expect(sidesText({ path: ['a', 0], ...sides })).toEqual({
      zh: 'a[0]：清单 （交付后可知），状态 （敏感，不显示），云上 （无）',
      en: 'a[0]: manifest (known after apply), state (sensitive), cloud (none)',
    })
    expect(sidesText({ path: [], wanted: 'x'.repeat(78), recorded: 1, found: 1 }).en).not.toContain('…')
  })

  it('cut what no line has room for', () => {
    const long = 'x'.repeat(200)
    const { en } = sidesText({ path: ['name'], wanted: undefined, recorded: 'a', found: long })
    expect(en).toBe(`name: manifest (none), state "a", cloud "${'x'.repeat(79)}…`)
  })
})
