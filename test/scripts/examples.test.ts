import { describe, expect, test } from 'vitest'
import { commands, loadCommands } from '../../scripts/commands/index.ts'
import { committedTree, exampleTree, runLine } from '../documents.ts'

const loaded = await loadCommands()

/** Commands that look at the machine or at clouds say what is missing with status 3; all others end clean. */
const needsMachine: ReadonlySet<string> = new Set([
  'doctor',
  'plan',
  'apply',
  'destroy',
  'drift',
  'state',
  'approve',
  'record',
  'audit',
])

describe('every example of the help runs', () => {
  const lines = loaded.flatMap(command => command.examples.map(({ line }) => [line, command.name] as const))

  test.each(lines)('%s', async (line, name) => {
    const { status, stderr } = await runLine(
      line,
      line.includes('--base') ||
        line.includes('--stacks') ||
        ['hook', 'diff', 'brief'].includes(name) ||
        needsMachine.has(name)
        ? committedTree()
        : exampleTree(),
    )
    const asksMachine =
      needsMachine.has(name) ||
      ['--stacks', '--live', '--forge city', 'new ratification'].some(option => line.includes(option))
    // What was approved is what an earlier plan has written, and here there was none.
    if (line.includes('--approved'))
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/error TY6511: .*plan\.json/),
      })
    else if (asksMachine && status === 3)
      expect(stderr).toMatch(/^$|^(?:[a-z]+: )?(?:error|错误) TY\d{4}: .+\n/)
    // A form that is made out afterwards says so.
    else
      expect({ status, stderr: stderr.replace(/^warning TY9026: .+\n/, '') }).toEqual({
        status: 0,
        stderr: '',
      })
  })
})

describe('every command', () => {
  test('is registered under its own name, once', () => {
    expect(loaded.map(({ name }) => name)).toEqual(commands.map(({ name }) => name))
    expect(new Set(loaded.map(({ name }) => name)).size).toBe(loaded.length)
  })

  test.each(loaded.map(command => [command.name, command] as const))(
    '%s has examples and speaks both languages',
    (_, command) => {
      expect(command.examples.length).toBeGreaterThan(0)
      const texts = [command, ...command.arguments, ...command.options, ...command.examples].map(
        ({ summary }) => summary,
      )
      for (const { zh, en } of texts) {
        expect(zh).toMatch(/\p{Script=Han}/u)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
    },
  )
})
