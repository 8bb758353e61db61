import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { begun, site } from '../../deliver/delivery.ts'
import { keepStatesRemotely } from '../../deliver/remote-states.ts'

const stack = 'system_extranet_ningwu_weijianju_jiankang-dangan'

test('a stack whose manifest is gone is found in its backend by a machine that never saw it, and goes by its name', async () => {
  const place = await site()
  keepStatesRemotely(place)
  const applied = await place.run(['apply', 'ningwu/weijianju/jiankang-dangan', '--yes'])
  expect(applied.status, applied.stdout).toBe(0)

  rmSync(place.path('tenants/ningwu/weijianju/jiankang-dangan.yaml'))
  const elsewhere = ['--state-dir', place.beside('another-machine')]
  const { stdout } = await place.run(['plan', '--all', '--json', ...elsewhere])
  const { leaked }: { readonly leaked: readonly string[] } = JSON.parse(stdout)
  expect(leaked).toEqual([stack, 'unit_extranet_ningwu_weijianju'])
  expect(JSON.parse(stdout)).not.toHaveProperty('leakedUnknown')

  const waived = ['--without-papers', 'left behind']
  const destroyed = await place.run(['destroy', stack, '--confirm', stack, ...waived, ...elsewhere])
  expect(destroyed.status, destroyed.stdout + destroyed.stderr).toBe(0)
  expect(begun(place.trace(), 'destroy')).toEqual([stack])
})

test('what a clone with its history asks backends for leaves nothing here, and one without says that it cannot tell', async () => {
  const place = await site()
  keepStatesRemotely(place)
  // Two platforms are enough to ask about.
  rmSync(place.path('tenants/ningwu'), { recursive: true })
  const { stdout: told } = await place.run(['apply', '--all', '--yes', '--json'])
  expect(JSON.parse(told)).toMatchObject({ outcome: 'succeeded', leaked: [] })
  expect(JSON.parse(told)).not.toHaveProperty('leakedUnknown')
  expect(readdirSync(place.kept('work'))).toEqual(['platform_extranet', 'platform_internet'])

  const circumstances = { cwd: place.root, env: { PATH: place.environment.PATH } }
  const head = execFileSync('git', ['rev-parse', 'HEAD'], circumstances)
  // As `git clone --depth 1` leaves it, whatever was committed since.
  writeFileSync(place.path('.git/shallow'), head)
  const { stdout } = await place.run(['plan', '--all', '--lang', 'en'])
  expect(stdout).toMatch(/^warning TY6307: git: .+\n {4}→ .*git fetch --unshallow/m)
  const asked = await place.run(['plan', '--all', '--json'])
  expect(JSON.parse(asked.stdout)).toMatchObject({ leaked: [], leakedUnknown: true })
})
