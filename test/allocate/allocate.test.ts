import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../lib/allocate/index.ts'
import { Cidr } from '../../lib/model/cidr.ts'
import { withNetworks } from '../../scripts/manifest-networks.ts'
import { exampleFiles, exampleText, type Files, loaded } from '../example-repository.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const platform = 'catalogue/platform.yaml'
const manifests = [...exampleFiles].filter(([file]) => /^tenants\/.+\/(?!unit\.yaml)[^/]+$/.test(file))

const withoutNetwork = (text: string) => text.replaceAll(/ {4}network: .*\n/g, '')

/** The example repository with the networks of some systems taken away. */
function bare(which: (file: string) => boolean): Files {
  return new Map(
    manifests.filter(([file]) => which(file)).map(([file, text]) => [file, withoutNetwork(text)]),
  )
}

describe('allocate', () => {
  it('proposes nothing where nothing is lacking', () => {
    const { model } = loaded()
    expect(allocate(model, model.systems)).toEqual({ allocations: [], findings: [] })
  })

  it('gives the lowest free block of both versions, and leaves networks in use alone', () => {
    const { model } = loaded(bare(file => file === shebao))
    const given = allocate(model, model.systems).allocations.map(({ zone, cidr }) => `${zone} ${cidr}`)
    expect(given).toEqual([
      'extranet 10.96.1.0/26',
      'extranet fd6a:4b1e:96:8::/64',
      'internet 10.64.0.192/26',
      'internet fd6a:4b1e:64:7::/64',
    ])
  })

  it('takes a smaller network where one is asked for', () => {
    const { model } = loaded(bare(file => file === shebao))
    const given = allocate(model, model.systems, 28).allocations.filter(({ family }) => family === 'ipv4')
    expect(given.map(({ cidr }) => cidr)).toEqual(['10.96.1.0/28', '10.64.0.192/28'])
  })

  it('says which pool is exhausted, and where', () => {
    const tiny = exampleText(platform).replace(
      'cidr: 10.64.0.0/12, prefixLength: { min: 22, default: 26, max: 28 }',
      'cidr: 10.64.0.0/26, prefixLength: { min: 26, default: 26, max: 28 }',
    )
    const { model, files } = loaded(new Map([...bare(file => file === shebao), [platform, tiny]]))
    const { findings } = allocate(model, model.systems)
    const lines = files.get(shebao)?.split('\n') ?? []
    expect(findings.map(({ code, file, range }) => [code, file, lines[range.start.line - 1]])).toEqual([
      ['TY3220', shebao, '  internet:'],
    ])
  })

  it('never overlaps, lies in the pools, and is the same whatever the order of the files', () => {
    fc.assert(
      fc.property(
        fc.subarray(manifests.map(([file]) => file)),
        fc.integer({ min: 0, max: 1000 }),
        (files, turn) => {
          const { model } = loaded(bare(file => files.includes(file)))
          const { allocations } = allocate(model, model.systems)
          const shuffled = model.systems
            .map((_, index, all) => all[(index * 7 + turn) % all.length])
            .filter(system => system !== undefined)
          const again = allocate({ ...model, systems: shuffled }, [...new Set(shuffled)])
          if (new Set(shuffled).size === model.systems.length) expect(again.allocations).toEqual(allocations)
          const given = allocations.map(({ cidr }) => Cidr.of(cidr))
          for (const [index, one] of given.entries()) {
            expect(given.slice(index + 1).some(other => one.overlaps(other))).toBe(false)
          }
          const edited = new Map(
            Map.groupBy(allocations, ({ system }) => system.document.file)
              .entries()
              .map(([file, own]) => [
                file,
                withNetworks(
                  files.includes(file) ? withoutNetwork(exampleText(file)) : exampleText(file),
                  own,
                ),
              ]),
          )
          const after = loaded(
            new Map<string, string | undefined>([...bare(file => files.includes(file)), ...edited]),
          )
          const faults = after.findings.filter(({ code }) => /^TY32/.test(code))
          expect(faults).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('withNetworks', () => {
  it('changes nothing but the lines that it enters', () => {
    const text = withoutNetwork(exampleText(shebao))
    const { model } = loaded(new Map([[shebao, text]]))
    const edited = withNetworks(text, allocate(model, model.systems).allocations)
    expect(withoutNetwork(edited)).toBe(text)
    expect(edited.split('\n').length).toBe(text.split('\n').length + 2)
  })

  it.each([
    [
      'a flow map with one version',
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26 } # 甲\n    services: []\n',
      'zones:\n  internet:\n    network: { ipv4: 10.0.0.0/26, ipv6: fd00::/64 } # 甲\n    services: []\n',
    ],
    [
      'a block map with one version',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26\n    services: []\n',
      'zones:\n  internet:\n    network:\n      ipv4: 10.0.0.0/26\n      ipv6: fd00::/64\n    services: []\n',
    ],
    [
      'a zone written in one line',
      'zones:\n  internet: { services: [] }\n',
      'zones:\n  internet: { network: { ipv6: fd00::/64 }, services: [] }\n',
    ],
  ])('enters a network into %s', (_title, before, after) => {
    const [system] = loaded().model.systems
    if (system === undefined) throw new Error('no example')
    expect(withNetworks(before, [{ system, zone: 'internet', family: 'ipv6', cidr: 'fd00::/64' }])).toBe(
      after,
    )
  })
})
