import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { site } from '../../deliver/delivery.ts'

test('a plan of a repository with an error shows the errors alone, and counts what is beside them', async () => {
  const place = await site()
  const file = place.path('tenants/ningwu/jiaoyuju/xueji-guanli.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}surplus: true\n`)
  const platform = place.path('catalogue/platform.yaml')
  writeFileSync(
    platform,
    readFileSync(platform, 'utf8').replace('catalogueReviewed: 2026', 'catalogueReviewed: 2021'),
  )
  const { status, stderr } = await place.run(['plan', '--lang', 'en'])
  expect(status).toBe(1)
  expect(stderr.match(/: error TY2001: /g)).toHaveLength(1)
  expect(stderr).not.toMatch(/: (?:warning|info|note) TY/)
  const { stdout } = await place.run(['plan', '--json'])
  const { findings }: { readonly findings: readonly { readonly severity: string }[] } = JSON.parse(stdout)
  const others = findings.filter(({ severity }) => severity !== 'error').length
  expect(others).toBeGreaterThan(0)
  expect(stderr).toContain(`${others} warning(s) and note(s)`)
})
