import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleTree } from '../documents.ts'
import { runHere, temporaryDirectory } from './harness.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'
const unit = 'tenants/xishuangbanna/rensheju/unit.yaml'
const services = 'catalogue/services/compute.yaml'

/** The example tree, with a cache of its own. */
export function example() {
  const root = exampleTree()
  const environment = {
    XDG_CACHE_HOME: temporaryDirectory(),
    XDG_STATE_HOME: temporaryDirectory(),
    PATH: process.env.PATH,
  }
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

export type Example = ReturnType<typeof example>

/** What may happen to a repository of which something is known already. */
export const changes: readonly (readonly [string, (example: Example) => void])[] = [
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
