import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const few = 'ningwu/jiaoyuju@extranet'
const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const quota = 'openstack_compute_quotaset_v2.compute'

interface Answer {
  readonly stacks: readonly {
    readonly stack: string
    readonly status: string
    readonly failure?: {
      readonly code: string
      readonly diagnostics: readonly { readonly summary: string }[]
    }
  }[]
}

/** A later version of the granted servers, with so many processors. */
function laterVersion(place: Site, vcpus: number): void {
  const file = place.path('catalogue/services/compute.yaml')
  const text = readFileSync(file, 'utf8')
  const begin = text.indexOf('- id: ecs.domestic.4c8g')
  const end = text.indexOf('\n  - id: ', begin)
  const item = text.slice(begin, end).trimEnd()
  const last = item.slice(item.lastIndexOf('      - from: '))
  const later = last.replace(/from: \S+/, 'from: 2026-11-01').replace(/vcpus: 4/, `vcpus: ${vcpus}`)
  const closed = last.replace(/(from: \S+\n)/, '$1        to: 2026-10-31\n')
  writeFileSync(
    file,
    `${text.slice(0, begin)}${item.replace(last, `${closed}\n${later}`)}\n${text.slice(end)}`,
  )
}

/** What terraform would say of the quota, for the fake one does not compare values. */
const planned = {
  TF_FAKE_PLANNED: JSON.stringify({
    [stack]: {
      resource_changes: [
        {
          address: quota,
          mode: 'managed',
          type: 'openstack_compute_quotaset_v2',
          change: { actions: ['update'], before: {}, after: {} },
        },
      ],
    },
  }),
}

async function outcome(place: Site, ...argv: readonly string[]) {
  const { status, stdout } = await place.run([...argv, '--json'], planned)
  const { stacks }: Answer = JSON.parse(stdout)
  return { status, of: stacks.find(each => each.stack === stack) }
}

describe('a quota that the catalogue lowers', () => {
  test('stays as it is while no event of the history asks for less, at plan and at apply', async () => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    laterVersion(place, 2)
    const applies = begun(place.trace(), 'apply').length
    for (const argv of [
      ['plan', few],
      ['apply', few, '--yes'],
    ]) {
      const { status, of } = await outcome(place, ...argv)
      expect(status).toBe(1)
      expect(of).toMatchObject({ status: 'failed', failure: { code: 'TY6410' } })
      expect(of?.failure?.diagnostics.map(({ summary }) => summary)).toEqual([
        'quota.compute.cores: 8 → 4 (approved 2023-05-24)',
      ])
    }
    expect(begun(place.trace(), 'apply').slice(applies)).not.toContain(stack)
  })

  test('goes up as it is', async () => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    laterVersion(place, 8)
    expect((await outcome(place, 'plan', few)).of?.status).toBe('planned')
  })
})
