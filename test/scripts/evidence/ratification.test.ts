import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { statusOfDecision } from '../../../lib/approval/index.ts'
import type { AnyFinding } from '../../../lib/finding/finding.ts'
import { decidedChange } from '../../../scripts/workspace/decided-change.ts'
import { loadRepository } from '../../../scripts/workspace/repository.ts'
import { unbackedIn } from '../../../scripts/workspace/unbacked.ts'
import type { Scratch } from '../git/scratch.ts'
import { runHere, testDay } from '../harness.ts'
import { appendTo, approvedChange, evidenceSince, oneMoreAsked, replaceIn, xueji } from './approved-change.ts'

const people = 'catalogue/people.yaml'
const edits = { before: (made: Scratch) => evidenceSince(made, testDay), change: oneMoreAsked }
type On = Awaited<ReturnType<typeof approvedChange>>

/** Who decides on the catalogue elsewhere. */
const deciders = [
  ['datong', 'manager'],
  ['jiuquan', 'authority'],
  ['xishuangbanna', 'authority'],
  ['zhejiang', 'authority'],
] as const

interface Naming {
  readonly number: number
  readonly digest: string
  readonly by?: string
  readonly reason?: string
}

const fileOf = ({ number }: Naming) => `catalogue/ratifications/${number}.yaml`

function textOf({ number, digest, by, reason = '停电期间抢修' }: Naming): string {
  const brought = by === undefined ? '' : `broughtBy: [${by}]\n`
  return `apiVersion: tenantry/v1\nkind: Ratification\nrecord: { number: ${number}, digest: ${digest} }\n${brought}reason: ${reason}\npaper: 宁政数函〔2026〕8号\n`
}

/** A commit on a branch of its own; the main branch is checked out again. */
function branched(on: On, edit: () => void): string {
  on.git('checkout', '--quiet', '-B', 'next', 'main')
  edit()
  const head = on.commit('next')
  on.git('checkout', '--quiet', 'main')
  return head
}

function merged(on: On, head: string, more: Parameters<On['publishNext']>[1] = {}): void {
  on.git('merge', '--quiet', '--no-ff', '--no-edit', head)
  on.publishNext(head, more)
}

/** What reviews of a change come to while it is open. */
function judged(on: On, head: string) {
  const { place, pinned } = on.recording
  const { pushes, reviews, ...open } = on.open()
  const own = {
    targetTip: on.git('rev-parse', 'main'),
    head,
    pushes: pushes.map(push => ({ ...push, head })),
    reviews: reviews.map(review => ({ ...review, commit: head })),
  }
  const now = loadRepository(place, { check: false })
  const { decision, objections } = decidedChange({ place, pinned, facts: { ...open, ...own }, now })
  return [statusOfDecision(decision, objections), ...objections.map(placed)]
}

const placed = (one: AnyFinding) =>
  'file' in one && 'range' in one
    ? `${one.code} ${one.file}:${one.range.start.line}:${one.range.start.column}`
    : one.code

function unbacked(on: On) {
  const { decisions, sources } = loadRepository(on.recording.place)
  return unbackedIn(on.recording.place, decisions, sources).map(({ file, record }) => [file, record?.number])
}

const here = (on: On) => ({ cwd: on.root, environment: { PATH: process.env.PATH } })

async function newest(on: On): Promise<Naming> {
  const { tip } = await on.verified()
  if (tip === undefined) throw new Error('no record')
  return tip
}

async function pushed(on: On, edit: () => void) {
  edit()
  on.commit('straight to main')
  on.publish()
  return await on.record()
}

