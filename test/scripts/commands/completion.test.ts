import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeDefinitions } from '../../../lib/codes.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** The words offered in place of the last one. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { status, stdout } = await runHere(['completion', 'words', '--', ...words])
  expect(status).toBe(0)
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t')[0] ?? '')
}

describe('completion offers', () => {
  test('commands in the first place', async () => {
    expect(await offered('')).toContain('validate')
    expect(await offered('expl')).toEqual(['explain'])
  })

  test('options of the command and of every command', async () => {
    expect(await offered('validate', '--')).toEqual(
      expect.arrayContaining(['--format', '--watch', '--lang', '--json']),
    )
    expect(await offered('validate', '--fo')).toEqual(['--format'])
    expect(await offered('--')).toContain('--root')
  })

  test('the choices of an option', async () => {
    expect(await offered('validate', '--format', '')).toEqual([
      'text',
      'json',
      'sarif',
      'github',
      'gitlab',
      'junit',
    ])
    expect(await offered('validate', '--lang', 'z')).toEqual(['zh'])
  })

  test('codes', async () => {
    const expected = codeDefinitions.map(({ code }) => code).filter(code => code.startsWith('TY90'))
    expect(await offered('explain', 'TY90')).toEqual(expected)
  })

  test('addresses in the repository that --root names, whatever else lies there', async () => {
    const root = temporaryDirectory({
      'tenants/a/b/unit.yaml': '',
      'tenants/a/b/c.yaml': '',
      'tenants/a/b/$(touch x).yaml': '',
      'tenants/a/b/notes.txt': '',
      'tenants/a/d/unit.yaml': '',
    })
    const words = async (...typed: readonly string[]) =>
      (await runHere(['completion', 'words', '--root', root, '--', ...typed])).stdout.split('\t\n')
    expect(await words('show', '')).toEqual(['a/b', 'a/b/c', 'a/d', ''])
    expect(await words('show', 'a/b', 'a/d')).toEqual(['a/d', ''])
  })

  test('nothing where the shell knows better, and nothing after an unknown command', async () => {
    expect(await offered('init', '')).toEqual([])
    expect(await offered('validate', '--root', '')).toEqual([])
    expect(await offered('nonsense', 'x')).toEqual([])
  })
})

test('a shell that is not known is a usage error', async () => {
  const { status, stderr } = await runHere(['completion', 'fsh'])
  expect(status).toBe(2)
  expect(stderr).toContain('did you mean fish?')
})

test('the bash script completes in a real bash', async () => {
  const directory = temporaryDirectory({ tenantry: '#!/bin/sh\nprintf "%s\\t\\n" "$3" "words: $*"\n' })
  chmodSync(join(directory, 'tenantry'), 0o755)
  const { stdout: script } = await runHere(['completion', 'bash'])
  const probe = `${script}
COMP_WORDS=(tenantry validate --fo); COMP_CWORD=2; _tenantry; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p tenantry`
  const output = execFileSync('bash', ['--norc', '-c', probe], {
    env: { PATH: `${directory}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(output.split('\n')).toEqual([
    '--',
    'words: completion words -- validate --fo',
    'complete -o default -F _tenantry tenantry',
    '',
  ])
})

test.each(['zsh', 'fish'])('the %s script asks for candidates and registers itself', async shell => {
  const { stdout } = await runHere(['completion', shell])
  expect(stdout).toContain('tenantry completion words -- ')
  expect(stdout).toMatch(shell === 'zsh' ? /^#compdef tenantry\n/ : /\ncomplete -c tenantry /)
})
