import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { runHere } from '../harness.ts'

const file = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const other = 'tenants/datong/yingjiju/yingji-zhihui.yaml'

function spoilt(edits: Readonly<Record<string, (text: string) => string>>): string {
  const root = exampleTree()
  for (const [name, edit] of Object.entries(edits)) {
    const path = join(root, name)
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
  }
  return root
}

function textOf(root: string, name: string): string {
  return readFileSync(join(root, name), 'utf8')
}

const day = ['--at', '2026-11-23', '--lang', 'en']

describe('validate --fix', () => {
  test('mends full-width signs through several stages, tells each, and finds nothing more', async () => {
    const root = spoilt({
      [file]: text =>
        text
          .replace('purpose: 内部管理', 'purpose：内部管理')
          .replace('level: 2, filing', 'level：２，filing')
          .replace('origin: migrated', 'origin: “migrated”'),
    })
    const { status, stdout, stderr } = await runHere(['validate', '--fix', '--root', root, ...day])
    expect(status).toBe(0)
    expect(stdout).not.toContain('error')
    expect(stderr).toContain(`${file}:13:8: TY1327: `)
    expect(stderr).toContain('6 fixed in 1 files.')
    expect(textOf(root, file)).toBe(textOf('.', file).replace('origin: migrated', 'origin: "migrated"'))
  })

  test('touches only the files that were asked for', async () => {
    const edit = (text: string) => text.replace('origin: ', 'origin：')
    const root = spoilt({ [file]: edit, [other]: edit })
    const { status } = await runHere([
      'validate',
      '--fix',
      join(root, 'tenants/ningwu'),
      '--root',
      root,
      ...day,
    ])
    expect(status).toBe(0)
    expect(textOf(root, file)).toBe(textOf('.', file))
    expect(textOf(root, other)).toBe(edit(textOf('.', other)))
  })

  test('writes nothing without it, and no guess with it', async () => {
    const wrong = (text: string) => text.replace('item: evs.sas', 'item: evs.saz')
    const root = spoilt({ [file]: wrong })
    const { status, stderr } = await runHere(['validate', '--fix', '--root', root, ...day])
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(textOf(root, file)).toBe(wrong(textOf('.', file)))
    const wide = (text: string) => text.replace('origin: ', 'origin：')
    const plain = spoilt({ [file]: wide })
    expect((await runHere(['validate', '--root', plain, ...day])).status).toBe(1)
    expect(textOf(plain, file)).toBe(wide(textOf('.', file)))
  })

  test('keeps what is left in the form that was asked for', async () => {
    const root = spoilt({ [file]: text => text.replace('origin: ', 'origin：') })
    const { stdout } = await runHere(['validate', '--fix', '--json', '--root', root, ...day])
    expect(JSON.parse(stdout).summary.error).toBe(0)
  })
})

describe('fmt', () => {
  const loose = (text: string) => text.replaceAll('\n', '\r\n').replace('{ level: 2, ', '{level: 2,')

  test('lays out what is not, and nothing else', async () => {
    const root = spoilt({ [file]: loose })
    const { status, stdout } = await runHere(['fmt', '--root', root, ...day])
    expect(status).toBe(0)
    expect(stdout).toMatch(new RegExp(`^${file}\n[0-9]+ files looked at, 1 written.\n$`))
    expect(textOf(root, file)).toBe(textOf('.', file))
  })

  test('lists with --check, and writes nothing', async () => {
    const root = spoilt({ [file]: loose })
    const { status, stdout } = await runHere(['fmt', '--check', '--json', '--root', root, ...day])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      written: false,
      files: [file],
      findings: [{ code: 'TY1020', file }],
    })
    expect(textOf(root, file)).toBe(loose(textOf('.', file)))
    expect(
      (await runHere(['fmt', '--check', 'tenants/datong', '--root', root, ...day], { cwd: root })).status,
    ).toBe(0)
  })

  test('leaves a file that cannot be read, says why, and lays out the others', async () => {
    const broken = (text: string) => text.replace('origin: ', 'origin：')
    const root = spoilt({ [file]: loose, [other]: broken })
    const { status, stderr } = await runHere(['fmt', '--root', root, ...day])
    expect(status).toBe(1)
    expect(stderr).toContain('TY1327')
    expect(textOf(root, file)).toBe(textOf('.', file))
    expect(textOf(root, other)).toBe(broken(textOf('.', other)))
  })
})
