import { describe, expect, it } from 'vitest'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { readFact } from '../../lib/form/facts/index.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { subjectAt } from '../form/example-forms.ts'

const [file, address] = [
  'tenants/ningwu/jiaoyuju/zhaosheng-baoming.yaml',
  'ningwu/jiaoyuju/zhaosheng-baoming',
]

/** Servers of four summers, granted at once before the first of them. */
const lastSummer = '      - { item: ecs.general.8c16g, quantity: 4, from: 2027-07-01, to: 2027-08-31 }\n'
const volume = '      - { item: evs.ssd, quantity: 100 }\n'

/** What the manifest asks for, in other words or with other quantities; what is granted stays. */
function asking(before: string, after: string) {
  const text = exampleText(file)
  const at = text.indexOf(`\n${before}`) + 1
  if (at === 0) throw new Error(`${file} does not hold ${before}`)
  return loaded(new Map([[file, text.slice(0, at) + after + text.slice(at + before.length)]]))
}

function requested(text: string) {
  return `${text}  - event: change-submitted\n    on: 2026-11-20\n    source: { forge: gitea, change: 30 }\n`
}

/** How the four that compare services see a change: two rules, the conditions of a request, and its form. */
function views(before: string, after: string) {
  const { model, files } = asking(before, after)
  const base = loaded().model
  const asked = loaded(new Map([[file, requested(files.get(file) ?? '')]])).model
  const system = asked.systemByAddress.get(address)
  const profile = asked.catalogue.jurisdictions.get('ningwu')?.value
  if (system === undefined || profile === undefined) throw new Error('the example is gone')
  const ofCode = (code: string, findings: readonly { code: string; message: { en: string } }[]) =>
    findings.filter(finding => finding.code === code).map(({ message }) => message.en)
  return {
    differs: ofCode('TY3506', loaded(files).findings),
    unrequested: ofCode('TY4003', checkChange(base, model, rulings)),
    conditions: caseOf(asked, profile, system, system.value.history.length - 1).changes,
    form: readFact('services.change', subjectAt(model, address, 'change')).value?.text,
  }
}

describe('the four that compare services', () => {
  it('see nothing in a phase that is written as two', () => {
    const [first, second] = [
      lastSummer.replace('2027-08-31', '2027-07-31'),
      lastSummer.replace('2027-07-01', '2027-08-01'),
    ]
    expect(views(lastSummer, first + second)).toEqual({
      differs: [],
      unrequested: [],
      conditions: [],
      form: undefined,
    })
  })

  it('see dates move where there are one more summer’s servers, and no enlargement', () => {
    const next = lastSummer.replaceAll('2027', '2028')
    expect(views(lastSummer, lastSummer + next)).toEqual({
      differs: [expect.stringContaining('(ecs.general.8c16g) are not those that were granted')],
      unrequested: [expect.stringMatching(/\(ecs\.general\.8c16g\) change, but no /)],
      conditions: [],
      form: '互联网区通用型云主机 8核16G（2028年7月1日至2028年8月31日）新增4台',
    })
  })

  it('see an enlargement where there are more servers in one summer, and from when', () => {
    expect(views(lastSummer, lastSummer.replace('quantity: 4', 'quantity: 5'))).toEqual({
      differs: [expect.stringContaining('(ecs.general.8c16g) from 2027-07-01: 5 asked for, 4 granted')],
      unrequested: [
        expect.stringMatching(/\(ecs\.general\.8c16g\) 4 → 5 from 2027-07-01 is an enlargement, but no /),
      ],
      conditions: ['enlarge'],
      form: '互联网区通用型云主机 8核16G（2027年7月1日至2027年8月31日）由4台增加为5台',
    })
  })

  it('see a change where a line gets a last day', () => {
    const until = volume.replace(' }', ', to: 2027-12-31 }')
    expect(views(volume, until)).toEqual({
      differs: [expect.stringContaining('(evs.ssd) are not those that were granted')],
      unrequested: [expect.stringMatching(/\(evs\.ssd\) change, but no /)],
      conditions: [],
      form: expect.stringContaining('（至2027年12月31日）新增100GB'),
    })
  })

  it('see that what is asked for from the day of the grant on is what was granted', () => {
    const since = volume.replace(' }', ', from: 2024-03-14 }')
    expect(views(volume, since)).toMatchObject({ differs: [], conditions: [], form: undefined })
    const later = volume.replace(' }', ', from: 2024-03-15 }')
    expect(views(volume, later)).toMatchObject({
      differs: [expect.stringContaining('(evs.ssd) are not those that were granted')],
      form: expect.any(String),
    })
  })

  it('tell from when there are fewer', () => {
    expect(views(lastSummer, lastSummer.replace('quantity: 4', 'quantity: 3'))).toMatchObject({
      differs: [expect.stringContaining('(ecs.general.8c16g) from 2027-07-01: 3 asked for, 4 granted')],
      unrequested: [expect.stringContaining('(ecs.general.8c16g) 4 → 3 from 2027-07-01 is a reduction')],
      conditions: ['shrink'],
    })
  })
})

describe('a request that differs from its grant', () => {
  const placesOf = (before: string, after: string) =>
    asking(before, after)
      .findings.filter(({ code, file: where }) => code === 'TY3506' && where === file)
      .map(({ path }) => path.join('.'))

  it('is found at the quantity, or for other dates at the first line of the item', () => {
    const services = 'zones.internet.services'
    expect(placesOf(volume, volume.replace('100', '200'))).toEqual([`${services}.1.quantity`])
    expect(placesOf(volume, volume.replace(' }', ', to: 2030-01-01 }'))).toEqual([`${services}.1`])
    expect(placesOf(lastSummer, lastSummer.replace('4', '5'))).toEqual([`${services}.5.quantity`])
    expect(placesOf(volume, '')).toEqual([services])
  })
})
