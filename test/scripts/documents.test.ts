import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outputSchemas } from '../../lib/output/schemas.ts'
import { commands, loadCommands } from '../../scripts/commands/index.ts'
import { answersPage } from '../../scripts/terminal/answers-page.ts'
import { commandsPage } from '../../scripts/terminal/commands-page.ts'
import { manPage } from '../../scripts/terminal/man-page.ts'
import { packageRoot, toolVersion } from '../../scripts/workspace/package-root.ts'
import { committedTree, exampleTree, runLine, shellLines, withRealOutput } from '../documents.ts'

const written = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/guide.zh.md',
  'docs/provider.zh.md',
  'docs/authority.zh.md',
  'docs/auditor.zh.md',
]

/** These look at the machine or a cloud, and say with status 3 what is missing. */
const needsMachine = /^tenantry (?:doctor|drift|plan|state|status --stacks)\b/

function textOf(file: string): string {
  return readFileSync(join(packageRoot, file), 'utf8')
}

const manifest: {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
} = JSON.parse(textOf('package.json'))

test('docs/commands.md says what the commands say (npm run docs writes it)', async () => {
  const loaded = await loadCommands()
  await expect(commandsPage(loaded)).toMatchFileSnapshot(join(packageRoot, 'docs/commands.md'))
})

test('man/tenantry.1 says what the commands say (npm run docs writes it)', async () => {
  const page = manPage(await loadCommands(), toolVersion())
  await expect(page).toMatchFileSnapshot(join(packageRoot, 'man/tenantry.1'))
})

test('docs/answers.md lists every answer for programs (npm run docs writes it)', async () => {
  await expect(answersPage(outputSchemas)).toMatchFileSnapshot(join(packageRoot, 'docs/answers.md'))
})

describe.each(written)('%s', file => {
  test('shows what commands really print (npm run docs writes it)', async () => {
    await expect(await withRealOutput(file)).toMatchFileSnapshot(join(packageRoot, file))
  })

  const lines = shellLines(textOf(file)).flatMap(line => line.split(' && '))

  test.each(lines.filter(line => line.startsWith('npm ')))('%s is there to be run', line => {
    const [, verb = '', name = ''] = line.split(' ')
    const script = verb === 'run' ? name : verb
    expect(['ci', ...Object.keys(manifest.scripts)]).toContain(script)
  })

  test.each(lines.filter(line => !line.startsWith('npm ')))('%s runs', async line => {
    if (!needsMachine.test(line)) {
      expect(await runLine(line, exampleTree())).toMatchObject({ status: 0, stderr: '' })
      return
    }
    const { status, stderr } = await runLine(line, committedTree())
    expect(status).toBe(3)
    expect(stderr).toMatch(/^(?:(?:error|错误) TY\d{4}: .+\n)?$/)
  })
})

test('docs/dependencies.md gives a reason for every dependency', () => {
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const rows = [...textOf('docs/dependencies.md').matchAll(/^\| (`.+?`) \| \S/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  )
  expect(rows.toSorted()).toEqual(packages.map(name => `\`${name}\``).toSorted())
})

describe('README.md', () => {
  test('names every command', () => {
    const named = [...textOf('README.md').matchAll(/^\| `(\w+)[ `]/gm)].map(([, name]) => name)
    expect(named).toEqual(expect.arrayContaining(commands.map(({ name }) => name)))
  })
})

test.each([...written, 'docs/architecture.md'])('%s leads nowhere that is not there', file => {
  const links = [...textOf(file).matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
  for (const link of links) expect(() => textOf(join(dirname(file), link))).not.toThrow()
})
