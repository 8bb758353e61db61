import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Brief, reachInWords } from '../../lib/brief/index.ts'
import { briefPage } from '../../lib/brief/render/html.ts'
import { briefMarkdown } from '../../lib/brief/render/markdown.ts'
import { boxOf } from '../../lib/isolation/traffic-set.ts'
import type { Model, System, Unit } from '../../lib/model/model.ts'
import { loaded } from '../example-repository.ts'
import { hostile, marks } from '../markdown/hostile.ts'
import { order, references, shownText, structureOf } from '../markdown/structure.ts'
import { briefBetween, changedModel, request, shebaoAddress } from './sample.ts'

/** What manifests say in their own words, under whichever key it stands. */
const freeText = new Set(
  'name description title reason number authorisedBy payer by purpose filing note approval builder exception plan accreditation paper os'.split(
    ' ',
  ),
)

/** As if a manifest had passed every check with any text at all: what renders it must not rely on them. */
function rewritten<T>(value: T, text: string): T {
  return JSON.parse(JSON.stringify(value), (key, member: unknown) =>
    typeof member === 'string' && freeText.has(key) ? text : member,
  )
}

function saying(model: Model, text: string): Model {
  const said = <T extends System | Unit>(parts: ReadonlyMap<string, T>, address: string) =>
    new Map(
      [...parts].map(([key, part]) => [
        key,
        key === address ? { ...part, value: rewritten(part.value, text) } : part,
      ]),
    )
  const systemByAddress = said(model.systemByAddress, shebaoAddress)
  const unitByAddress = said(model.unitByAddress, 'xishuangbanna/rensheju')
  return {
    ...model,
    systems: [...systemByAddress.values()],
    units: [...unitByAddress.values()],
    systemByAddress,
    unitByAddress,
  }
}

/** Of the examples what the request is about: every other system only takes time. */
function around(model: Model): Model {
  const systems = model.systems.filter(({ address }) => address === shebaoAddress)
  return { ...model, systems, systemByAddress: new Map(systems.map(system => [system.address, system])) }
}

const [before, after] = [around(loaded().model), around(changedModel(request))]

function briefSaying(text: string): Brief {
  const model = saying(after, text)
  const own = { kind: 'project', id: 'p' } as const
  const way = { project: 'p', kind: 'new', traffic: [boxOf(4)] } as const
  const ways = [
    { ...way, from: { kind: 'everywhere' }, to: own },
    { ...way, from: own, to: { kind: 'network', cidr: '10.0.0.0/8' } },
  ] as const
  const reach = reachInWords(model, new Map([['p', { address: shebaoAddress, zone: 'internet' }]]), ways)
  return briefBetween(before, model, { reach })
}

const tagsOf = (page: string) => page.match(/<[^>]*>/g)?.map(tag => tag.replaceAll(/ data-name="[^"]*"/g, ''))

describe('nothing that a manifest says', () => {
  const plain = briefSaying('词语')
  const [structure, tags] = [structureOf(briefMarkdown(plain, 'zh')), tagsOf(briefPage(plain, 'zh', '1'))]

  it('is missed here: the words stand in the brief many times, in flags too', () => {
    expect(briefMarkdown(plain, 'zh').split('词语').length).toBeGreaterThan(10)
    expect(plain.flags.some(({ message }) => message.zh.includes('词语'))).toBe(true)
  })

  const holds = (text: string): void => {
    const brief = briefSaying(text)
    for (const language of ['zh', 'en'] as const) {
      const written = briefMarkdown(brief, language)
      if (language === 'zh') expect(structureOf(written)).toEqual(structure)
      expect(written).not.toMatch(order)
      const shown = shownText(written)
      for (const [what, reference] of references.filter(([name]) => name !== 'a commit'))
        expect(shown, what).not.toMatch(reference)
    }
    expect(tagsOf(briefPage(brief, 'zh', '1'))).toEqual(tags)
  }

  it('adds to the structure of the brief, refers to anything in a forge, or hides', () => {
    fc.assert(fc.property(hostile, holds), { numRuns: 15 })
  })

  it('does so all at once', () => {
    holds(marks.join(''))
    holds(marks.join('\n'))
  })
})
