// Runs that are killed at moments nobody chose, over one pair of clouds; what is done is kept, so that it can go on.
import { labClouds } from '../clouds.ts'
import { emptyCloud } from '../lab/control.ts'
import type { Campaign, Plan, Report } from '../long/campaign.ts'
import { type Ground as Kept, keepIn, keptIn } from '../long/kept.ts'
import { copyRepository } from '../repository.ts'
import { openZones } from '../zones.ts'
import { courses, type Kill, killOf } from './kill.ts'
import { type Ground, type Trial, tryKill } from './trial.ts'

interface Progress extends Kept {
  /** The next kill. */
  readonly turn: number
  readonly struck: number
  /** After how many the next run had to be told to take up what nobody had written down. */
  readonly adopted: number
  /** How many kills there were of whom in the middle of what, and what the codes were of those who could still say one. */
  readonly counts: Readonly<Record<string, number>>
  readonly failures: readonly { readonly turn: number; readonly kill: Kill; readonly why: string }[]
}

const outputKept = 4000

export const kills: Campaign = {
  name: 'kills',
  usualCount: 100,
  run: async (plan, say) => {
    const { commit, seed } = plan
    const kept = keptIn<Progress>(plan.file, {
      commit,
      seed,
      turn: 0,
      struck: 0,
      adopted: 0,
      counts: {},
      failures: [],
    })
    if (kept.turn > 0) say(`going on after ${kept.struck} kills`)
    return reportOf(await allOf(plan, anew(kept), say))
  },
}

/** Empty clouds are where a first apply begins. */
function anew(progress: Progress): Progress {
  return { ...progress, turn: Math.ceil(progress.turn / courses.length) * courses.length }
}

async function allOf(plan: Plan, begun: Progress, say: (line: string) => void): Promise<Progress> {
  let progress = begun
  let ground = await open()
  while (progress.struck < plan.wanted) {
    const kill = killOf(plan.seed, progress.turn)
    const trial = await tryKill(ground, kill)
    progress = after(progress, kill, trial)
    if (trial.end === 'failed') {
      await close(ground)
      ground = await open()
      progress = anew(progress)
    }
    keepIn(plan.file, progress)
    say(`${progress.struck} of ${plan.wanted} kills, ${progress.failures.length} not put right`)
  }
  await close(ground)
  return progress
}

function after(progress: Progress, kill: Kill, trial: Trial): Progress {
  const { turn } = progress
  const next = { ...progress, turn: turn + 1 }
  if (trial.end === 'missed') return next
  const struck = progress.struck + 1
  if (trial.end === 'failed') {
    const why = trial.why.slice(-outputKept)
    return { ...next, struck, failures: [...progress.failures, { turn, kill, why }] }
  }
  const names = [`${kill.victim} in ${kill.course}`, ...trial.codes]
  return {
    ...next,
    struck,
    adopted: progress.adopted + (trial.adopted ? 1 : 0),
    counts: counted(progress.counts, names),
  }
}

function counted(counts: Progress['counts'], names: readonly string[]): Progress['counts'] {
  const others = Object.fromEntries(names.map(name => [name, (counts[name] ?? 0) + 1]))
  return { ...counts, ...others }
}

function reportOf({ turn, struck, adopted, counts, failures }: Progress): Report {
  const lines = [
    `${struck} kills, ${turn - struck} that came too late, ${failures.length} not put right by the next run`,
    `told to take up what nobody had written down: ${adopted}`,
    ...Object.entries(counts)
      .sort()
      .map(([name, count]) => `${name}: ${count}`),
    ...failures.map(({ turn, kill, why }) => `turn ${turn}: ${JSON.stringify(kill)}\n${why}`),
  ]
  return { lines, failures: failures.length }
}

async function open(): Promise<Ground> {
  const repository = copyRepository('ningwu/jiaoyuju')
  return { repository, zones: await openZones(repository) }
}

async function close({ repository, zones }: Ground): Promise<void> {
  repository.remove()
  for (const { plan } of zones) await emptyCloud(labClouds() ?? '', plan.zone.cloud)
}
