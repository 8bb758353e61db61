import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { begun, site } from '../../deliver/delivery.ts'

const few = 'ningwu/jiaoyuju/xueji-guanli@extranet'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const rule = 'openstack_networking_secgroup_rule_v2'

test('what was approved is applied, and nothing else, whatever commit it comes from', async () => {
  const place = await site()
  const file = place.beside('plan.json')
  const saved = await place.run(['plan', few, '--save-approval', file])
  expect(saved.status, saved.stdout).toBe(0)
  const { digest }: { readonly digest: string } = JSON.parse(readFileSync(file, 'utf8'))
  expect(saved.stderr).toContain(digest)

  const path = place.path(manifest)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('[22, 3306]', '[22, 3307]'))
  const refused = await place.run(['apply', '--approved', file, '--lang', 'en'])
  expect(refused.status).toBe(1)
  expect(refused.stderr).toMatch(new RegExp(`TY6510.*what ${manifest} says was`))
  expect(refused.stderr).toMatch(new RegExp(`${rule}\\.\\S*3307\\S*: error TY6510`))
  expect(begun(place.trace(), 'apply')).toEqual([])

  writeFileSync(path, `# merged by another way\n${text}`)
  const applied = await place.run(['apply', '--approved', file])
  expect(applied.status, applied.stdout + applied.stderr).toBe(0)
  expect(begun(place.trace(), 'apply')).toHaveLength(3)
  expect(JSON.parse(readFileSync(place.kept('runs/latest.json'), 'utf8'))).toMatchObject({
    approved: digest,
    selectors: [few],
  })
})

test('a plan that failed in part is not saved, and a file that was changed is not taken', async () => {
  const place = await site({ '/types': { volume_types: [{ id: 't1', name: 'ceph-old' }] } })
  const file = place.beside('plan.json')
  await place.run(['apply', 'platform:extranet', 'unit:ningwu/jiaoyuju@extranet', '--yes'])
  const saved = await place.run(['plan', few, '--save-approval', file])
  expect(saved.status).toBe(1)
  expect(saved.stderr).toContain('TY6512')
  writeFileSync(file, '{}')
  const { status, stderr } = await place.run(['apply', '--approved', file])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error TY6511: /)
})
