import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { machineFor } from '../../deliver/delivery.ts'
import { emptyCloud } from '../../deliver/empty-cloud.ts'
import type { Scratch } from '../git/scratch.ts'
import { runHere, testDay } from '../harness.ts'
import { approvedChange, evidenceSince, oneMoreAsked, xueji } from './approved-change.ts'

const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }

it('a plan tells what an apply would be refused for, and is a plan all the same', async () => {
  const on = await approvedChange(edits)
  on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  on.publish(on.head)
  await on.record()
  const { environment } = machineFor(await emptyCloud())
  const plan = async (...argv: readonly string[]) =>
    await runHere(['plan', ...argv], { cwd: on.root, environment })
  const told = async (...selectors: readonly string[]) => {
    const { status, stdout } = await plan(...selectors, '--json')
    const { unbacked = [] }: { unbacked?: readonly { code: string; message: { en: string } }[] } =
      JSON.parse(stdout)
    return [status, unbacked.map(({ code, message }) => [code, message.en.includes(xueji)])]
  }
  expect(await told()).toEqual([0, []])

  rmSync(join(on.root, xueji))
  on.commit('gone, straight to main')
  on.publish()
  expect(await told()).toEqual([0, [['TY4515', true]]])
  expect(await told('ningwu/weijianju')).toEqual([0, []])
  const inWords = await plan()
  expect(inWords.status).toBe(0)
  expect(inWords.stdout).toMatch(/^warning TY4515: .*\n {4}→ .*tenantry record/m)

  await on.record()
  expect(await told()).toEqual([0, [['TY4516', true]]])
}, 240_000)
