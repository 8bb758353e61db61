import { expect, it } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { runHere } from '../harness.ts'

/** Agreed by a letter, approved in a forge, and delivered on paper: only the first is a decision on paper. */
const address = 'ningwu/jiaoyuju/xueji-guanli'
const [day, before] = ['2023-05-23', '2023-05-22']

it.each(['show', 'status'])('`%s` marks what was decided on paper, and nothing else', async command => {
  const run = async (...argv: readonly string[]) =>
    (await runHere([command, address, '--root', packageRoot, ...argv])).stdout
  const marked = async (at: string) => JSON.parse(await run('--json', '--at', at)).systems[0].decidedOnPaper
  expect(await marked('2026-11-23')).toEqual([
    { event: { id: 'agreed', name: expect.anything() }, on: day, paper: '宁政办函〔2023〕26号' },
  ])
  expect(await marked(before)).toBeUndefined()
  expect(await run('--lang', 'zh', '--at', day)).toMatch(
    /^ {2}纸质决定：“.+”（2023-05-23），宁政办函〔2023〕26号$/m,
  )
  expect(await run('--lang', 'en', '--at', before)).not.toContain('on paper')
})
