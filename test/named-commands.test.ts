import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeDefinitions } from '../lib/codes.ts'
import { loadCommands } from '../scripts/commands/index.ts'
import { packageRoot } from '../scripts/workspace/package-root.ts'

/** Texts that tell their readers what to run, each with where it stands. */
function texts(): readonly (readonly [where: string, text: string])[] {
  const folder = join(packageRoot, 'lib/schema')
  const workflows = join(packageRoot, 'scripts/init/workflow')
  return [
    ...codeDefinitions.map(one => [one.code, JSON.stringify(one)] as const),
    ...readdirSync(folder).map(file => [file, readFileSync(join(folder, file), 'utf8')] as const),
    ...readdirSync(workflows).map(file => [file, readFileSync(join(workflows, file), 'utf8')] as const),
  ]
}

test('no explanation of a code, no schema and no workflow names a command that there is not', async () => {
  const actions = new Map((await loadCommands()).map(one => [one.name, one.arguments[0]?.choices]))
  const isThere = (name: string, action: string | undefined) =>
    actions.has(name) && (action === undefined || (actions.get(name)?.includes(action) ?? true))
  const named = texts().flatMap(([where, text]) =>
    [...text.matchAll(/(?<![/\w])tenantry ([a-z]+)(?: ([a-z]+))?/g)].map(found => ({ where, found })),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(
    named
      .filter(({ found: [, name = '', action] }) => !isThere(name, action))
      .map(({ where, found }) => [where, found[0]]),
  ).toEqual([])
})
