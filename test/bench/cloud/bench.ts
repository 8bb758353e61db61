// npm run bench:cloud [-- speed SIZES… | -- kills ROUNDS]: what only real clouds can tell. Without words, both.
import { loadavg } from 'node:os'
import { openLab } from '../../cloud/lab/lab.ts'
import { killRounds, type Round } from './kills.ts'
import { type Speed, speedAt } from './speed.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)
const usualSizes = [5, 10, 20]
const usualRounds = 30

const jobs: Readonly<Record<string, (numbers: readonly number[]) => Promise<boolean>>> = { speed, kills }

process.exitCode = await main(process.argv.slice(2))

async function main([word, ...rest]: readonly string[]): Promise<number> {
  const numbers = rest.map(Number)
  const chosen = word === undefined ? Object.values(jobs) : [jobs[word]]
  if (chosen.includes(undefined) || !numbers.every(number => Number.isInteger(number) && number > 0)) {
    print('usage: npm run bench:cloud [-- speed SIZES… | -- kills ROUNDS]')
    return 2
  }
  const lab = await openLab()
  if ('obstacle' in lab) {
    print(`cloud bench skipped: ${lab.obstacle}`)
    return 0
  }
  try {
    print(`two clouds are up after ${lab.seconds} s; load of the machine ${load()}`)
    let isSound = true
    for (const job of chosen) isSound = ((await job?.(numbers)) ?? true) && isSound
    return isSound ? 0 : 1
  } finally {
    await lab.stop()
  }
}

async function speed(numbers: readonly number[]): Promise<boolean> {
  const sizes = numbers.length === 0 ? usualSizes : numbers
  // Services load half of themselves at their first request.
  await speedAt(1, false)
  print('seconds; the baseline is one root module with one state that holds the same resources')
  print('systems  converge: ours  baseline  ratio   change of one: ours  baseline  ratio   load')
  for (const [index, systems] of sizes.entries()) {
    const measured = await speedAt(systems, index % 2 === 1)
    print(speedLine(measured))
    for (const refusal of measured.refusals) print(`        the baseline had to be applied again: ${refusal}`)
  }
  return true
}

function speedLine({ systems, converge, change, load }: Speed): string {
  const figures = [
    String(systems).padStart(7),
    ...[converge, change].flatMap(({ ours, raw }) => [
      ours.toFixed(2).padStart(15),
      raw.toFixed(2).padStart(9),
      (ours / raw).toFixed(2).padStart(6),
    ]),
    load.toFixed(1).padStart(6),
  ]
  return figures.join(' ')
}

async function kills([count = usualRounds]: readonly number[]): Promise<boolean> {
  const rounds = await killRounds(count, ({ kind, at, fault }) => {
    const moment = at === undefined ? 'ended before' : `killed at ${at.toFixed(1).padStart(5)} s`
    print(`${moment.padEnd(17)}  ${kind}  ${fault ?? 'as it should be'}`)
  })
  for (const [kind, members] of Map.groupBy(rounds, ({ kind }) => kind)) print(killLine(kind, members))
  return rounds.every(({ fault }) => fault === undefined)
}

function killLine(kind: Round['kind'], rounds: readonly Round[]): string {
  const killed = rounds.filter(({ at }) => at !== undefined)
  const sound = killed.filter(({ fault }) => fault === undefined)
  return `${kind}: ${sound.length} of ${killed.length} killed as it should be; load of the machine ${load()}`
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
