import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrateTo } from '../../../scripts/commands/migrate.ts'
import { contextOf } from '../../../scripts/terminal/global-options.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { inOldForm, withOldForm } from '../../version/old-form.ts'
import { recordingHost, runHere, temporaryDirectory } from '../harness.ts'

const unit = 'tenants/shili/chengguanju/unit.yaml'
const system = 'tenants/shili/chengguanju/paishui.yaml'

function repository(): string {
  const root = temporaryDirectory()
  cpSync(join(packageRoot, 'test/fixtures/versions/v1'), root, { recursive: true })
  return root
}

function edited(root: string, file: string, edit: (text: string) => string): void {
  writeFileSync(join(root, file), edit(readFileSync(join(root, file), 'utf8')))
}

/** By a program that knows a form before the first. */
async function migrateOld(root: string, options: Readonly<Record<string, true>> = {}, paths: string[] = []) {
  const { host, written } = recordingHost({ cwd: root })
  const context = contextOf({ root }, 'en', host)
  const status = await migrateTo(withOldForm).run(context, { arguments: paths, options })
  return { status, ...written() }
}

describe('migrate', () => {
  it('writes the files of an older form, names them, and leaves the others', async () => {
    const root = repository()
    const [before, other] = [system, unit].map(file => readFileSync(join(root, file), 'utf8'))
    edited(root, system, inOldForm)
    expect(await migrateOld(root)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^${system}\\n\\d+ files looked at, 1 written`)),
    })
    const written = readFileSync(join(root, system), 'utf8')
    expect(written).toContain('apiVersion: tenantry/v1\n')
    expect(written).toContain(before?.slice(before.indexOf('history:')))
    expect(readFileSync(join(root, unit), 'utf8')).toBe(other)
    expect(await migrateOld(root, { check: true })).toMatchObject({ status: 0 })
  })

  it('tells with --check which they are, and writes none', async () => {
    const root = repository()
    edited(root, system, inOldForm)
    const before = readFileSync(join(root, system), 'utf8')
    const { status, stderr } = await migrateOld(root, { check: true })
    expect(status).toBe(1)
    expect(stderr).toContain(`${system}:1:1: error TY1330`)
    expect(stderr).not.toContain(unit)
    expect(readFileSync(join(root, system), 'utf8')).toBe(before)
  })

  it('looks at what it is given alone', async () => {
    const root = repository()
    edited(root, system, inOldForm)
    expect(await migrateOld(root, { check: true }, [unit])).toMatchObject({ status: 0 })
  })

  it('has nothing to do where everything has the present form, the example too', async () => {
    const { status, stdout } = await runHere(['migrate', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ written: false, files: [], findings: [] })
  })

  it('leaves a newer form alone, as everybody does, and says what to do', async () => {
    const root = repository()
    edited(root, unit, text => text.replace('tenantry/v1', 'tenantry/v2'))
    for (const command of [['migrate'], ['fmt'], ['validate', '--fix']]) {
      const { status, stdout } = await runHere([...command, '--root', root, '--json'])
      expect(status).toBe(1)
      const { findings } = JSON.parse(stdout)
      expect(findings).toContainEqual(expect.objectContaining({ code: 'TY1329', file: unit }))
      expect(readFileSync(join(root, unit), 'utf8')).toContain('apiVersion: tenantry/v2')
    }
  })
})
