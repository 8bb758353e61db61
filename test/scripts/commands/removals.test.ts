import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { site } from '../../deliver/delivery.ts'
import { giveUpUplink } from '../../deliver/uplink-given-up.ts'

const few = 'ningwu/jiaoyuju/xueji-guanli@extranet'

test('a run removes no more than it may, and its record says where it was told otherwise', async () => {
  const place = await site()
  await place.run(['apply', few, '--yes'])
  giveUpUplink(place)
  const refused = await place.run(['apply', few, '--yes', '--most-removals', '0', '--lang', 'zh'])
  expect(refused.status).toBe(1)
  expect(refused.stdout).toMatch(/^ {4}TY6503 本栈 1 项.*上限 0 项$/m)
  const applied = await place.run(['apply', few, '--yes', '--most-removals', '1'])
  expect(applied.status, applied.stdout).toBe(0)
  expect(JSON.parse(readFileSync(place.kept('runs/latest.json'), 'utf8'))).toMatchObject({ mostRemovals: 1 })
})