describe('a change that ratifies what came past the policy', () => {
  it('lets stand what an administrator merged without a review, and answers its request', async () => {
    const on = await approvedChange(edits)
    on.git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
    on.publishNext(on.head, { number: 7, reviews: [] })
    expect(await on.record()).toEqual([[1, 'unapproved']])
    expect(unbacked(on)).toEqual([[xueji, 1]])
    const events = () =>
      loadRepository(on.recording.place)
        .model?.systemByAddress.get('ningwu/jiaoyuju/xueji-guanli')
        ?.value.history.slice(-2)
        .map(({ event }) => event)
    expect(events()?.at(-1)).toBe('change-submitted')
    const apply = ['apply', 'ningwu/jiaoyuju/xueji-guanli', '--yes', '--lang', 'en']
    const refused = await runHere(apply, here(on))
    expect(refused.stdout + refused.stderr).toMatch(/TY4516[\s\S]*catalogue\/ratifications/)
    expect((await on.verified()).findings.map(({ code }) => code)).toEqual(['TY4513'])

    const naming = await newest(on)
    const ratify = async (...argv: readonly string[]) => {
      const { status, stderr } = await runHere(['new', 'ratification', ...argv, '--lang', 'en'], here(on))
      return [status, stderr]
    }
    const words = ['--reason', '停电期间抢修', '--basis', '宁政数函〔2026〕8号']
    expect(await ratify('9', ...words)).toEqual([1, expect.stringMatching(/TY4517.*audit log/)])
    expect(await ratify('1', '--reason', '抢修')).toEqual([2, expect.stringMatching(/TY90\d\d.*--basis/)])
    on.git('checkout', '--quiet', '-B', 'next', 'main')
    expect(await ratify('1', ...words)).toEqual([0, ''])
    const written = readFileSync(join(on.root, fileOf(naming)), 'utf8')
    expect(written).toContain(`record: { number: 1, digest: ${naming.digest} }`)
    expect(written).toMatch(new RegExp(`^# ${xueji}\\n[\\s\\S]*^# P-2 参与`, 'm'))
    const head = on.commit('next')
    on.git('checkout', '--quiet', 'main')
    expect(judged(on, head)).toEqual(['approved'])
    const brief = await runHere(['brief', `main..${head}`, '--lang', 'en'], here(on))
    // Of the one county whose request it was, and of nobody else whose the catalogue is.
    expect(brief.stdout).toMatch(/Ningwu/)
    expect(brief.stdout).not.toMatch(/Datong|TY45/)
    merged(on, head)
    expect(await on.record()).toEqual([[2, 'approved']])
    expect(unbacked(on)).toEqual([])
    expect(events()).toEqual(['change-submitted', 'change-approved'])
    const { findings, records } = await on.verified()
    expect([findings, records.map(({ ratifies }) => ratifies)]).toEqual([[], [[], [1]]])
    expect(await ratify('1', ...words)).toEqual([1, expect.stringMatching(/TY4518.*by record 2/)])
    expect(await ratify('2', ...words)).toEqual([1, expect.stringMatching(/TY4518.*was approved/)])
  }, 120_000)

  it('is refused for another record, another digest, its own author, and anything beside it', async () => {
    const on = await approvedChange(edits)
    expect(await pushed(on, () => appendTo(on, xueji, '# pushed\n'))).toEqual([[1, 'unapproved', 'TY4513']])
    const naming = { ...(await newest(on)), by: 'P-2' }
    const of = (more: Partial<Naming>, edit = () => {}) =>
      judged(
        on,
        branched(on, () => {
          const named = { ...naming, ...more }
          on.write(fileOf(named), textOf(named))
          edit()
        }),
      )
    const file = fileOf(naming)
    expect(of({})).toEqual(['approved'])
    expect(of({ digest: 'a'.repeat(64) })).toEqual(['refused', `TY4517 ${file}:3:30`])
    expect(of({ number: 9 })).toEqual(['refused', 'TY4517 catalogue/ratifications/9.yaml:3:19'])
    // Nobody knows who pushed, and the one who is named does not count.
    const { by: _, ...unstated } = naming
    const silent = branched(on, () => on.write(file, textOf(unstated)))
    expect(judged(on, silent)).toEqual(['refused', `TY4524 ${file}:3:9`])
    expect(of({ by: 'P-3' })).toEqual(['open'])
    expect(of({}, () => on.write('docs/x.md', 'x\n'))).toEqual(['refused', `TY4519 ${file}:3:9`])
    expect(of({}, () => oneMoreAsked(on))).toEqual(['refused', `TY4519 ${file}:3:9`])
    // Whoever writes it is told before anybody looks at it.
    on.git('checkout', '--quiet', 'next')
    const argv = ['validate', '--base', 'main', '--format', 'json', '--lang', 'en']
    const told = await runHere(argv, here(on))
    expect(told.stdout).toMatch(/"TY4519"/)
    on.git('checkout', '--quiet', 'main')
    expect(unbacked(on)).toEqual([[xueji, 1]])
    const unsaid = ['new', 'ratification', '1', '--reason', '抢修', '--basis', '宁政数函〔2026〕8号']
    expect((await runHere([...unsaid, '--lang', 'en'], here(on))).stderr).toMatch(/--brought-by/)

    // Pushed itself, it ratifies nothing.
    const straight = await pushed(on, () => on.write(file, textOf(naming)))
    expect(straight).toEqual([[2, 'unapproved', 'TY4513']])
    expect(unbacked(on)).toEqual([
      [xueji, 1],
      [file, 2],
    ])
    const head = branched(on, () => on.write(file, textOf({ ...naming, reason: '另行说明' })))
    merged(on, head)
    const record = await on.record()
    expect(record).toEqual([[3, 'approved']])
    expect(unbacked(on)).toEqual([[file, 2]])
    expect(of({ reason: '再次追认' })).toEqual(['refused', `TY4518 ${file}:3:19`])
    const third = { ...(await newest(on)), by: 'P-2' }
    expect(of(third)).toEqual(['refused', `TY4518 ${fileOf(third)}:3:19`])
  }, 120_000)

  it('is refused for what cannot be understood, which is put back instead', async () => {
    const on = await approvedChange(edits)
    expect(await pushed(on, () => replaceIn(on, xueji, 'kind: System', 'kind: Sistem'))).toEqual([
      [1, 'unapproved', 'TY4513'],
    ])
    const naming = { ...(await newest(on)), by: 'P-2' }
    const head = branched(on, () => on.write(fileOf(naming), textOf(naming)))
    expect(judged(on, head)).toContain(`TY4525 ${fileOf(naming)}:3:19`)
    await pushed(on, () => replaceIn(on, xueji, 'kind: Sistem', 'kind: System'))
    expect(unbacked(on)).toEqual([])
  }, 120_000)

  it('is decided on by the people from before where it ratifies who decides', async () => {
    const before = (made: Scratch) => {
      edits.before(made)
      // The table is everybody's.
      for (const [jurisdiction, role] of deciders)
        replaceIn(
          made,
          people,
          'offices:\n',
          `offices:\n  - { person: P-3, jurisdiction: ${jurisdiction}, roles: [${role}], from: 2026-01-01 }\n`,
        )
    }
    const on = await approvedChange({ ...edits, before })
    const usurped = () => {
      replaceIn(
        on,
        people,
        'offices:\n',
        `offices:\n  - { person: P-2, jurisdiction: ningwu, roles: [authority], from: ${testDay} }\n`,
      )
      replaceIn(on, people, 'P-3, jurisdiction: ningwu', 'P-8, jurisdiction: ningwu')
    }
    expect(await pushed(on, usurped)).toEqual([[1, 'unapproved', 'TY4513']])
    const naming = { ...(await newest(on)), by: 'P-4' }
    const noted = branched(on, () => appendTo(on, xueji, '# a note\n'))
    expect(judged(on, noted)).toEqual(['refused', 'TY4526'])
    const head = branched(on, () => on.write(fileOf(naming), textOf(naming)))
    // P-3 holds no office any more by what was pushed.
    expect(judged(on, head)).toEqual(['approved'])

    // The other way out: what is put back is backed.
    const back = branched(on, () => on.git('checkout', '--quiet', 'main~1', '--', people))
    merged(on, back, { reviews: [] })
    expect(await on.record()).toEqual([[2, 'unapproved', 'TY4029', 'TY4526']])
    expect(unbacked(on)).toEqual([])
    expect(
      judged(
        on,
        branched(on, () => appendTo(on, xueji, '# a note\n')),
      ),
    ).toEqual(['approved'])
  }, 120_000)
})
