import { expect, test } from 'vitest'
import { runToEnd } from '../../../scripts/terraform/process.ts'

test('what a command writes to its two outputs is kept apart', async () => {
  const script = 'echo "{}"; echo "Warning: old" >&2; exit 3'
  const { PATH = '' } = process.env
  const command = { program: '/bin/sh', arguments: ['-c', script], cwd: '/', environment: { PATH } }
  const ended = await runToEnd(command)
  expect(ended).toEqual({ exitCode: 3, output: '{}\n', errors: 'Warning: old\n', timedOut: false })
})
