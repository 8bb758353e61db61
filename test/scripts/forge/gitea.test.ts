import { describe, expect, it } from 'vitest'
import { gitea } from '../../../scripts/forge/gitea.ts'
import { forgeClient } from '../../../scripts/forge/index.ts'
import { listening } from './server.ts'

const [merged, squashed, other] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)]
const pulls = [
  { number: 6, merged: false, merge_commit_sha: null },
  { number: 7, merged: true, merge_commit_sha: merged },
  { number: 8, merged: false, merge_commit_sha: other },
]

/** A forge that knows the changes of its commits by a path of its own, or as Gitea 1.22 by their list alone. */
async function pretended(knowsPath: boolean, waits: number[] = []) {
  const address = await listening((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const path = pathname.replace('/api/v1/repos/gov/manifests', '')
    if (knowsPath && path === `/commits/${squashed}/pull`)
      return void response.end(JSON.stringify({ number: 9, merged: true, merge_commit_sha: squashed }))
    if (path !== '/pulls') return void response.writeHead(404).end('{}')
    response.end(JSON.stringify(searchParams.get('page') === '1' ? pulls : []))
  })
  const wait = async (milliseconds: number) => waits.push(milliseconds)
  return forgeClient({ address, api: gitea.apiOf(address), authorisation: {}, ca: undefined, wait })
}

describe('Gitea', () => {
  it('says which change a commit is the merge of, by its path or by the list of changes', async () => {
    const [forgejo, old] = [await pretended(true), await pretended(false)]
    expect(await gitea.changeMergedAs(forgejo, 'gov/manifests', squashed)).toBe(9)
    expect(await gitea.changeMergedAs(old, 'gov/manifests', merged)).toBe(7)
  })

  it('takes no change that is not merged for one that is, and looks again for a while', async () => {
    const waits: number[] = []
    const client = await pretended(false, waits)
    expect(await gitea.changeMergedAs(client, 'gov/manifests', other)).toBeUndefined()
    expect(waits).toEqual([500, 1_000, 2_000])
  })
})
