import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt, valueAt } from '../../lib/deliver/json.ts'
import { type OpenStack, readCloud } from '../../scripts/openstack/index.ts'
import { labPlace } from './clouds.ts'
import { type Started, start, tenantry } from './command.ts'
import { unlessOver } from './engine-log.ts'
import { openPostgres, type Postgres } from './postgres.ts'
import { copyRepository, type Repository } from './repository.ts'
import { openZones, type Zone } from './zones.ts'

const platformFile = 'catalogue/platform.yaml'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const selector = 'ningwu/jiaoyuju/xueji-guanli@extranet'
const isWithout = inject('cloudsFile') === undefined
const postgres = isWithout ? undefined : await openPostgres()

/** Once terraform is at work on the system's stack in an apply. */
async function atWork({ home }: Repository, apply: Started): Promise<void> {
  const pid = join(home, 'records', stack, 'terraform.pid')
  await unlessOver(apply, () => existsSync(pid))
}

describe.skipIf(isWithout)('a plan beside an apply, with states on the machine', () => {
  let repository: Repository
  let admin: OpenStack

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju')
    const zones: readonly Zone[] = await openZones(repository)
    admin = zones.find(({ id }) => id === 'extranet')?.admin ?? expect.fail('no zone')
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('plans what the apply leaves, also where both begin with a stack that is new', async () => {
    const apply = start(repository, 'apply', '--yes', 'zone:extranet')
    await atWork(repository, apply)
    const plans = await Promise.all([1, 2].map(() => tenantry(repository, 'plan', '--all', selector)))
    const applied = await apply.ended
    expect(applied.status, applied.output).toBe(0)
    for (const plan of plans) {
      expect(plan.status, plan.output).toBe(0)
      expect(plan.stacks.get(stack)).toMatchObject({ status: 'planned', changes: 0 })
    }
  })

  it('names a volume type that the catalogue does not, and gives nobody any of it once it does', async () => {
    const { body } = await admin.request('block-storage', 'POST', '/types', {
      body: { volume_type: { name: 'ceph-旧', 'os-volume-type-access:is_public': false } },
    })
    try {
      const planned = await tenantry(repository, 'plan', '--all', selector)
      expect(planned.stacks.get(stack)?.code, planned.output).toBe('TY6071')
      expect(planned.output).toContain('ceph-旧')
      const last = '    nameservers: [198.51.100.2, 198.51.100.3]\n'
      repository.replace(platformFile, last, `${last}    otherVolumeTypes: [ceph-旧]\n`)
      const applied = await tenantry(repository, 'apply', '--yes', selector)
      expect(applied.status, applied.output).toBe(0)
      const again = await tenantry(repository, 'plan', '--all', selector)
      expect(again.stacks.get(stack)).toMatchObject({ status: 'planned', changes: 0 })
      const [project] = await admin.list('identity', '/projects', 'projects', { name: 'xueji-guanli' })
      const quota = await admin.request('block-storage', 'GET', `/os-quota-sets/${textAt(project, 'id')}`)
      expect(valueAt(quota.body, 'quota_set', 'gigabytes_ceph-旧')).toBe(0)
    } finally {
      await admin.request('block-storage', 'DELETE', `/types/${textAt(body, 'volume_type', 'id')}`)
    }
    const gone = await tenantry(repository, 'apply', '--yes', '--all', selector)
    expect(gone.stacks.get(stack)?.code, gone.output).toBe('TY6072')
    repository.replace(platformFile, '    otherVolumeTypes: [ceph-旧]\n', '')
    const applied = await tenantry(repository, 'apply', '--yes', selector)
    expect(applied.status, applied.output).toBe(0)
  })
})

describe.skipIf(isWithout || postgres === undefined)(
  'a plan beside an apply, with states in PostgreSQL',
  () => {
    let repository: Repository
    let server: Postgres
    let allowed: readonly string[] = []

    beforeAll(() => {
      server = postgres ?? expect.fail('no PostgreSQL')
      process.env.PG_CONN_STR = server.connection
      repository = copyRepository('ningwu/jiaoyuju')
      const file = join(repository.root, platformFile)
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replaceAll('backend: { type: local }', 'backend: { type: pg, schema: tests }'))
      const zones = ['internet', 'extranet'].map(zone => {
        const { auth } = readCloud(zone, labPlace())
        return `  ${zone}: { cloud: ${zone}, authUrl: "${auth.auth_url}", backend: { type: pg, schema: tests } }\n`
      })
      const settings = `apiVersion: tenantry/v1\nkind: Runner\nzones:\n${zones.join('')}`
      const runner = `${repository.root}.runner.yaml`
      writeFileSync(runner, settings, { mode: 0o600 })
      allowed = ['--runner', runner]
    })

    afterAll(async () => {
      await tenantry(repository, 'destroy', '*', '--confirm', '*', ...allowed)
      repository.remove()
      await server.stop()
    })

    it('plans what the apply of another machine leaves', async () => {
      const apply = start(repository, 'apply', '--yes', 'zone:extranet', ...allowed)
      await atWork(repository, apply)
      const elsewhere = ['--state-dir', `${repository.home}-elsewhere`]
      const plan = await tenantry(repository, 'plan', '--all', selector, ...elsewhere, ...allowed)
      const applied = await apply.ended
      expect(applied.status, applied.output).toBe(0)
      expect(plan.status, plan.output).toBe(0)
      expect(plan.stacks.get(stack)).toMatchObject({ status: 'planned', changes: 0 })
    })

    it('plans a change of a stack that another machine changes, before or after it, and never in between', async () => {
      repository.replace(manifest, '[22, 3306]', '[22, 3306, 6379, 8080]')
      const apply = start(repository, 'apply', '--yes', selector, ...allowed)
      await atWork(repository, apply)
      const elsewhere = ['--state-dir', `${repository.home}-elsewhere`]
      const plan = await tenantry(repository, 'plan', '--all', selector, ...elsewhere, ...allowed)
      const applied = await apply.ended
      expect(applied.status, applied.output).toBe(0)
      expect(plan.status, plan.output).toBe(0)
      const added = applied.stacks.get(stack)?.changes ?? 0
      expect(added).toBeGreaterThan(0)
      expect([0, added]).toContain(plan.stacks.get(stack)?.changes)
    })
  },
)
