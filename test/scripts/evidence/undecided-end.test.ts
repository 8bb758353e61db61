import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withDelivery } from '../../../scripts/terraform/delivery.ts'
import { unprovenAmong } from '../../../scripts/terraform/destroy-conditions.ts'
import type { Scratch } from '../git/scratch.ts'
import { testDay } from '../harness.ts'
import { appendTo, approvedChange, evidenceSince, replaceIn } from './approved-change.ts'

const file = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'
const termination = /\n {2}- event: terminated[\s\S]*$/

it('an end that somebody pushed past the approval, or that nobody has recorded, removes nothing', async () => {
  let ending = ''
  const before = (made: Scratch) => {
    evidenceSince(made, testDay)
    ending = termination.exec(readFileSync(join(made.root, file), 'utf8'))?.[0] ?? ''
    replaceIn(made, file, ending, '\n')
  }
  const on = await approvedChange({ before, change: made => appendTo(made, file, ending.slice(1)) })
  const unproven = async () =>
    await withDelivery(on.recording.place, { dirty: false, strict: false }, async ({ delivery }) => {
      const stacks = delivery?.ended.filter(({ kind }) => kind === 'system') ?? []
      const found = delivery === undefined ? [] : [...unprovenAmong(delivery, stacks)]
      return [
        stacks.map(({ address }) => address),
        found.map(([stack, { code, diagnostics }]) => [stack, code, ...diagnostics.map(one => one.summary)]),
      ]
    })
  const ended = ['ningwu/weijianju/yimiao-yuyue']
  const stack = 'system_internet_ningwu_weijianju_yimiao-yuyue'

  on.write('docs/x.md', 'x\n')
  on.commit('of no stack')
  on.publish()
  await on.record()
  on.git('merge', '--quiet', '--squash', 'change')
  on.commit('an end, straight to main')
  on.publish()
  const byNobody = (code: string) => [ended, [[stack, 'TY6408', expect.stringContaining(code)]]]
  expect(await unproven()).toEqual(byNobody('TY4515'))
  expect(await on.record()).toEqual([[2, 'unapproved', 'TY4513']])
  expect(await unproven()).toEqual(byNobody('TY4516'))

  on.git('checkout', '--quiet', 'HEAD~1', '--', file)
  on.commit('put back')
  on.publish()
  await on.record()
  on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  on.publish(on.head)
  expect(await on.record()).toEqual([[4, 'approved']])
  expect(await unproven()).toEqual([ended, []])
}, 120_000)
