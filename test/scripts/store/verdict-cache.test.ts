import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changes, example } from '../example-changes.ts'
import { runHere } from '../harness.ts'

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

  test('with a cache in the repository, which is not used and said so', async () => {
    const { root } = example()
    const environment = { XDG_CACHE_HOME: join(root, 'cache') }
    mkdirSync(join(root, 'cache'))
    const { stdout } = await runHere(['validate', '--root', root], { environment })
    expect(stdout).toContain('TY1013')
  })
})
