import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const extranet = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const few = 'ningwu/jiaoyuju'

function edit(place: Site, before: RegExp, after: string): void {
  const text = readFileSync(place.path(xueji), 'utf8')
  if (!before.test(text)) throw new Error(`${xueji} does not hold ${before}`)
  writeFileSync(place.path(xueji), text.replace(before, after))
}

async function codesOf(place: Site, ...argv: readonly string[]) {
  const { stdout } = await place.run([...argv, '--json'])
  const { stacks }: { stacks: { stack: string; failure?: { code: string } }[] } = JSON.parse(stdout)
  return stacks.flatMap(({ stack, failure }) => (failure === undefined ? [] : [`${failure.code} ${stack}`]))
}

const widened = '      - { from: 198.18.0.0/15, protocol: tcp, ports: [22] }\n'

describe('openings that stand by inheritance', () => {
  test('are delivered at first, and never made wider without a grant, at plan and at apply', async () => {
    const place = await site()
    expect((await place.run(['apply', few, '--yes'])).status).toBe(0)
    edit(place, /( {2}extranet:\n(?: {4}.*\n)*? {4}ingress:\n)/, `$1${widened}`)
    expect(await codesOf(place, 'plan', few)).toEqual([`TY6236 ${extranet}`])
    const applies = begun(place.trace(), 'apply').length
    expect(await codesOf(place, 'apply', few, '--yes')).toEqual([`TY6236 ${extranet}`])
    expect(begun(place.trace(), 'apply')).toHaveLength(applies)
    edit(place, new RegExp(widened.replace(/[[\]{}]/g, '\\$&')), '')
    expect((await place.run(['apply', few, '--yes'])).status).toBe(0)
  })

  test('go on as an apply was begun that was broken off, which plan knows as well', async () => {
    const place = await site()
    expect((await place.run(['apply', few, '--yes'])).status).toBe(0)
    const [openings, manifest] = [
      place.kept('records', extranet, 'openings.json'),
      readFileSync(place.path(xueji)),
    ]
    const begunWith = readFileSync(openings)
    edit(place, / {6}- \{ from: 172\.20\.0\.0\/16.*\n/, '')
    expect((await place.run(['apply', few, '--yes'])).status).toBe(0)
    writeFileSync(place.path(xueji), manifest)
    expect(await codesOf(place, 'plan', few)).toEqual([`TY6236 ${extranet}`])
    writeFileSync(openings, begunWith)
    expect(await codesOf(place, 'plan', few)).toEqual([])
    expect(await codesOf(place, 'apply', few, '--yes')).toEqual([])
  })
})
