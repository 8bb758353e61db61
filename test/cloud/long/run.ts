// npm run test:cloud:long [-- CAMPAIGN] [SEED [COUNT]]: what takes long on real clouds, one campaign or all. Reports are
// printed and kept outside the repository; a run that was broken off goes on with the same seed.
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { kills } from '../kills/campaign.ts'
import { openLab } from '../lab/lab.ts'
import { variants } from '../variants/campaign.ts'
import type { Campaign } from './campaign.ts'

const campaigns: readonly Campaign[] = [variants, kills]
const print = (text: string) => process.stdout.write(`${text}\n`)

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const named = campaigns.find(({ name }) => name === words[0])
  const numbers = (named === undefined ? words : words.slice(1)).map(Number)
  if (!numbers.every(number => Number.isInteger(number) && number > 0)) {
    print(
      `usage: npm run test:cloud:long [-- [${campaigns.map(({ name }) => name).join('|')}] [SEED [COUNT]]]`,
    )
    return 2
  }
  const [seed = Date.now() % 1_000_000, count] = numbers
  const lab = await openLab()
  if ('obstacle' in lab) {
    // Nothing was tried, so that nothing is proven.
    print(`no clouds: ${lab.obstacle}`)
    return 3
  }
  try {
    let failures = 0
    for (const campaign of named === undefined ? campaigns : [named])
      failures += await runOne(campaign, seed, count ?? campaign.usualCount)
    return failures === 0 ? 0 : 1
  } finally {
    await lab.stop()
  }
}

async function runOne({ name, run }: Campaign, seed: number, wanted: number): Promise<number> {
  const commit = git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '-changed')
  const folder = process.env.TENANTRY_REPORTS ?? join(tmpdir(), 'tenantry-reports')
  const file = join(folder, `${name}-${commit.slice(0, 12)}-${seed}.json`)
  const begunMs = Date.now()
  print(`commit ${commit}, seed ${seed}, ${wanted} ${name}; kept in ${file}`)
  const { lines, failures } = await run({ commit, seed, wanted, file }, print)
  print(`commit ${commit}, seed ${seed}, ${name}, ${Math.round((Date.now() - begunMs) / 1000)} s`)
  for (const line of lines) print(line)
  return failures
}

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-C', packageRoot, ...words], { encoding: 'utf8' }).trim()
}
