import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { begun, site } from '../../deliver/delivery.ts'

const stack = 'system_extranet_ningwu_weijianju_jiankang-dangan'

test('a stack whose manifest is gone is found in its backend by a machine that never saw it, and goes by its name', async () => {
  const place = await site()
  const platform = place.path('catalogue/platform.yaml')
  writeFileSync(
    platform,
    readFileSync(platform, 'utf8').replaceAll(/type: local\b/g, 'type: pg, schema: states'),
  )
  const zone = (name: string) =>
    `  ${name}: { cloud: ${name}, authUrl: "${place.cloud.url}", backend: { type: pg, schema: states } }`
  place.allow(['zones:', zone('internet'), zone('extranet')].join('\n'))
  const applied = await place.run(['apply', 'ningwu/weijianju/jiankang-dangan', '--yes'])
  expect(applied.status, applied.stdout).toBe(0)

  rmSync(place.path('tenants/ningwu/weijianju/jiankang-dangan.yaml'))
  const elsewhere = ['--state-dir', place.beside('another-machine')]
  const { stdout } = await place.run(['plan', '--all', '--json', ...elsewhere])
  const { leaked }: { readonly leaked: readonly string[] } = JSON.parse(stdout)
  expect(leaked).toEqual([stack, 'unit_extranet_ningwu_weijianju'])

  const waived = ['--without-papers', 'left behind']
  const destroyed = await place.run(['destroy', stack, '--confirm', stack, ...waived, ...elsewhere])
  expect(destroyed.status, destroyed.stdout + destroyed.stderr).toBe(0)
  expect(begun(place.trace(), 'destroy')).toEqual([stack])
})
