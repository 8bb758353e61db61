import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../../scripts/package-root.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
const unit = 'tenants/xishuangbanna/rensheju/unit.yaml'
const services = 'catalogue/services/compute.yaml'

function example() {
  const root = temporaryDirectory()
  const environment = { XDG_CACHE_HOME: temporaryDirectory() }
  for (const folder of ['catalogue', 'tenants'])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  const validated = async (...words: readonly string[]) => {
    const { stdout } = await runHere(['validate', '--root', root, '--json', ...words], { environment })
    return stdout
  }
  const replace = (file: string, text: string, by: string) => {
    const before = readFileSync(join(root, file), 'utf8')
    if (!before.includes(text)) throw new Error(`${file} does not hold ${text}`)
    writeFileSync(join(root, file), before.replace(text, by))
  }
  return { root, environment, validated, replace }
}

type Example = ReturnType<typeof example>

/** What changes in a repository after everything in it was settled. */
const changes: readonly (readonly [string, (example: Example) => void])[] = [
  ['nothing', () => {}],
  ['a fault of form in a system', ({ replace }) => replace(shebao, 'origin: migrated', 'orign: migrated')],
  [
    'a fault that a local rule finds',
    ({ replace }) => replace(shebao, 'classified: false', 'classified: true'),
  ],
  ['another system’s network', ({ replace }) => replace(shebao, '10.96.1.0/26', '10.96.0.64/26')],
  ['a system that another one names', ({ root }) => rmSync(join(root, huji))],
  [
    'a system that is there twice',
    ({ root }) => cpSync(join(root, shebao), join(root, `${shebao.slice(0, -5)}-2.yaml`)),
  ],
  [
    'a system under another’s name',
    ({ replace }) => replace(shebao, 'id: shebao-jingban', 'id: shebao-jingbang'),
  ],
  ['a contact of a unit', ({ replace }) => replace(unit, 'confirmed: 2026', 'confirmed: 2023')],
  ['a category of a unit', ({ replace }) => replace(unit, 'category: ', 'category: other-')],
  ['a unit under another’s name', ({ replace }) => replace(unit, 'id: rensheju', 'id: renshejv')],
  ['a unit that is no more', ({ root }) => rmSync(join(root, unit))],
  ['a unit that cannot be read', ({ root }) => writeFileSync(join(root, unit), 'a: [\n')],
  [
    'an item that is no more',
    ({ replace }) => replace(services, 'id: ecs.domestic.4c8g', 'id: ecs.domestic.5c8g'),
  ],
  ['a file of the catalogue that is no more', ({ root }) => rmSync(join(root, services))],
  ['a file of the catalogue that is broken', ({ root }) => writeFileSync(join(root, services), 'a: [\n')],
  [
    'a file of the catalogue that is a link',
    ({ root }) => symlinkSync(services, join(root, 'catalogue/services/z.yaml')),
  ],
  ['a pool that is smaller', ({ replace }) => replace('catalogue/platform.yaml', 'vcpus: ', 'vcpus: 1 # ')],
  ['a committed schema', ({ root }) => writeFileSync(join(root, 'catalogue/schema/unit.schema.json'), '{}')],
  [
    'a paper that is not there',
    ({ replace }) => replace(shebao, 'number: LS-2025-0081', 'file: papers/x.pdf, number: LS-2025-0081'),
  ],
]

describe('what was settled before changes nothing of what is found', () => {
  test.each(changes)('with %s', async (_what, change) => {
    const here = example()
    const before = await here.validated()
    change(here)
    const fresh = await here.validated('--no-cache')
    const kept = await here.validated()
    expect(kept).toBe(fresh)
    // What this run settled is no different from what it found out.
    expect(await here.validated()).toBe(fresh)
    if (_what !== 'nothing') expect(fresh).not.toBe(before)
  })

  test('on another day', async () => {
    const here = example()
    await here.validated()
    for (const day of ['2027-11-23', '2025-07-11'])
      expect(await here.validated('--at', day)).toBe(await here.validated('--at', day, '--no-cache'))
  })

  test('with a cache in the repository, which is not used and said so', async () => {
    const { root } = example()
    const environment = { XDG_CACHE_HOME: join(root, 'cache') }
    mkdirSync(join(root, 'cache'))
    const { stdout } = await runHere(['validate', '--root', root], { environment })
    expect(stdout).toContain('TY1013')
  })
})
