import { describe, expect, it } from 'vitest'
import { endProofOf, unprovenEnd } from '../../lib/retirement/index.ts'
import { brokenFiles, type Change, changedFiles } from '../check/rule-table.ts'
import { loaded } from '../example-repository.ts'

const ended = 'xishuangbanna/rensheju/xinchou-chaxun'
const file = `tenants/${ended}.yaml`
const broken: Change = [file, 'kind: System\n', 'kind: [System\n']

function failureFor(address: string, zone: string, changes: readonly Change[] = []) {
  const files = changedFiles(changes)
  const { model, findings } = loaded(files)
  const leftOut = new Set(brokenFiles(files, model))
  return unprovenEnd('stack', endProofOf({ ...model, leftOut }, findings, address, zone))
}

describe('whether a stack may go by what the repository proves', () => {
  it('is yes for a system whose history gave the zone up', () => {
    expect(failureFor(ended, 'internet')).toBeUndefined()
  })

  it.each([
    ['there is no manifest', 'ningwu/jiaoyuju/nowhere', 'internet', [], 'no manifest'],
    ['it was never granted anything there', ended, 'extranet', [], 'never granted'],
    ['its manifest cannot be read', ended, 'internet', [broken], 'cannot be read'],
    [
      'a manifest beside it cannot be read, and may be its own',
      'xishuangbanna/rensheju/renamed',
      'internet',
      [broken],
      'cannot be read',
    ],
  ] as const)('is no where %s', (_title, address, zone, changes, why) => {
    const failure = failureFor(address, zone, changes)
    expect([failure?.code, failure?.diagnostics]).toEqual(['TY6408', []])
    expect(failure?.message.en).toContain(why)
  })

  it('is no where the history lacks a paper, with the place and code of what is wrong', () => {
    const paper = '    papers:\n      - { type: 数据备份证明, number: XC-BF-01, on: 2026-09-21 }\n'
    const failure = failureFor(ended, 'internet', [[file, paper, '']])
    expect(failure?.code).toBe('TY6408')
    const [first] = failure?.diagnostics ?? []
    expect(first?.summary).toMatch(new RegExp(`^${file}:\\d+:\\d+ TY4201 `))
  })

  it('is no while it is granted, with the steps that remain in the words of its regulation', () => {
    const failure = failureFor('ningwu/weijianju/jiankang-dangan', 'extranet')
    expect([failure?.code, failure?.diagnostics.map(({ summary }) => summary)]).toEqual([
      'TY6407',
      [
        '完成数据备份和移交（data-handed-over）：政务云服务提供方，《宁武县人民政府办公室关于加强政务云管理的实施意见》第二部分第（六）项，《数据移交清单》、《数据清除证明》',
      ],
    ])
  })
})
