import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../scripts/commands/index.ts'
import { commandsPage } from '../../scripts/commands-page.ts'
import { packageRoot } from '../../scripts/package-root.ts'

test('docs/commands.md says what the commands say (npm run docs writes it)', async () => {
  const loaded = await Promise.all(commands.map(entry => entry.load()))
  await expect(commandsPage(loaded)).toMatchFileSnapshot(join(packageRoot, 'docs/commands.md'))
})
