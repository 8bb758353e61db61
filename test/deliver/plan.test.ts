import { describe, expect, it } from 'vitest'
import { Mark, planOf, UnreadablePlan } from '../../lib/deliver/plan.ts'

/** What terraform 1.11 prints of a change, as far as it is read. */
function plan(change: object, more: object = {}): string {
  const entry = { address: 'terraform_data.a', mode: 'managed', type: 'terraform_data', change, ...more }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [entry],
    errored: false,
  })
}

function only(text: string) {
  const [change, ...others] = planOf(text).changes
  expect(others).toEqual([])
  return change
}

describe('a plan', () => {
  it('keeps both sides of a change, with what is sensitive and what is not known marked', () => {
    const change = only(
      plan({
        actions: ['update'],
        before: { id: '1', input: { list: ['hunter2', 'y'], name: 'x', password: 'hunter2' } },
        after: { id: '1', input: { list: ['hunter2', 'y'], name: 'z', password: 'hunter2' } },
        after_unknown: { input: { list: [false, false] }, output: true },
        before_sensitive: { input: { list: [true, false], password: true } },
        after_sensitive: { input: { list: [true, false], password: true }, output: {} },
      }),
    )
    expect(change).toMatchObject({ address: 'terraform_data.a', type: 'terraform_data', action: 'update' })
    const input = (name: string) => ({ list: [Mark.sensitive, 'y'], name, password: Mark.sensitive })
    expect(change?.before).toEqual({ id: '1', input: input('x') })
    expect(change?.after).toEqual({ id: '1', input: input('z'), output: Mark.unknown })
    expect(JSON.stringify(change)).not.toContain('hunter2')
    expect(JSON.stringify(change?.after)).toContain('"password":"(sensitive)"')
    expect(JSON.stringify(change?.after)).toContain('"output":"(unknown)"')
  })

  it('hides a whole resource that is sensitive in one piece, and what is not known and sensitive', () => {
    const change = only(
      plan({
        actions: ['create'],
        before: null,
        after: { known: 'hunter2' },
        after_unknown: { token: true, known: false },
        after_sensitive: { token: true, known: true },
      }),
    )
    expect(change?.before).toBeUndefined()
    expect(change?.after).toEqual({ known: Mark.sensitive, token: Mark.sensitive })
  })

  it('tells for the sake of which attributes a resource is made anew, and why one goes', () => {
    const replaced = only(
      plan({
        actions: ['create', 'delete'],
        before: {},
        after: {},
        replace_paths: [['triggers_replace'], ['segments', 0, 'type']],
      }),
    )
    expect(replaced).toMatchObject({
      action: 'replace',
      replacedFor: [['triggers_replace'], ['segments', 0, 'type']],
    })
    const gone = only(
      plan(
        { actions: ['delete'], before: { id: '1' }, after: null },
        { action_reason: 'delete_because_no_resource_config' },
      ),
    )
    expect(gone).toMatchObject({ action: 'delete', reason: 'delete_because_no_resource_config' })
    expect(gone?.after).toBeUndefined()
  })

  it('tells an import that changes something from one that does not', () => {
    const importing = { id: 'x' }
    expect(only(plan({ actions: ['no-op'], before: {}, after: {}, importing }))).toMatchObject({
      action: 'import',
      importId: 'x',
    })
    expect(only(plan({ actions: ['update'], before: {}, after: {}, importing }))).toMatchObject({
      action: 'update',
      importId: 'x',
    })
  })

  it('passes over what data sources read, and keeps drift apart', () => {
    const read = { address: 'data.x.y', mode: 'data', type: 'x', change: { actions: ['read'] } }
    const drifted = {
      address: 'x.y',
      mode: 'managed',
      type: 'x',
      change: { actions: ['update'], before: { a: 1 }, after: { a: 2 } },
    }
    const { changes, drift, engineVersion } = planOf(
      JSON.stringify({
        format_version: '1.2',
        terraform_version: '1.11.4',
        resource_changes: [read],
        resource_drift: [drifted],
      }),
    )
    expect(changes).toEqual([])
    expect(drift).toMatchObject([{ address: 'x.y', action: 'update', before: { a: 1 }, after: { a: 2 } }])
    expect(engineVersion).toBe('1.11.4')
  })

  it.each([
    ['no JSON', 'Warning: something'],
    ['no format', '{}'],
    ['another format', JSON.stringify({ format_version: '2.0' })],
    ['a format that only begins like ours', JSON.stringify({ format_version: '1.2-beta' })],
    ['an error while planning', JSON.stringify({ format_version: '1.2', errored: true })],
    ['an action that nobody knows', plan({ actions: ['forget'], before: {}, after: null })],
    ['no action', plan({ before: {}, after: {} })],
    ['no change', JSON.stringify({ format_version: '1.2', resource_changes: [{ address: 'a', type: 'x' }] })],
    ['no address', plan({ actions: ['create'], before: null, after: {} }, { address: undefined })],
    ['no type', plan({ actions: ['create'], before: null, after: {} }, { type: 1 })],
    ['a resource that is a list', plan({ actions: ['create'], before: null, after: [] })],
  ])('with %s is refused whole', (_what, text) => {
    expect(() => planOf(text)).toThrow(UnreadablePlan)
  })
})
