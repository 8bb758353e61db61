import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RecordedAnswer } from '../../../lib/evidence/index.ts'
import { openVerdictCache } from '../../../scripts/store/verdict-cache.ts'
import { changes, example } from '../example-changes.ts'
import { runHere, temporaryDirectory, testDay } from '../harness.ts'

describe('what was settled before changes nothing of what is found', () => {
  test.each(changes)('with %s', async (_what, change) => {
    const here = example()
    const before = await here.validated()
    change(here)
    const fresh = await here.validated('--no-cache')
    const kept = await here.validated()
    expect(kept).toBe(fresh)
    // What this run settled is no different from what it found out.
    expect(await here.validated()).toBe(fresh)
    if (_what !== 'nothing') expect(fresh).not.toBe(before)
  })

  test('on another day', async () => {
    const here = example()
    await here.validated()
    for (const day of ['2027-11-23', '2025-07-11'])
      expect(await here.validated('--at', day)).toBe(await here.validated('--at', day, '--no-cache'))
  })

  test('on other decisions of evidence on the same manifest', () => {
    const folder = temporaryDirectory()
    const place = {
      root: join(folder, 'data'),
      cacheDirectory: join(folder, 'cache'),
      cacheKeyFile: join(folder, 'keys', 'cache.key'),
      today: testDay,
      actualToday: testDay,
    }
    const file = 'tenants/a/b/c.yaml'
    const source = { file, kind: 'system', bytes: Buffer.from(''), digest: 'd' } as const
    const answer = (number: number): RecordedAnswer => ({
      schema: 'tenantry-grant/v1',
      system: 'a/b/c',
      written: 1,
      request: { index: 0, event: 'submitted', on: testDay },
      events: [],
      record: { number, file: `evidence/2026/00000${number}.json` },
    })
    const cache = openVerdictCache(place, [source])
    cache.keep(source, undefined, [answer(1)])
    cache.save()
    const kept = openVerdictCache(place, [source])
    expect(kept.isClean(source, [answer(1)])).toBe(true)
    expect([[], [answer(2)], [answer(1), answer(2)]].map(answers => kept.isClean(source, answers))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('with a cache in the repository, which is not used and said so', async () => {
    const { root } = example()
    const environment = { XDG_CACHE_HOME: join(root, 'cache') }
    mkdirSync(join(root, 'cache'))
    const { stdout } = await runHere(['validate', '--root', root], { environment })
    expect(stdout).toContain('TY1013')
  })
})
