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

  test('them behind an equals sign too', async () => {
    expect(await offered('validate', '--format=s')).toEqual(['--format=sarif'])
    expect(await offered('regulations', '--jurisdiction=ning')).toEqual(['--jurisdiction=ningwu'])
  })

  test('selectors in the form that was begun', async () => {
    expect(await offered('synth', 'zone:')).toEqual(['zone:internet', 'zone:extranet'])
    expect(await offered('plan', 'platform')).toEqual(['platform', 'platform:internet', 'platform:extranet'])
    expect(await offered('apply', 'unit:ningwu/')).toEqual(['unit:ningwu/jiaoyuju', 'unit:ningwu/weijianju'])
    expect(await offered('destroy', 'system:ningwu/jiaoyuju/x')).toEqual([
      'system:ningwu/jiaoyuju/xueji-guanli',
    ])
    expect(await offered('destroy', 'x', '--confirm', 'zone:i')).toEqual(['zone:internet'])
    expect(await offered('plan', 'ningwu/jiaoyuju@e')).toEqual(['ningwu/jiaoyuju@extranet'])
  })

  test('forms and jurisdictions', async () => {
    expect(await offered('form', 'l')).toEqual(['list'])
    expect(await offered('form', 'appl')).toEqual(['application'])
    expect(await offered('form', 'list', '--jurisdiction', 'ji')).toEqual(['jiuquan'])
    expect(await offered('init', 'new', '--jurisdiction', 'z')).toEqual(['zhejiang'])
  })

  test('what lies in the repository that the line names', async () => {
    const root = temporaryDirectory({
      'tenants/a/b/unit.yaml': '',
      'catalogue/platform.yaml': 'zones: { one: {}, "$(x)": {} }\n',
    })
    expect(await offered('--root', root, 'show', '')).toEqual(['a/b'])
    expect(await offered('show', `--root=${root}`, '')).toEqual(['a/b'])
    expect(await offered('--root', root, 'plan', 'zone:')).toEqual(['zone:one'])
  })

  test('nothing of files that are broken', async () => {
    const root = temporaryDirectory({
      'catalogue/platform.yaml': 'zones: [',
      'catalogue/forms/a.yaml': 'forms: 3',
    })
    expect(await offered('--root', root, 'plan', 'zone:')).toEqual([])
    expect(await offered('--root', root, 'form', '')).toEqual(['list'])
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

/** What a real bash replies for a line, from a command that offers these candidates. */
async function bashReplies(line: string, candidates: readonly string[]): Promise<string[]> {
  const offers = candidates.map(word => `printf '%s\\t\\n' '${word}'`).join('\n')
  const directory = temporaryDirectory({ tenantry: `#!/bin/sh\necho "words: $*"\n${offers}\n` })
  chmodSync(join(directory, 'tenantry'), 0o755)
  const { stdout: script } = await runHere(['completion', 'bash'])
  const probe = `${script}
COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; _tenantry; printf '%s\n' "\${COMPREPLY[@]}"; complete -p tenantry`
  const output = execFileSync('bash', ['--norc', '-c', probe], {
    env: { PATH: `${directory}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  return output.trimEnd().split('\n')
}

test('the bash script completes in a real bash', async () => {
  expect(await bashReplies('tenantry validate --fo', ['--format'])).toEqual([
    'words: completion words -- validate --fo',
    '--format',
    'complete -o default -F _tenantry tenantry',
  ])
  expect((await bashReplies('tenantry show ', []))[0]).toBe('words: completion words -- show ')
})

test.each([
  ['tenantry plan zone:in', 'zone:internet', 'internet'],
  ['tenantry validate --format=s', '--format=sarif', 'sarif'],
  ['tenantry plan a/b@e', 'a/b@extranet', '@extranet'],
])('bash puts a candidate in the place of what it takes for a word: %s', async (line, candidate, reply) => {
  expect((await bashReplies(line, [candidate]))[1]).toBe(reply)
})

test.each(['zsh', 'fish'])('the %s script asks for candidates and registers itself', async shell => {
  const { stdout } = await runHere(['completion', shell])
  expect(stdout).toContain('tenantry completion words -- ')
  expect(stdout).toMatch(shell === 'zsh' ? /^#compdef tenantry\n/ : /\ncomplete -c tenantry /)
})
