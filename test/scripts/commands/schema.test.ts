import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { runHere } from '../harness.ts'

const schemaFolder = 'catalogue/schema'
const network = 'catalogue/services/network.yaml'

function edit(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))
}

function schemasOf(root: string): Readonly<Record<string, string>> {
  const folder = join(root, schemaFolder)
  return Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

const unreadable = (text: string) => `${text}\n: [\n`

describe('schema', () => {
  test('writes again what is missing or differs, takes away what is none of its own, and then has nothing to do', async () => {
    const root = exampleTree()
    await runHere(['schema', '--root', root])
    const before = schemasOf(root)
    rmSync(join(root, schemaFolder, 'unit.schema.json'))
    edit(root, `${schemaFolder}/system.schema.json`, text => text.replace('eip.bgp.5m', 'eip.bgp.6m'))
    writeFileSync(join(root, schemaFolder, 'other.schema.json'), '{}\n')
    const { status, stdout } = await runHere(['schema', '--root', root, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      schema: 'tenantry/files/v1',
      directory: schemaFolder,
      files: ['system.schema.json', 'unit.schema.json'],
      removed: ['other.schema.json'],
    })
    expect(schemasOf(root)).toEqual(before)
    const again = await runHere(['schema', '--root', root, '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ files: [], removed: [] })
  })

  test('writes nothing while a file of the catalogue cannot be read, and says which', async () => {
    const root = exampleTree()
    await runHere(['schema', '--root', root])
    edit(root, network, unreadable)
    rmSync(join(root, schemaFolder, 'unit.schema.json'))
    const before = schemasOf(root)
    for (const argv of [['schema'], ['schema', '--check']]) {
      const { status, stdout, stderr } = await runHere([...argv, '--root', root, '--json'])
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
      const { findings } = JSON.parse(stdout)
      expect(new Set(findings.map(({ file }: { file: string }) => file))).toEqual(new Set([network]))
      expect(schemasOf(root)).toEqual(before)
    }
    const { stdout } = await runHere(['schema'], { cwd: root })
    expect(stdout).toMatch(/^catalogue\/services\/network\.yaml:\d+:\d+: error TY1\d{3}: /m)
  })

  test('does not mind a tenant’s file that cannot be read', async () => {
    const root = exampleTree()
    edit(root, 'tenants/ningwu/jiaoyuju/unit.yaml', unreadable)
    rmSync(join(root, schemaFolder, 'unit.schema.json'))
    const { status, stdout } = await runHere(['schema', '--root', root, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).files).toContain('unit.schema.json')
  })

  test('--check says what is stale, and writes nothing', async () => {
    const root = exampleTree()
    await runHere(['schema', '--root', root])
    expect((await runHere(['schema', '--check', '--root', root])).status).toBe(0)
    edit(root, network, text => text.replaceAll('eip.bgp.5m', 'eip.bgp.6m'))
    const before = schemasOf(root)
    const { status, stdout } = await runHere(['schema', '--check', '--root', root, '--json'])
    expect(status).toBe(1)
    const { findings } = JSON.parse(stdout)
    expect(findings.map(({ code, file }: { code: string; file: string }) => [code, file])).toContainEqual([
      'TY2040',
      `${schemaFolder}/system.schema.json`,
    ])
    expect(schemasOf(root)).toEqual(before)
  })
})
