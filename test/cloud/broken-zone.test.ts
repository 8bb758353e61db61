// Two real clouds of which one cannot be used: the work in the other goes on, and whoever reads is told which is which.
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { listAt, textAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { signInAsAdmin } from './clouds.ts'
import { type Run, stacksThat, tenantry } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'

const cloudsFile = inject('cloudsFile')

interface Auth {
  password: string
  auth_url: string
}

describe.skipIf(cloudsFile === undefined)('a zone whose cloud cannot be used', () => {
  let repository: Repository

  beforeAll(() => {
    repository = copyRepository('ningwu/jiaoyuju')
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  /** The same repository with a clouds.yaml of its own, in which the internet zone's entry is another. */
  function withInternet(change: (auth: Auth) => void) {
    const { clouds } = parse(readFileSync(cloudsFile ?? '', 'utf8'))
    change(clouds.internet.auth)
    const file = `${repository.root}.clouds.yaml`
    writeFileSync(file, stringify({ clouds }), { mode: 0o600 })
    return { ...repository, cloudsFile: file }
  }

  /** No system was touched in the internet zone, and everything was done in the other. */
  function expectOtherZoneDone(run: Run, done: string): void {
    expect(run.status, run.output).toBe(1)
    const names = [...run.stacks.keys()]
    const elsewhere = names.filter(name => !name.includes('_internet')).sort()
    expect(elsewhere.length).toBeGreaterThan(2)
    const isDone = new Set(stacksThat(run, done))
    expect(
      elsewhere.filter(name => !isDone.has(name)),
      run.output,
    ).toEqual([])
    // A unit of the broken zone needs Keystone alone, and goes on where only the network is silent.
    const broken = names.filter(name => name.startsWith('system_internet'))
    expect(broken.length).toBeGreaterThan(0)
    const ends = new Set(broken.map(name => run.stacks.get(name)?.status))
    expect(ends.isSubsetOf(new Set(['failed', 'skipped'])), run.output).toBe(true)
  }

  it('for its password is wrong, leaves the other zone to be built', async () => {
    const place = withInternet(auth => {
      auth.password = 'wrong'
    })
    const run = await tenantry(place, 'apply', '--all', '--yes')
    expectOtherZoneDone(run, 'applied')
    expect(run.output).toContain('"because": "zone:internet"')
  })

  it('for nobody listens there, leaves the other zone to be planned', async () => {
    const place = withInternet(auth => {
      auth.auth_url = 'http://127.0.0.1:1/v3'
    })
    const run = await tenantry(place, 'plan', '--all')
    expectOtherZoneDone(run, 'planned')
    expect(run.output).toContain('"because": "zone:internet"')
  })

  it('for its network service takes every call and answers none, is named by doctor, and stops no other', async () => {
    const admin = await signInAsAdmin('internet')
    const silent = await listening()
    const endpoints = await endpointsOf(admin, 'network')
    try {
      for (const { id } of endpoints) await point(admin, id, silent.url)
      const doctor = await tenantry(repository, 'doctor', 'zone:internet')
      expect(doctor.status, doctor.output).toBe(3)
      expect(doctor.output).toMatch(/^… services {2}looking \(\d+ s\)$/m)
      expect(doctor.output).toMatch(/zone internet: the service network .+ no answer within \d+ s/)
      const run = await tenantry(repository, 'apply', '--all', '--yes')
      expectOtherZoneDone(run, 'applied')
      expect(run.output).toMatch(/^… \S+_internet\S* {2}.+\(\d+ s\)$/m)
    } finally {
      for (const { id, url } of endpoints) await point(admin, id, url)
      silent.close()
    }
    const after = await tenantry(repository, 'plan', 'zone:internet')
    expect(after.status, after.output).toBe(0)
  })
})

/** Takes calls, and never says a word. */
async function listening() {
  const held = new Set<Socket>()
  const server: Server = createServer(socket => {
    held.add(socket)
    socket.on('error', () => held.delete(socket))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      for (const socket of held) socket.destroy()
      server.close()
    },
  }
}

interface Endpoint {
  readonly id: string
  readonly url: string
}

/** Where the catalogue of a cloud says that a service is. */
async function endpointsOf(admin: OpenStack, type: string): Promise<readonly Endpoint[]> {
  const services = await admin.request('identity', 'GET', `/services?type=${type}`)
  const service = textAt(listAt(services.body, 'services')[0], 'id') ?? expect.fail(`no service ${type}`)
  const { body } = await admin.request('identity', 'GET', `/endpoints?service_id=${service}`)
  return listAt(body, 'endpoints').map(entry => ({
    id: textAt(entry, 'id') ?? '',
    url: textAt(entry, 'url') ?? '',
  }))
}

async function point(admin: OpenStack, endpoint: string, url: string): Promise<void> {
  await admin.request('identity', 'PATCH', `/endpoints/${endpoint}`, { body: { endpoint: { url } } })
}
