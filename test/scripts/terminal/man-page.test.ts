import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commands, loadCommands } from '../../../scripts/commands/index.ts'
import type { Command } from '../../../scripts/terminal/command.ts'
import { manPage } from '../../../scripts/terminal/man-page.ts'

const sample: Command = {
  name: 'sample',
  summary: { zh: '样例', en: "'tis back\\slashed" },
  arguments: [{ name: '[it...]', summary: { zh: '它', en: 'it' } }],
  options: [
    { flags: '--way <way>', summary: { zh: '方式', en: '.which way' }, choices: ['a', 'b'], default: 'a' },
  ],
  examples: [{ line: 'tenantry sample --way a', summary: { zh: '样例', en: 'one way' } }],
  run: async () => 0,
}

function linesOf(page: string): readonly string[] {
  return page.split('\n')
}

test('the manual page escapes what roff would take for its own', () => {
  const lines = linesOf(manPage([sample], '1.2.3'))
  expect(lines).toContain('.TH TENANTRY 1 "" "tenantry 1.2.3" "User Commands"')
  expect(lines).toContain("\\&'tis back\\eslashed.")
  expect(lines).toContain('\\&.which way. One of a, b. Default: a.')
  expect(lines).toContain('tenantry sample \\-\\-way a')
})

test('the manual page has a part for every command', async () => {
  const headings = linesOf(manPage(await loadCommands(), '1')).filter(line => line.startsWith('.SS '))
  expect(headings).toEqual(commands.map(({ name }) => `.SS ${name}`))
})

const hasGroff = spawnSync('groff', ['--version']).status === 0

test.runIf(hasGroff)('the manual page is set without a warning', async () => {
  const input = manPage([...(await loadCommands()), sample], '1.2.3')
  const { stdout, stderr } = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-K', 'utf8', '-P-cbou'], {
    input,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toContain('tenantry sample --way a')
  expect(stdout).toContain("'tis back\\slashed.")
})
