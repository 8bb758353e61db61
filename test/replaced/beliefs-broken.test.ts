// No manifest that the rules let pass breaks a belief, so that a breach is put where the proof of one would be.
import { expect, test, vi } from 'vitest'
import type { Gate } from '../../scripts/terraform/gate.ts'
import type { Ready } from '../../scripts/terraform/plan-run.ts'
import { begun, site } from '../deliver/delivery.ts'

vi.mock('../../scripts/terraform/belief-gate.ts', () => ({ heldToBeliefs: brokenBySystems }))

async function brokenBySystems(_surroundings: unknown, _request: unknown, ready: Ready): Promise<Ready> {
  const breach = { address: undefined, message: { zh: '越界', en: 'beyond' } }
  const gate: Gate = (stack, planned) =>
    ready.session.gate(stack, { ...planned, breaches: stack.kind === 'system' ? [breach] : [] })
  return { ...ready, session: { ...ready.session, gate } }
}

interface Result {
  readonly stack: string
  readonly status: string
  readonly failure?: { readonly code: string }
}

test.each([
  // Nothing stands yet: of systems terraform is not asked, and they are refused for what they would hold.
  ['plan', [], 'planned -'],
  ['apply', ['--yes'], 'applied -'],
] as const)('%s refuses the stacks that break a belief, and no other', async (command, more, end) => {
  const place = await site()
  const { status, stdout } = await place.run([command, ...more, '--json'])
  expect(status).toBe(1)
  const results: readonly Result[] = JSON.parse(stdout).stacks
  const endsOf = (isSystem: boolean) =>
    new Set(
      results
        .filter(({ stack }) => stack.startsWith('system_') === isSystem)
        .map(({ status: what, failure }) => `${what} ${failure?.code ?? '-'}`),
    )
  expect(endsOf(true)).toEqual(new Set(['failed TY6507']))
  expect(endsOf(false)).toEqual(new Set([end]))
  expect(begun(place.trace(), 'apply').filter(stack => stack.startsWith('system_'))).toEqual([])
})
