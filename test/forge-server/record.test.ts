// From the request to the evidence on a real forge, and what comes to the branch without an approval.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { repositoryOn, xueji } from './repository.ts'

const forge = inject('forge')

type OnForge = Awaited<ReturnType<typeof repositoryOn>>

const submitted = `  - event: change-submitted
    on: 2026-11-20
    papers: [{ type: 政务云资源变更申请单, number: BG-1, on: 2026-11-20 }]`

describe.skipIf(forge === undefined)('evidence of a real forge', () => {
  let on: OnForge

  beforeAll(async () => {
    if (forge !== undefined) on = await repositoryOn(forge, 'evidence')
  })

  async function opened(branch: string, line = `# ${branch}`): Promise<number> {
    on.pull()
    on.branch(branch, line)
    on.push('author', branch)
    return await on.open('author', branch)
  }

  it('goes from a request to a record that verifies offline', async () => {
    const change = await opened('request', submitted)
    expect((await on.check(change)).status).toBe('open')
    await on.review('reviewer1', change)
    expect((await on.check(change)).status).toBe('approved')
    await on.merge('author', change, 'merge')
    on.pull()
    expect(await on.record()).toEqual([[change, 'approved']])
    expect(await on.record()).toEqual([])
    expect(await on.verify()).toEqual([])
    expect(on.clone.git('show', `main:${xueji}`)).toContain('change-submitted')
  })

  it.each(['squash', 'rebase', 'rebase-merge', 'merge'])('takes a %s for what was approved', async method => {
    const change = await opened(`by-${method}`)
    on.amend(`# more by ${method}`)
    on.push('author', `by-${method}`)
    await on.review('reviewer1', change)
    await on.merge('author', change, method)
    expect(await on.record()).toEqual([[change, 'approved']])
    expect((await on.verify()).filter(code => code !== 'TY4513')).toEqual([])
  })

  it('2: has a push between the approval and the merge as unapproved', async () => {
    const change = await opened('raced')
    await on.review('reviewer1', change)
    on.amend('# pushed over')
    on.push('author', 'raced')
    await on.merge('author', change, 'merge')
    expect(await on.record()).toEqual([[change, 'unapproved']])
  })

  it('6: has a squash over a base that has moved as what was approved, and what moved it by itself', async () => {
    const change = await opened('behind')
    await on.review('reviewer1', change)
    on.pull()
    on.clone.write('docs/moved.md', 'moved\n')
    on.clone.commit('straight to main')
    on.push('author', 'main')
    await on.merge('author', change, 'squash')
    expect(await on.record()).toEqual([
      [undefined, 'unapproved'],
      [change, 'approved'],
    ])
  })

  it('10: follows no later push to a branch that was merged', async () => {
    const change = await opened('later')
    await on.review('reviewer1', change)
    await on.merge('author', change, 'squash')
    on.amend('# after the merge')
    on.push('author', 'later')
    expect(await on.record()).toEqual([[change, 'approved']])
  })

  it('15, 35: has a merge by an administrator alone, and an approval after it, as unapproved', async () => {
    const change = await opened('forced')
    await expect
      .poll(
        async () =>
          await on.admin.tried('POST', `${on.path}/pulls/${change}/merge`, {
            Do: 'merge',
            force_merge: true,
          }),
        { timeout: 60_000, interval: 500 },
      )
      .toBe(200)
    await on.api('reviewer1').tried('POST', `${on.path}/pulls/${change}/reviews`, { event: 'APPROVED' })
    expect(await on.record()).toEqual([[change, 'unapproved']])
  })

  it('37: has a change that is said to be merged by somebody else’s commit as unapproved', async () => {
    const change = await opened('manual')
    await on.review('reviewer1', change)
    on.pull()
    on.clone.write('docs/other.md', 'other\n')
    const other = on.clone.commit('another commit')
    on.push('author', 'main')
    await on.admin.call('PATCH', on.path, { allow_manual_merge: true })
    const said = await on.admin.tried('POST', `${on.path}/pulls/${change}/merge`, {
      Do: 'manually-merged',
      MergeCommitID: other,
    })
    expect(said).toBe(200)
    expect(await on.record()).toEqual([[change, 'unapproved']])
  })

  it('verifies as a whole, and shows what was cut off', async () => {
    on.pull()
    const found = await on.verify()
    expect(new Set(found)).toEqual(new Set(['TY4513']))
  })
})
