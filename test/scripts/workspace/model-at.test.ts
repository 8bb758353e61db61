import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Model } from '../../../lib/model/model.ts'
import { objectId } from '../../../scripts/git/objects.ts'
import { contextOf } from '../../../scripts/terminal/global-options.ts'
import { modelAt } from '../../../scripts/workspace/model-at.ts'
import { loadRepository } from '../../../scripts/workspace/repository.ts'
import { commitAll } from '../../commit-all.ts'
import { changes, type Example, example } from '../example-changes.ts'
import { recordingHost } from '../harness.ts'

function contextIn({ root, environment }: Example) {
  return contextOf({ root }, 'en', recordingHost({ environment }).host)
}

/** What a model says, whichever way it was had. */
function told(read: () => Model | undefined): unknown {
  try {
    const model = read()
    return {
      systems: model?.systems.map(({ address, document: { file }, value }) => [address, file, value]),
      units: model?.units.map(({ address, document: { file }, value }) => [address, file, value]),
      items: model?.catalogue.allItems.map(({ value }) => value),
      leftOut: model?.leftOut,
    }
  } catch (error) {
    return error
  }
}

describe('a commit is the same model, whatever is known of the repository as it is now', () => {
  test.each(changes)('with %s between them', (_what, change) => {
    const here = example()
    const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: here.root })
    commitAll(here.root)
    change(here)
    if (_what !== 'nothing') commitAll(here.root)
    const context = contextIn(here)
    const unknown = { sources: [], findings: [] }
    const compared = (ref: string) => {
      const now = loadRepository(context)
      const fresh = told(() => modelAt({ ...context, cacheDirectory: undefined }, ref, unknown).model)
      expect(told(() => modelAt(context, ref, now).model)).toEqual(fresh)
      expect(told(() => modelAt({ ...context, cacheDirectory: undefined }, ref, now).model)).toEqual(fresh)
    }
    const first = git('rev-list', '--max-parents=0', 'HEAD').toString().trim()
    const last = git('rev-parse', 'HEAD').toString().trim()
    compared(first)
    git('checkout', '--quiet', first)
    compared(last)
  })
})

test.each(['sha1', 'sha256'])('content has the name that git gives it, in a repository of %s', format => {
  const { root } = example()
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: root }).toString().trim()
  git('init', '--quiet', `--object-format=${format}`)
  const file = 'catalogue/platform.yaml'
  const name = git('hash-object', file)
  expect(objectId(readFileSync(join(root, file)), name)).toBe(name)
})
