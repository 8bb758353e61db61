import { beforeAll, describe, expect, inject, it } from 'vitest'
import { isRecord } from '../../lib/model/record.ts'
import { repositoryOn } from './repository.ts'

const forge = inject('forge')

describe.skipIf(forge === undefined)('the open changes of a real forge', () => {
  let on: Awaited<ReturnType<typeof repositoryOn>>
  beforeAll(async () => {
    if (forge !== undefined) on = await repositoryOn(forge, 'pending')
  })

  const listed = async (path: string) => {
    const found = await on.admin.call('GET', `${on.path}${path}`)
    return Array.isArray(found) ? found.filter(isRecord) : []
  }
  const statusesOf = async (commit: string) =>
    (await listed(`/commits/${commit}/statuses`))
      .filter(({ context }) => context === 'tenantry/approval')
      .map(({ status }) => status)

  it('are fetched and judged one by one, each with its status and its one brief, and closed ones left alone', async () => {
    const heads = [on.branch('first'), on.branch('second', '# another note')]
    on.push('author', 'first', 'second')
    const numbers = [await on.open('author', 'first'), await on.open('author', 'second')]
    const judged = async () => {
      const { status, stdout, stderr } = await on.call('approve', 'pending', '--status', '--comment')
      expect([status, stderr]).toEqual([0, ''])
      return stdout.split('\n').map(line => line.split('  ').slice(0, 2).join(' '))
    }
    await judged()
    await on.review('reviewer1', numbers[0] ?? 0)
    // The forge may tell of a push a while after it has taken it.
    await expect
      .poll(judged, { timeout: 60_000 })
      .toEqual([`#${numbers[0]} approved`, `#${numbers[1]} open`, ''])
    expect((await statusesOf(heads[0] ?? ''))[0]).toBe('success')
    expect((await statusesOf(heads[1] ?? ''))[0]).toBe('pending')
    for (const number of numbers) expect(await listed(`/issues/${number}/comments`)).toHaveLength(1)

    await on.api('author').call('PATCH', `${on.path}/pulls/${numbers[0]}`, { state: 'closed' })
    expect(await judged()).toEqual([`#${numbers[1]} open`, ''])
  }, 180_000)
})
