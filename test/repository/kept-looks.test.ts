import { describe, expect, it } from 'vitest'
import type { Answers } from '../../lib/evidence/index.ts'
import { fileStart, finding } from '../../lib/finding/finding.ts'
import { codes, digestOf, openRepository, type SourceFile } from '../../lib/read/index.ts'
import { keptLooks, type Looks, plainLooks, understand } from '../../lib/repository/index.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const unit = 'tenants/ningwu/jiaoyuju/unit.yaml'
const prices = 'catalogue/platform.yaml'
const files = openRepository(packageRoot).files.filter(({ file }) => !/^tenants\/(?!ningwu\/)/.test(file))
const systems = files.filter(({ kind }) => kind === 'system').length
const units = files.filter(({ kind }) => kind === 'unit').length
const day = { asOf: '2026-11-23', today: '2026-11-23' }

function noted(source: SourceFile): SourceFile {
  const bytes = Buffer.concat([source.bytes, Buffer.from('# a note\n')])
  return { ...source, bytes, digest: digestOf(bytes) }
}

function withNote(sources: readonly SourceFile[], file: string): readonly SourceFile[] {
  return sources.map(source => (source.file === file ? noted(source) : source))
}

/** Plain looks, with what was really looked at since the last time. */
function counted() {
  let looked = { catalogue: 0, unit: 0, around: 0, systems: 0 }
  const count = (key: keyof typeof looked, more = 1) => {
    looked = { ...looked, [key]: looked[key] + more }
  }
  const looks: Looks = {
    catalogue: repository => {
      count('catalogue')
      return plainLooks.catalogue(repository)
    },
    unit: (source, schemas) => {
      count('unit')
      return plainLooks.unit(source, schemas)
    },
    around: (documents, days) => {
      count('around')
      return plainLooks.around(documents, days)
    },
    systems: (sources, against) => {
      count('systems', sources.length)
      return plainLooks.systems(sources, against)
    },
  }
  return {
    looks,
    taken: () => {
      const taken = looked
      looked = { catalogue: 0, unit: 0, around: 0, systems: 0 }
      return taken
    },
  }
}

const answered: Answers = new Map([
  [
    'ningwu/jiaoyuju/xueji-guanli',
    [
      {
        schema: 'tenantry-grant/v1',
        system: 'ningwu/jiaoyuju/xueji-guanli',
        written: 1,
        request: { index: 0, event: 'submitted', on: '2023-05-16' },
        events: [{ event: 'approved', on: '2023-05-17' }],
        record: { number: 1, file: 'evidence/2026/000001.json' },
      },
    ],
  ],
])

const nothing = { catalogue: 0, unit: 0, around: 0, systems: 0 }
const all = { catalogue: 1, unit: units, around: 1, systems }

describe('looks that are kept', () => {
  it('are taken again of what is another, and come to what plain ones do', () => {
    const { looks, taken } = counted()
    const kept = keptLooks(looks)
    const look = (
      sources: readonly SourceFile[],
      days = day,
      answers: Answers = new Map(),
      withRules = false,
    ) => {
      const repository = { files: sources, findings: [] }
      const { model, findings } = understand(repository, days, { withRules, looks: kept, answers })
      const plain = understand(repository, days, { withRules, answers })
      expect(findings).toEqual(plain.findings)
      expect(model?.systems.map(({ value }) => value)).toEqual(plain.model?.systems.map(({ value }) => value))
      expect(model?.asOf).toBe(days.asOf)
      expect(model?.units.map(({ value }) => value)).toEqual(plain.model?.units.map(({ value }) => value))
      return taken()
    }
    expect(look(files)).toEqual(all)
    expect(look(files)).toEqual(nothing)
    const changed = withNote(files, xueji)
    expect(look(changed)).toEqual({ ...nothing, systems: 1 })
    expect(look(files)).toEqual(nothing)
    expect(look(files, day, answered)).toEqual({ ...nothing, systems: 1 })
    expect(look(files, day, answered)).toEqual(nothing)
    expect(look(files, { asOf: '2026-11-22', today: '2026-11-23' })).toEqual({
      ...nothing,
      around: 1,
      systems: 1,
    })
    expect(look(files, { asOf: '2026-11-22', today: '2026-11-24' })).toEqual({ ...nothing, around: 1 })
    expect(look(withNote(files, unit))).toEqual({ ...nothing, unit: 1, around: 1 })
    expect(look(withNote(files, prices))).toEqual(all)
    // What rules find rests on what is around the file.
    expect(look(files, day, new Map(), true)).toEqual(all)
    expect(look(files, day, new Map(), true)).toEqual({ ...nothing, systems })
  })

  it('keep nothing of a catalogue of which reading has found something', () => {
    const { looks, taken } = counted()
    const kept = keptLooks(looks)
    const message = { zh: '读不懂', en: 'unreadable' }
    const place = { file: 'catalogue/platform.yaml', range: fileStart, path: [] }
    const broken = { files, findings: [finding(codes.parserFailure, place, { message })] }
    for (const _ of [1, 2]) understand(broken, day, { withRules: false, looks: kept })
    expect(taken().catalogue).toBe(2)
  })

  it('keep the value of a system, however many others are looked at', () => {
    const kept = keptLooks(plainLooks)
    const look = (sources: readonly SourceFile[]) =>
      understand({ files: sources, findings: [] }, day, { withRules: false, looks: kept }).model
    const [system] = look(files)?.systems ?? []
    const value = system?.value
    let sources: readonly SourceFile[] = files
    for (let count = 0; count < 70; count += 1) {
      sources = withNote(sources, xueji)
      look(sources)
    }
    expect(value).toBeDefined()
    expect(system?.value).toBe(value)
  })
})
