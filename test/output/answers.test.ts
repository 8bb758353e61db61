import { describe, expect, test } from 'vitest'
import { outputId, outputVersions } from '../../lib/output/index.ts'
import { outputSchemas } from '../../lib/output/schemas.ts'
import { commands } from '../../scripts/commands/index.ts'
import { exampleTree } from '../documents.ts'
import { departuresOf } from '../outputs.ts'
import { runHere, temporaryDirectory } from '../scripts/harness.ts'

const day = ['--at', '2026-11-23']
const system = 'ningwu/jiaoyuju/xueji-guanli'

/** A call of each command that answers here, and what it answers with. What needs clouds is tried where they are. */
const calls: readonly (readonly [answer: string, argv: readonly string[]])[] = [
  ['findings', ['validate', ...day]],
  ['files', ['fmt', '--check']],
  ['files', ['migrate', '--check']],
  ['run', ['run', ...day]],
  ['codes', ['explain']],
  ['codes', ['explain', 'TY4201']],
  ['systems', ['show', ...day]],
  ['systems', ['show', '--at', '2020-01-01']],
  ['status', ['status', ...day]],
  ['status', ['status', '--at', '2025-07-08']],
  ['deadlines', ['deadlines', '--all', ...day]],
  ['regulations', ['regulations']],
  ['forms', ['form', 'list', 'ningwu']],
  ['fields', ['form', 'list', '--fields']],
  ['form', ['form', 'receipt', system, '--out', 'receipt.docx', ...day]],
  ['allocations', ['allocate']],
  ['files', ['schema']],
  ['files', ['schema', '--answers', 'answers']],
  // Without a map of owners; what it writes is tried where one is.
  ['failure', ['owners']],
  ['stacks', ['synth', '--out', 'out', ...day]],
  ['isolation', ['prove', 'ningwu', ...day]],
  ['policies', ['policy']],
  ['checks', ['doctor']],
  ['state-home', ['state', 'where']],
  ['files', ['init', 'data']],
  ['failure', ['show', 'nowhere']],
  ['failure', ['explan']],
]

describe('an answer for programs', () => {
  test.each(calls)('%s is what its schema says, and names it: %j', async (answer, argv) => {
    const cwd = exampleTree()
    const { stdout } = await runHere([...argv, '--json'], {
      cwd,
      environment: { HOME: temporaryDirectory() },
    })
    expect(JSON.parse(stdout).schema).toBe(`tenantry/${answer}/v1`)
  })

  test('is refused by its schema with one member more, less or other', () => {
    const sound = { schema: 'tenantry/state-home/v1', home: '/home', repository: null }
    expect(departuresOf(JSON.stringify(sound))).toEqual([])
    const { home: _home, ...less } = sound
    for (const other of [{ ...sound, more: 1 }, less, { ...sound, home: 1 }])
      expect(departuresOf(JSON.stringify(other))).toHaveLength(1)
    expect(departuresOf('{}')).toHaveLength(1)
  })

  test('has a schema of its name and version, and no schema is left over', () => {
    const ids = Object.entries(outputVersions).map(([name, version]) => [
      name,
      `tenantry/${name}/v${version}`,
    ])
    const written = [...outputSchemas].flatMap(([name, { properties }]) =>
      name === 'common' ? [] : [[name, JSON.parse(JSON.stringify(properties)).schema.const]],
    )
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(ids))
    expect(outputId('status')).toBe('tenantry/status/v1')
  })

  test('is tried for every command that can be tried without a cloud', () => {
    const elsewhere = [
      'approve',
      'brief',
      'diff',
      'policy',
      'record',
      'audit',
      'drift',
      'plan',
      'apply',
      'destroy',
      'new',
      'hook',
    ]
    const silent = ['completion']
    const tried = new Set(calls.map(([, [command]]) => command))
    const names = commands.map(({ name }) => name).filter(name => ![...elsewhere, ...silent].includes(name))
    expect(names.filter(name => !tried.has(name))).toEqual([])
  })
})
