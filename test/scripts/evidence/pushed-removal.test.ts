import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Scratch } from '../git/scratch.ts'
import { runHere, testDay } from '../harness.ts'
import { approvedChange, evidenceSince, oneMoreAsked, xueji } from './approved-change.ts'

const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }

it('a manifest that somebody took away past the approval stops what is about its system, and nothing else', async () => {
  const on = await approvedChange(edits)
  on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  on.publish(on.head)
  expect(await on.record()).toEqual([[1, 'approved']])
  const stopped = async (...selectors: readonly string[]) => {
    const here = { cwd: on.root, environment: { PATH: process.env.PATH } }
    const { status, stdout, stderr } = await runHere(['apply', ...selectors, '--yes', '--json'], here)
    const [code] = /TY45\d\d/.exec(stdout + stderr) ?? []
    return code === undefined ? 'goes on' : [status, code, (stdout + stderr).includes(xueji)]
  }
  const about = [[], ['ningwu/jiaoyuju/xueji-guanli'], ['ningwu/weijianju', 'system:ningwu/jiaoyuju/*']]
  const all = async () => await Promise.all(about.map(async selectors => await stopped(...selectors)))

  rmSync(join(on.root, xueji))
  on.commit('gone, straight to main')
  on.publish()
  expect(await all()).toEqual(about.map(() => [1, 'TY4515', true]))
  expect(await stopped('ningwu/weijianju')).toBe('goes on')
  expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
  expect(await all()).toEqual(about.map(() => [1, 'TY4516', true]))
  expect(await stopped('ningwu/weijianju', 'platform')).toBe('goes on')
  expect(await stopped('--retry')).toBe('goes on')

  on.git('revert', '--no-edit', 'HEAD')
  on.publish()
  await on.record()
  expect(await stopped('ningwu/jiaoyuju/xueji-guanli')).toBe('goes on')
}, 240_000)
