import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** The codes of what `validate` finds of owners. */
async function found(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runHere(['validate', '--json'], { cwd })
  const findings: { code: string; file: string }[] = JSON.parse(stdout).findings
  return findings.flatMap(({ code, file }) => (code.startsWith('TY37') ? [`${code} ${file}`] : []))
}

function text(cwd: string, file: string): string {
  return readFileSync(join(cwd, file), 'utf8')
}

const map = 'catalogue/owners.yaml'

describe('owners', () => {
  test('begins in a repository that has no map, and nothing is found then', async () => {
    const cwd = exampleTree()
    expect(await found(cwd)).toEqual([])
    const made = await runHere(['owners', '--authority', '@city/bureau', '--forge', 'gitlab'], { cwd })
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toBe(`wrote .gitlab/CODEOWNERS\nwrote ${map}\n`)
    expect(text(cwd, map)).toContain('  ningwu/jiaoyuju: "@city/bureau"\n')
    expect(await found(cwd)).toEqual([])
  })

  test('writes what the map says once it says something else, and is found wanting before', async () => {
    const cwd = temporaryDirectory()
    await runHere(['init', 'data'], { cwd })
    const root = join(cwd, 'data')
    const unit = 'xishuangbanna/rensheju'
    writeFileSync(
      join(root, map),
      text(root, map).replace(`${unit}: "@authority"`, `${unit}: "@rensheju/it"`),
    )
    const files = ['.gitea/CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS']
    expect(new Set(await found(root))).toEqual(new Set(files.map(file => `TY3704 ${file}`)))
    const { status, stdout } = await runHere(['owners', '--json'], { cwd: root })
    expect({ status, written: JSON.parse(stdout).files.toSorted() }).toEqual({ status: 0, written: files })
    expect(text(root, '.github/CODEOWNERS')).toContain(`/tenants/${unit}/ @rensheju/it\n`)
    expect(await found(root)).toEqual([])
    expect((await runHere(['owners'], { cwd: root })).stdout).toBe('CODEOWNERS is up to date\n')
  })

  test.each([
    ['there is no map and nobody to begin with', ['--forge', 'gitea'], 'TY9023'],
    ['no forge is known', ['--authority', '@a/b'], 'TY9023'],
    ['the authority is no team', ['--authority', 'a b', '--forge', 'gitea'], 'TY9013'],
    ['the forge cannot name the authority', ['--authority', '@a/b/c', '--forge', 'github'], 'TY9013'],
  ])('refuses and writes nothing when %s', async (_what, words, code) => {
    const cwd = exampleTree()
    const { status, stderr } = await runHere(['owners', ...words], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain(code)
    expect([map, '.gitea', '.github'].filter(file => existsSync(join(cwd, file)))).toEqual([])
  })

  test('does not write over a map that it cannot read', async () => {
    const cwd = exampleTree()
    writeFileSync(join(cwd, map), 'kind: [')
    const { status, stderr } = await runHere(['owners', '--authority', '@a/b', '--forge', 'gitea'], { cwd })
    expect({ status, map: text(cwd, map) }).toEqual({ status: 2, map: 'kind: [' })
    expect(stderr).toContain('TY9023')
  })
})
