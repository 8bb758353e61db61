// Approvals forged on a real forge, each with what becomes of it; the ways are numbered as in test/approval/bypasses.test.ts.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { repositoryOn } from './repository.ts'

const forge = inject('forge')

type OnForge = Awaited<ReturnType<typeof repositoryOn>>

describe.skipIf(forge === undefined)('a change on a real forge', () => {
  let on: OnForge
  let count = 0

  beforeAll(async () => {
    if (forge !== undefined) on = await repositoryOn(forge, 'manifests')
  })

  const nextBranch = (): string => {
    count += 1
    return `change${count}`
  }

  /** A change of the author's that is pushed and opened. */
  async function opened(title?: string) {
    const branch = nextBranch()
    const head = on.branch(branch, `# ${branch}`)
    on.push('author', branch)
    return { branch, head, change: await on.open('author', branch, 'main', title ?? branch) }
  }

  it('is open, then approved by somebody in office, and says so as a status', async () => {
    const { change, head } = await opened()
    expect(await on.check(change)).toEqual({ status: 'open', why: [] })
    await on.review('reviewer1', change)
    expect(await on.check(change)).toEqual({ status: 'approved', why: [] })
    const set = await on.call('approve', 'check', '--change', `${change}`, '--status')
    expect(set.status).toBe(0)
    const statuses = await on.admin.call('GET', `${on.path}/commits/${head}/statuses`)
    expect(statuses).toMatchObject([{ context: 'tenantry/approval', status: 'success' }])
  })

  it('1, 2: is open when it was pushed over, before and after the forge knows it', async () => {
    const { change, branch } = await opened()
    await on.review('reviewer1', change)
    on.amend('# something else')
    on.push('author', branch)
    const { status, why } = await on.check(change)
    expect(status).toBe('open')
    expect(['other-content', 'dismissed']).toContain(why[0])
  })

  it('3: is approved when the target branch was taken in and nothing else', async () => {
    const { change, branch } = await opened()
    await on.review('reviewer1', change)
    on.clone.git('checkout', '--quiet', 'main')
    on.clone.write('docs/note.md', 'note\n')
    on.clone.commit('main moves')
    on.push('author', 'main')
    on.clone.git('checkout', '--quiet', branch)
    on.clone.git('merge', '--quiet', '--no-edit', 'main')
    on.push('author', branch)
    // The forge sees what a branch has become after it has taken the push; until then it contradicts itself, and is refused.
    await expect
      .poll(async () => await on.check(change), { timeout: 120_000, interval: 1_000 })
      .toEqual({ status: 'approved', why: [] })
  })

  it('4: is open when the branch was forced to something else and back', async () => {
    const { change, branch, head } = await opened()
    await on.review('reviewer1', change)
    on.amend('# something else')
    on.push('author', branch)
    on.push('author', '--force', `${head}:refs/heads/${branch}`)
    // The forge writes a push down after it has taken it; until then what was approved is what is there.
    await expect
      .poll(async () => await on.check(change), { timeout: 120_000, interval: 1_000 })
      .toEqual({ status: 'open', why: ['force-push'] })
  })

  it('5: is open when the approval names another commit', async () => {
    const { change } = await opened()
    const main = on.clone.git('rev-parse', 'main')
    await on.review('reviewer1', change, { commit_id: main })
    expect((await on.check(change)).status).toBe('open')
  })

  it('12: is open when it got another target after the approval', async () => {
    on.push('author', 'main:refs/heads/dev')
    const branch = nextBranch()
    on.branch(branch, `# ${branch}`)
    on.push('author', branch)
    const change = await on.open('author', branch, 'dev')
    await on.review('reviewer1', change)
    expect((await on.check(change)).why).toContain('TY4412')
    await on.admin.call('PATCH', `${on.path}/pulls/${change}`, { base: 'main' })
    expect(await on.check(change)).toEqual({ status: 'open', why: ['retarget'] })
  })

  it('14: is open when a draft was approved', async () => {
    const { change } = await opened('WIP: a draft')
    await on.review('reviewer1', change)
    expect(await on.check(change)).toEqual({ status: 'refused', why: ['TY4402'] })
    await on.api('author').call('PATCH', `${on.path}/pulls/${change}`, { title: 'ready' })
    expect(await on.check(change)).toEqual({ status: 'open', why: ['ready'] })
  })

  it('15: is refused while closed, and open when it was approved then', async () => {
    const { change } = await opened()
    await on.api('author').call('PATCH', `${on.path}/pulls/${change}`, { state: 'closed' })
    await on.api('reviewer1').tried('POST', `${on.path}/pulls/${change}/reviews`, { event: 'APPROVED' })
    expect((await on.check(change)).why).toContain('TY4402')
    await on.api('author').call('PATCH', `${on.path}/pulls/${change}`, { state: 'open' })
    expect((await on.check(change)).status).toBe('open')
  })

  it('19: is open when the reviewer has pushed what another opened', async () => {
    const branch = nextBranch()
    on.branch(branch, `# ${branch}`)
    on.push('reviewer1', branch)
    const change = await on.open('author', branch)
    await on.review('reviewer1', change)
    expect(await on.check(change)).toEqual({ status: 'open', why: ['author'] })
    await on.review('reviewer2', change)
    expect((await on.check(change)).status).toBe('approved')
  })

  it('19: is open when the reviewer has pushed to it once it was open', async () => {
    const { change, branch } = await opened()
    on.amend('# by the reviewer')
    on.push('reviewer1', branch)
    await on.review('reviewer1', change)
    expect((await on.check(change)).why).toContain('author')
  })

  it('20: takes no name in a commit for whoever pushed', async () => {
    const branch = nextBranch()
    on.branch(branch, `# ${branch}`)
    on.clone.git('commit', '--amend', '--quiet', '--no-edit', '--author=reviewer1 <reviewer1@gov.test>')
    on.push('author', branch)
    const change = await on.open('author', branch)
    await on.review('reviewer1', change)
    expect(await on.check(change)).toEqual({ status: 'approved', why: [] })
  })

  it('23: is open when somebody without the office approves', async () => {
    const { change } = await opened()
    await on.review('reader', change)
    await on.review('cashier', change)
    expect(await on.check(change)).toEqual({ status: 'open', why: ['no-role', 'unknown-account'] })
  })

  it('29: is refused while a refusal stands, though a review is asked for again', async () => {
    const { change } = await opened()
    await on.review('reviewer2', change, { event: 'REQUEST_CHANGES', body: 'no' })
    await on.review('reviewer1', change)
    await on.api('author').tried('POST', `${on.path}/pulls/${change}/requested_reviewers`, {
      reviewers: ['reviewer2'],
    })
    expect((await on.check(change)).status).toBe('refused')
  })

  it('30: is refused though an administrator dismisses the refusal, and open when one dismisses the approval', async () => {
    const { change } = await opened()
    const refusal = await on.review('reviewer2', change, { event: 'REQUEST_CHANGES', body: 'no' })
    const approval = await on.review('reviewer1', change)
    const dismiss = async ({ id }: Record<string, unknown>) =>
      await on.admin.call('POST', `${on.path}/pulls/${change}/reviews/${id}/dismissals`, { message: 'x' })
    await dismiss(refusal)
    expect((await on.check(change)).status).toBe('refused')
    await on.review('reviewer2', change)
    expect((await on.check(change)).status).toBe('approved')
    await dismiss(approval)
    expect((await on.check(change)).status).toBe('approved')
  })

  it('31: is open when the approval was deleted', async () => {
    const { change } = await opened()
    const { id } = await on.review('reviewer1', change)
    await on.api('reviewer1').call('DELETE', `${on.path}/pulls/${change}/reviews/${id}`)
    expect(await on.check(change)).toEqual({ status: 'open', why: [] })
  })

  it('33: is approved by the sixty-first of its reviews', async () => {
    const { change } = await opened()
    for (let comment = 0; comment < 60; comment += 1)
      await on.review('reader', change, { event: 'COMMENT', body: `${comment}` })
    await on.review('reviewer1', change)
    expect((await on.check(change)).status).toBe('approved')
  })

  it('37: is refused once it is merged', async () => {
    const { change } = await opened()
    await on.review('reviewer1', change)
    await expect
      .poll(
        async () => await on.api('author').tried('POST', `${on.path}/pulls/${change}/merge`, { Do: 'merge' }),
        {
          timeout: 30_000,
        },
      )
      .toBe(200)
    expect((await on.check(change)).why).toContain('TY4402')
  })
})
