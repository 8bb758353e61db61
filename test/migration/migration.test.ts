import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { composeModel } from '../../lib/compose/index.ts'
import { desiredState } from '../../lib/desired-state/index.ts'
import { differencesBetween } from '../../lib/difference/index.ts'
import { migrated } from '../../lib/migration/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { digestOf, openRepository, parseFile, type SourceFile } from '../../lib/read/index.ts'
import { composeSchemas, validateAll } from '../../lib/validate/index.ts'
import { knownVersions } from '../../lib/version/index.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { inOldForm, withOldForm } from '../version/old-form.ts'

const newest = openRepository(join(packageRoot, 'test/fixtures/versions/v1')).files

function saying(source: SourceFile, text: string): SourceFile {
  const bytes = Buffer.from(text)
  return { ...source, bytes, digest: digestOf(bytes) }
}

function textOf({ bytes }: SourceFile): string {
  return Buffer.from(bytes).toString('utf8')
}

function migratedText(source: SourceFile, versions = withOldForm): string {
  const result = migrated(source, versions)
  if (result === 'unproven' || 'findings' in result) throw new Error(`${source.file} was not migrated`)
  return result.text
}

/** As programs that know the older form understand a repository. */
function modelOf(sources: readonly SourceFile[]): Model {
  const documents = sources.flatMap(source => parseFile(source, withOldForm).document ?? [])
  const schemas = composeSchemas(documents, [])
  const { documents: valid, findings } = validateAll(documents, () => schemas)
  const { model } = composeModel(valid, '2026-06-20')
  if (model === undefined || findings.length > 0) throw new Error('the repository is not understood')
  return model
}

const old = newest.map(source => saying(source, inOldForm(textOf(source))))
const after = old.map(source => saying(source, migratedText(source)))
const system = 'tenants/shili/chengguanju/paishui.yaml'

function fileIn(sources: readonly SourceFile[], file = system): SourceFile {
  const found = sources.find(source => source.file === file)
  if (found === undefined) throw new Error(`there is no ${file}`)
  return found
}

describe('a repository of an older form', () => {
  const before = modelOf(old)
  const head = modelOf(after)

  it('is written in the newest, file by file, with all its comments', () => {
    for (const [index, source] of after.entries()) {
      expect(textOf(source)).toContain('apiVersion: tenantry/v1')
      const comments = (text: string) => text.match(/#.*$/gm)
      expect(comments(textOf(source))).toEqual(comments(textOf(newest[index] ?? source)))
      expect(parseFile(source).findings).toEqual([])
    }
  })

  it('needs no program that knows the older form any more', () => {
    const values = (sources: readonly SourceFile[]) =>
      sources.map(source => parseFile(source, knownVersions).document?.value)
    expect(values(after)).toEqual(values(newest))
  })

  it('grants nothing by it: no rule about changes, no difference, and the same to stand in the clouds', () => {
    expect(checkChange(before, head, rulings)).toEqual([])
    expect(differencesBetween({ before, after: head })).toEqual([])
    expect(desiredState(head)).toEqual(desiredState(before))
  })

  it('grants what a change grants that does more than that', () => {
    const more = after.map(source =>
      source.file === system ? saying(source, textOf(source).replace('quantity: 2', 'quantity: 3')) : source,
    )
    expect(differencesBetween({ before, after: modelOf(more) })).not.toEqual([])
  })
})

describe('one file', () => {
  it('of the newest form stays as it is written, however that is', () => {
    const odd = saying(fileIn(newest), textOf(fileIn(newest)).replace('{ level: 2,', '{level: 2,'))
    expect(migratedText(odd)).toBe(textOf(odd))
    expect(textOf(odd)).toContain('{level: 2,')
  })

  it('is migrated once: what comes out stays', () => {
    expect(migratedText(fileIn(after))).toBe(textOf(fileIn(after)))
  })

  it('with faults has these told', () => {
    const broken = saying(fileIn(old), `${textOf(fileIn(old))}kind: System\n`)
    expect(migrated(broken, withOldForm)).toMatchObject({ findings: [{ code: 'TY1311' }] })
  })

  it('has its comments where the parts are to which they belong', () => {
    const text = inOldForm(
      'apiVersion: tenantry/v1\nmlps: { level: 3 }\nkind: System # 二\nzones: {} # 三\n',
    ).replace('protection: 3', 'protection: 3 # 一')
    const written = migratedText(saying(fileIn(old), text))
    expect(written.match(/# ./g)).toEqual(['# 二', '# 三', '# 一'])
  })

  it('that would lose a comment is left alone', () => {
    const text = inOldForm('apiVersion: tenantry/v1\nkind: System\n# 三级\nmlps: { level: 3 }\n')
    expect(migrated(saying(fileIn(old), text), withOldForm)).toBe('unproven')
  })
})
