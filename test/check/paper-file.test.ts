import { describe, expect, it } from 'vitest'
import { paperFile } from '../../lib/check/rules/papers/paper-file.ts'
import { loaded, replaced } from '../example-repository.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const file = 'tenants/xishuangbanna/rensheju/papers/ls.pdf'
const digest = 'a'.repeat(64)

function found(written: string, digests: ReadonlyMap<string, string> | undefined) {
  const before = 'number: LS-2025-0081, on: 2025-08-12'
  const { model } = loaded(
    new Map([[shebao, replaced(shebao, before, `${before}, file: ${file}${written}`)]]),
  )
  const looked = {
    ...model,
    extracts: new Map(),
    ...(digests === undefined ? {} : { paperDigests: digests }),
  }
  return [...paperFile.check(looked)].map(({ path, fix }) => [path.at(-1), fix?.replacement])
}

describe('the file of a paper', () => {
  it('is accepted with the digest that is written', () => {
    expect(found(`, sha256: ${digest}`, new Map([[file, digest]]))).toEqual([])
  })

  it('is refused with another digest, and the right one is offered', () => {
    expect(found(`, sha256: ${'b'.repeat(64)}`, new Map([[file, digest]]))).toEqual([['sha256', digest]])
  })

  it('is refused without a digest, and when it is not there', () => {
    expect(found('', new Map([[file, digest]]))).toEqual([['file', undefined]])
    expect(found(`, sha256: ${digest}`, new Map())).toEqual([['file', undefined]])
  })

  it('is not judged where nobody has looked', () => {
    expect(found('', undefined)).toEqual([])
  })
})
