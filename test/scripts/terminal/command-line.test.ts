import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../../scripts/terminal/global-options.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

describe('a mistake on the command line is one coded line and status 2', () => {
  test.each([
    ['an unknown command', ['explan'], 'TY9001', 'did you mean explain?'],
    ['an unknown command like no other', ['frobnicate'], 'TY9001', 'tenantry --help'],
    ['an unknown option of a command', ['explain', '--jsn'], 'TY9002', 'did you mean --json?'],
    ['an unknown option with a value', ['validate', '--formt=json'], 'TY9002', 'did you mean --format?'],
    ['an unknown option before any command', ['--frob', 'validate'], 'TY9002', '--frob'],
    ['an option without its value', ['explain', '--root'], 'TY9004', '--root'],
    ['too many arguments', ['explain', 'TY9001', 'TY9002'], 'TY9005', 'TY9001 TY9002'],
    ['a value that is no choice', ['validate', '--format', 'jsn'], 'TY9006', 'did you mean json?'],
    ['a language that the tool does not speak', ['explain', '--lang', 'fr'], 'TY9006', 'zh, en'],
    ['a date that does not exist', ['explain', '--at', '2025-02-30'], 'TY9007', '2025-02-30'],
    ['a date that nobody means', ['explain', '--at', '0000-03-19'], 'TY9007', '0000-03-19'],
    ['for ever as a date', ['explain', '--at', '9999-12-31'], 'TY9007', '9999-12-31'],
    ['a date in another form', ['explain', '--at', '2025-2-3'], 'TY9007', '2025-2-3'],
    ['a root that does not exist', ['explain', '--root', '/nowhere/at/all'], 'TY9008', '/nowhere/at/all'],
    ['an unknown code', ['explain', 'TY900'], 'TY9009', 'TY900'],
  ])('%s', async (_what, argv, code, part) => {
    const ended = await runHere(argv)
    expect(ended).toMatchObject({ status: 2, stdout: '' })
    expect(ended.stderr).toMatch(new RegExp(`^error ${code}: [^\\n]+\\n$`))
    expect(ended.stderr).toContain(part)
  })

  test('told in Chinese with --lang zh, wherever it stands', async () => {
    expect((await runHere(['explan', '--lang', 'zh'])).stderr).toBe(
      '错误 TY9001: 没有命令 explan；是否为 explain？\n',
    )
    expect((await runHere(['--lang=zh', 'explan'])).stderr).toMatch(/^错误 TY9001/)
  })

  test('that does not let control characters of the user through', async () => {
    const { stderr } = await runHere(['\u001b[2J\u202eexplain'])
    expect(stderr).toContain('\\u{001b}[2J\\u{202e}explain')
  })

  test('given to programs as JSON too', async () => {
    const { stdout } = await runHere(['explan', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'TY9001', message: { zh: expect.any(String) } },
    })
  })
})

describe('help', () => {
  test('lists every command, with --help or -h or in Chinese', async () => {
    const { status, stdout } = await runHere(['--help'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Usage: tenantry <command>/)
    expect(stdout).toMatch(/^ {2}explain \[code\] +\S/m)
    expect((await runHere(['-h', '--lang', 'zh'])).stdout).toMatch(/^用法：/)
  })

  test('of a command shows its arguments, options and examples, whatever else is on the line', async () => {
    const { status, stdout } = await runHere(['validate', '--help', '--watch'])
    expect(status).toBe(0)
    expect(stdout).toContain('--format <format>')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('one of text, json, sarif, github, gitlab, junit')
    expect(stdout).toContain('Global options:')
    expect(stdout).toMatch(/Examples:\n {2}# .+\n {2}tenantry validate\n/)
  })

  test('is shown by the word help too', async () => {
    expect(await runHere(['help'])).toEqual(await runHere(['--help']))
    expect(await runHere(['help', 'explain'])).toEqual(await runHere(['explain', '--help']))
    expect((await runHere(['help', 'explan'])).stderr).toContain('did you mean explain?')
  })

  test('is an error message when no command was given', async () => {
    const { status, stdout, stderr } = await runHere([])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage:/)
  })

  test('fits its lines into the terminal in both languages', async () => {
    for (const language of ['zh', 'en']) {
      const { stdout } = await runHere(['--help', '--lang', language])
      const { displayWidth } = await import('../../../lib/finding/printable.ts')
      for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80)
    }
  })
})

test('--version prints one line', async () => {
  expect(await runHere(['--version'])).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^tenantry \d+\.\d+\.\d+\n$/),
    stderr: '',
  })
})

test('the repository is found from a directory deep inside it', async () => {
  const root = temporaryDirectory({ 'catalogue/platform.yaml': '', 'tenants/x/y/unit.yaml': '' })
  const deep = join(root, 'tenants/x/y')
  const { stderr } = await runHere(['validate', '--format', 'json'], { cwd: deep })
  expect(stderr).toBe('')
})

test('a directory without a catalogue is no repository', async () => {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'tenants'))
  const ended = await runHere(['validate', '--root', root])
  expect(ended).toMatchObject({ status: 2, stdout: '' })
  expect(ended.stderr).toMatch(/^error TY9008: [^\n]+tenantry init/)
})

describe('the language', () => {
  test.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [undefined, { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh' }, 'zh'],
    [undefined, { LANG: 'zha_XX' }, 'en'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    ['zh', {}, 'zh'],
  ])('with --lang %s and %j is %s', (option, environment, language) => {
    expect(languageOf(option, environment)).toBe(language)
  })
})
