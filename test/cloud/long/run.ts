// npm run test:cloud:long [-- SEED [COUNT]]: what validates clean stands in real clouds, and is then at rest. The report
// is printed and kept outside the repository; a run that was broken off goes on with the same seed.
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { openLab } from '../lab/lab.ts'
import { campaign, type Progress } from './campaign.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)
const usualCount = 300
const batch = 40

process.exitCode = await main(process.argv.slice(2).map(Number))

async function main([
  seed = Date.now() % 1_000_000,
  wanted = usualCount,
]: readonly number[]): Promise<number> {
  if (![seed, wanted].every(number => Number.isInteger(number) && number > 0)) {
    print('usage: npm run test:cloud:long [-- SEED [COUNT]]')
    return 2
  }
  const commit = git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '-changed')
  const folder = process.env.TENANTRY_REPORTS ?? join(tmpdir(), 'tenantry-reports')
  const file = join(folder, `variants-${commit.slice(0, 12)}-${seed}.json`)
  const lab = await openLab()
  if ('obstacle' in lab) {
    // Nothing was tried, so that nothing is proven.
    print(`no clouds: ${lab.obstacle}`)
    return 3
  }
  const begun = Date.now()
  try {
    print(`commit ${commit}, seed ${seed}, ${wanted} variants; kept in ${file}`)
    const progress = await campaign({ commit, seed, wanted, batch, file }, print)
    print(report(progress, Math.round((Date.now() - begun) / 1000)))
    return progress.failures.length === 0 ? 0 : 1
  } finally {
    await lab.stop()
  }
}

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-C', packageRoot, ...words], { encoding: 'utf8' }).trim()
}

function report(
  { commit, seed, tried, applied, rules, refused, failures }: Progress,
  seconds: number,
): string {
  const held = Object.entries(refused).map(([code, count]) => `${code} ${count}`)
  return [
    `commit ${commit}, seed ${seed}: ${tried} made up, ${applied} applied, ${rules} rules, 0 skipped, ${seconds} s`,
    `held back by the rules: ${held.join(', ') || 'none'}`,
    `failed: ${failures.length}`,
    ...failures.map(
      ({ variant, kind, output }) => `${kind}: ${JSON.stringify(variant)}\n${output.slice(-600)}`,
    ),
  ].join('\n')
}
