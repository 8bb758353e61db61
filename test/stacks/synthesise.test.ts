import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { DesiredState } from '../../lib/desired-state/index.ts'
import type { CachePlace } from '../../scripts/store/directory.ts'
import { openSynthesisCache } from '../../scripts/store/synthesis-cache.ts'
import { synthesise } from '../../stacks/synthesise.ts'
import { examplePlan, jobNamed, jobsIn } from './plan.ts'

/** A plan of many systems, made by repeating those of the example. */
function manySystems(count: number): DesiredState {
  const plan = examplePlan()
  const zones = plan.zones.map(zone => ({
    ...zone,
    systems: Array.from({ length: count }, (_, index) => zone.systems[index % zone.systems.length])
      .filter(record => record !== undefined)
      .map((record, index) => ({
        ...record,
        system: `${record.system}-${index}`,
        address: `${record.address}-${index}`,
      })),
  }))
  return { ...plan, zones }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'synthesis-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('synthesis', () => {
  it('gives the same bytes in the same order in threads as without', async () => {
    const plan = manySystems(200)
    const here = await synthesise(jobsIn(plan), { workers: 0 })
    const threads = await synthesise(jobsIn(plan), { workers: 2 })
    expect([...threads.stacks.keys()]).toEqual(jobsIn(plan).map(job => job.name))
    expect([...threads.stacks]).toEqual([...here.stacks])
    expect(threads.findings).toEqual([])
  })

  it('makes only the stacks that it is given', async () => {
    const { stacks } = await synthesise(jobsIn(examplePlan()).filter(({ kind }) => kind === 'platform'))
    expect([...stacks.keys()]).toEqual(['platform_extranet', 'platform_internet'])
  })

  it('gives a stack bytes that depend on its own record alone', async () => {
    const plan = examplePlan()
    const alone = await synthesise([jobNamed('unit_internet_xs_rsj')])
    const all = await synthesise(jobsIn(plan))
    expect(alone.stacks.get('unit_internet_xs_rsj')).toBe(all.stacks.get('unit_internet_xs_rsj'))
  })
})

describe('the cache', () => {
  const placeWith = (cacheDirectory: string): CachePlace => ({
    cacheDirectory,
    cacheKeyFile: join(temporaryFolder(), 'state/cache.key'),
    root: temporaryFolder(),
  })

  it('gives back what was made, and is filled with every stack', async () => {
    const directory = temporaryFolder()
    const cache = openSynthesisCache(placeWith(directory))
    const plan = examplePlan()
    const first = await synthesise(jobsIn(plan), { cache })
    const [version = ''] = readdirSync(join(directory, 'synth'))
    expect(readdirSync(join(directory, 'synth', version))).toHaveLength(first.stacks.size)
    expect(await synthesise(jobsIn(plan), { cache })).toEqual(first)
  })

  it('is not believed once a byte of it changed', async () => {
    const directory = temporaryFolder()
    const cache = openSynthesisCache(placeWith(directory))
    const plan = examplePlan()
    const first = await synthesise(jobsIn(plan), { cache })
    const folder = join(directory, 'synth', readdirSync(join(directory, 'synth'))[0] ?? '')
    for (const file of readdirSync(folder)) {
      const text = readFileSync(join(folder, file), 'utf8')
      writeFileSync(join(folder, file), text.replace('"cloud"', '"clown"'))
    }
    expect(await synthesise(jobsIn(plan), { cache })).toEqual(first)
  })

  it('believes no other text than one of this user’s own runs, however well it is sealed', async () => {
    const place = placeWith(temporaryFolder())
    const elsewhere = { ...place, cacheKeyFile: join(temporaryFolder(), 'cache.key') }
    const [job] = jobsIn(examplePlan())
    if (job === undefined) throw new Error('no stack')
    const forged = Buffer.from('{"provider":{}}\n')
    openSynthesisCache(elsewhere)?.put(job, forged)
    expect(openSynthesisCache(elsewhere)?.get(job)).toEqual(forged)
    const cache = openSynthesisCache(place)
    expect(cache?.get(job)).toBeUndefined()
    const { stacks } = await synthesise([job], { cache })
    expect(stacks.get(job.name)).toContain('openstack')
    expect(openSynthesisCache(place)?.get(job)?.toString()).toBe(stacks.get(job.name))
  })

  it('does not know a stack whose record or zone changed, nor one of another version of the tool', () => {
    const place = placeWith(temporaryFolder())
    const [job] = jobsIn(examplePlan())
    if (job === undefined) throw new Error('no stack')
    const bytes = Buffer.from('{}\n')
    openSynthesisCache(place, () => 'a')?.put(job, bytes)
    const found = (version: string, given = job) => openSynthesisCache(place, () => version)?.get(given)
    expect(found('a')).toEqual(bytes)
    expect(found('a', structuredClone(job))).toEqual(bytes)
    expect(found('a', { ...job, zone: { ...job.zone, region: 'other' } })).toBeUndefined()
    expect(found('b')).toBeUndefined()
  })

  it('is not used inside the repository or the git repository around it, which could bring its entries along', () => {
    const top = temporaryFolder()
    mkdirSync(join(top, '.git'))
    const root = join(top, 'data')
    mkdirSync(root)
    const cacheKeyFile = join(temporaryFolder(), 'cache.key')
    const cacheIn = (cacheDirectory: string, file = cacheKeyFile) =>
      openSynthesisCache({ cacheDirectory, cacheKeyFile: file, root }, () => 'a')
    expect(cacheIn(join(root, 'deep/cache'))).toBeUndefined()
    expect(cacheIn(join(top, 'cache'))).toBeUndefined()
    expect(cacheIn(temporaryFolder())).toBeDefined()
    expect(cacheIn(temporaryFolder(), join(root, 'cache.key'))).toBeUndefined()
    expect(readdirSync(root)).toEqual([])
  })

  it('is nobody’s problem when it cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    const { stacks } = await synthesise(jobsIn(examplePlan()), {
      cache: openSynthesisCache(placeWith(file)),
    })
    expect(stacks.size).toBe(9)
  })
})
