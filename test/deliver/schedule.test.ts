import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schedule } from '../../lib/deliver/schedule.ts'

interface Case {
  readonly tasks: readonly { readonly name: string; readonly after: readonly string[] }[]
  readonly failing: ReadonlySet<string>
  readonly parallel: number
}

/** Two levels, as stacks have them: foundations, and what stands on some of them. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    foundations: fc.integer({ min: 0, max: 6 }),
    houses: fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { maxLength: 12 }),
    failing: fc.array(fc.nat(20)),
    parallel: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ foundations, houses, failing, parallel }) => {
    const base = Array.from({ length: foundations }, (_, index) => ({ name: `f${index}`, after: [] }))
    const upper = houses.map((after, index) => ({ name: `h${index}`, after: after.map(item => `f${item}`) }))
    const tasks = [...base, ...upper]
    const names = tasks.map(({ name }) => name)
    return { tasks, failing: new Set(failing.flatMap(index => names[index] ?? [])), parallel }
  })

async function play({ tasks, failing, parallel }: Case) {
  const log: string[] = []
  const skipped = new Map<string, string>()
  let running = 0
  let most = 0
  await schedule(tasks, {
    parallel,
    stopped: () => false,
    skip: ({ name }, because) => skipped.set(name, because),
    run: async ({ name }) => {
      running += 1
      most = Math.max(most, running)
      log.push(`+${name}`)
      await new Promise(resolve => setImmediate(resolve))
      log.push(`-${name}`)
      running -= 1
      return !failing.has(name)
    },
  })
  return { log, skipped, most }
}

describe('a schedule', () => {
  test('runs everything once after what it stands on, never too much at a time, and skips what stands on a failure', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async given => {
        const { log, skipped, most } = await play(given)
        const known = new Set(given.tasks.map(({ name }) => name))
        expect(most).toBeLessThanOrEqual(given.parallel)
        for (const { name, after } of given.tasks) {
          const culprits = after.filter(item => given.failing.has(item))
          expect(log.filter(entry => entry === `+${name}`)).toHaveLength(culprits.length === 0 ? 1 : 0)
          if (culprits.length > 0) expect(culprits).toContain(skipped.get(name))
          else
            for (const item of after.filter(item => known.has(item)))
              expect(log.indexOf(`-${item}`)).toBeLessThan(log.indexOf(`+${name}`))
        }
        expect(log.filter(entry => entry.startsWith('+')).length + skipped.size).toBe(given.tasks.length)
      }),
    )
  })

  test('starts nothing more once it is stopped, and waits for what runs', async () => {
    const ended: string[] = []
    let stop = false
    await schedule(
      [
        { name: 'a', after: [] },
        { name: 'b', after: [] },
        { name: 'c', after: ['a'] },
      ],
      {
        parallel: 1,
        stopped: () => stop,
        skip: () => {},
        run: async ({ name }) => {
          stop = true
          await new Promise(resolve => setImmediate(resolve))
          ended.push(name)
          return true
        },
      },
    )
    expect(ended).toEqual(['a'])
  })

  test.each([
    [4, 4],
    [2, 4],
  ])('lets a group of tasks that hang take no place of another: %i places', async (parallel, count) => {
    const tasks = ['hung', 'sound'].flatMap(group =>
      Array.from({ length: count }, (_, index) => ({ name: `${group}${index}`, group, after: [] })),
    )
    const released = Promise.withResolvers<boolean>()
    const done: string[] = []
    let busy = 0
    const ended = schedule(tasks, {
      parallel,
      groupOf: ({ group }) => group,
      stopped: () => false,
      skip: () => {},
      run: async ({ name, group }) => {
        busy += 1
        expect(busy).toBeLessThanOrEqual(parallel)
        const succeeded = group === 'hung' ? await released.promise : true
        busy -= 1
        done.push(name)
        if (done.length === count) released.resolve(true)
        return succeeded
      },
    })
    await ended
    expect(done.slice(0, count)).toEqual(['sound0', 'sound1', 'sound2', 'sound3'])
    expect(done).toHaveLength(2 * count)
  })
})
