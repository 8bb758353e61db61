import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toolVersion } from '../../../scripts/workspace/package-root.ts'
import { pinFindings } from '../../../scripts/workspace/version-pin.ts'
import { commitAll } from '../../commit-all.ts'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

function pinned(text: string): string {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'catalogue'))
  writeFileSync(join(root, 'catalogue/tenantry.version'), text)
  return root
}

describe('the version that a data repository names', () => {
  test.each([toolVersion(), `${toolVersion()}\n`])('lets %j go on', text => {
    expect(pinFindings(pinned(text))).toEqual([])
  })

  test('need not be there', () => {
    expect(pinFindings(temporaryDirectory())).toEqual([])
  })

  test.each([
    '',
    '9.9.9\n',
    `${toolVersion()}-rc.1`,
    `v${toolVersion()}`,
    '*',
    `${toolVersion()}\n\n`,
    'x'.repeat(300),
  ])('stops at %j', text => {
    expect(pinFindings(pinned(text))).toMatchObject([
      { code: 'TY1021', severity: 'error', file: 'catalogue/tenantry.version' },
    ])
  })

  test('is told how to be had without whatever a registry has under that name', () => {
    const [found] = pinFindings(pinned('9.9.9\n'))
    expect(found?.fix?.message.en).toContain('npm install --global ./tenantry-9.9.9.tgz')
  })

  test.each([
    ['validate', []],
    ['run', []],
    ['plan', ['--all']],
    ['apply', ['--all', '--yes']],
  ] as const)('holds for %s', async (command, more) => {
    const root = exampleTree()
    writeFileSync(join(root, 'catalogue/tenantry.version'), '9.9.9\n')
    commitAll(root)
    const { status, stdout, stderr } = await runHere([command, ...more, '--root', root, '--lang', 'en'])
    expect(status).toBe(1)
    expect(stdout + stderr).toContain('TY1021: the data repository names tenantry 9.9.9')
  })

  test('is written by init', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    expect(readFileSync(join(cwd, 'data/catalogue/tenantry.version'), 'utf8')).toBe(`${toolVersion()}\n`)
  })
})
