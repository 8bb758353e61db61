import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import type { Model } from '../../../lib/model/model.ts'
import { loaded } from '../../example-repository.ts'
import { type Change, changedFiles, describeRules, foundIn, newFindings } from '../rule-table.ts'
import { codeOwnersFiles, line, made, ownersCases, whole } from './owners.cases.ts'

describeRules('the rules about owners', ruleGroups.owners, ownersCases)

describe('a line of CODEOWNERS', () => {
  const told = (edit: (text: string) => string) =>
    newFindings('TY3704', [whole, made('github', edit)]).map(({ message }) => message.en)
  const general = '/tenants/ @city/bureau\n'

  it('is told as one that the map does not say, one that is missing, or one that stands elsewhere', () => {
    expect(told(text => `${text}* @evil\n`)).toEqual(['owners.yaml does not say “* @evil”'])
    expect(told(text => text.replace(`${line}\n`, ''))).toEqual([`“${line}” is missing`])
    expect(told(text => text.replace(general, '') + general)).toEqual([
      expect.stringContaining('stands elsewhere'),
    ])
  })

  it('is told of the first ten of a file alone, each in that file', () => {
    const others: Change = [
      codeOwnersFiles.github,
      '',
      Array.from({ length: 12 }, (_, at) => `/${at} @x\n`).join(''),
    ]
    const found = newFindings('TY3704', [whole, others])
    expect(found.map(({ file, path }) => [file, path])).toEqual(
      Array.from({ length: 10 }, () => [codeOwnersFiles.github, []]),
    )
  })
})

describe('a repository of which nobody has looked for CODEOWNERS', () => {
  const { model } = loaded(changedFiles([whole]))
  const { codeOwners: _, ...unseen }: Model = model

  it.each(['TY3703', 'TY3704'])('has nothing found in it by %s', code => {
    expect(foundIn(code, unseen)).toEqual([])
  })
})
