import { chmodSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runHere, temporaryDirectory } from '../harness.ts'

interface Found {
  readonly check: string
  readonly state: string
  readonly what: { readonly en: string }
}

async function outcomes(environment: Readonly<Record<string, string>>) {
  const { status, stdout } = await runHere(['doctor', '--json'], {
    environment: { HOME: temporaryDirectory(), ...environment },
  })
  const found: readonly Found[] = JSON.parse(stdout).checks
  return { status, outcomes: found }
}

/** A terraform that only says its version and how `init` ends. */
function engineThat(ending: 'succeeds' | 'fails'): string {
  const script = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  init) test -f main.tf.json && ${ending === 'succeeds' ? 'exit 0' : 'exit 1'} ;;
esac
`
  const path = join(temporaryDirectory({ terraform: script }), 'terraform')
  chmodSync(path, 0o755)
  return path
}

function cloudsFile(port: number, hosts: readonly [string, string] = ['127.0.0.1', 'localhost']): string {
  const auth = { username: 'u', password: 'p', project_name: 'p' }
  const entry = (host: string) => ({
    auth: {
      ...auth,
      auth_url: `http://${host}:${port}/v3`,
      user_domain_name: 'Default',
      project_domain_name: 'Default',
    },
    region_name: 'r',
  })
  const clouds = { clouds: { internet: entry(hosts[0]), extranet: entry(hosts[1]) } }
  return join(temporaryDirectory({ 'clouds.yaml': JSON.stringify(clouds) }), 'clouds.yaml')
}

/** A cloud that has volume types, and answers whatever else it is asked. @returns its port. */
async function cloudWith(types: readonly string[]): Promise<number> {
  const server = createServer((request, response) => {
    const isToken = request.method === 'POST'
    response.writeHead(isToken ? 201 : 200, {
      'content-type': 'application/json',
      ...(isToken ? { 'x-subject-token': 't' } : {}),
    })
    const endpoint = { interface: 'public', region_id: 'r', url: `http://${request.headers.host}` }
    const catalog = ['compute', 'block-storage', 'network'].map(type => ({ type, endpoints: [endpoint] }))
    const token = { catalog, project: { id: 'p' }, user: { id: 'u' } }
    response.end(JSON.stringify(isToken ? { token } : { volume_types: types.map(name => ({ name })) }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

describe('doctor', () => {
  test('says for each zone that clouds.yaml is missing, what to do, and ends with status 3', async () => {
    const cwd = temporaryDirectory()
    const { status, stdout } = await runHere(['doctor'], {
      environment: { HOME: cwd, OS_CLIENT_CONFIG_FILE: join(cwd, 'none') },
    })
    expect(status).toBe(3)
    expect(stdout).toMatch(/^ok {7}tenantry \d/m)
    expect(stdout).toMatch(/^missing {2}zone internet: .+\n +→ .+/m)
    expect(stdout).toMatch(/^missing {2}zone extranet: /m)
  })

  test('finds a cloud that nobody answers for', async () => {
    const { status, outcomes: found } = await outcomes({ OS_CLIENT_CONFIG_FILE: cloudsFile(1) })
    expect(status).toBe(3)
    expect(found.filter(({ check }) => check === 'clouds').map(({ state }) => state)).toEqual([
      'missing',
      'missing',
    ])
  })

  test('finds a cloud that takes the credentials', async () => {
    const server = createServer((request, response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'x-subject-token': 't' })
      const endpoints = [{ interface: 'public', region_id: 'r', url: `http://${request.headers.host}` }]
      const catalog = ['compute', 'block-storage', 'network'].map(type => ({ type, endpoints }))
      const token = { catalog, project: { id: 'p' }, user: { id: 'u' } }
      response.end(JSON.stringify({ token, volume_types: [{ name: '__DEFAULT__' }] }))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const environment = {
      OS_CLIENT_CONFIG_FILE: cloudsFile(port),
      TENANTRY_TERRAFORM: engineThat('succeeds'),
    }
    const { status, outcomes: found } = await outcomes(environment)
    expect(status).toBe(0)
    expect(found.filter(({ check }) => check === 'clouds').map(({ state }) => state)).toEqual(['ok', 'ok'])
  })

  test.each([
    ['only types that the catalogue names', ['__DEFAULT__', 'ssd', 'sata'], 'ok', 0, ''],
    ['a type that nobody named', ['__DEFAULT__', 'ssd', 'ceph-old'], 'missing', 3, 'ceph-old'],
    ['without the one that every Cinder begins with', ['ssd'], 'missing', 3, '__DEFAULT__'],
  ] as const)('looks at the volume types of a cloud: %s', async (_title, types, state, ending, named) => {
    const port = await cloudWith(types)
    const { status, outcomes: found } = await outcomes({
      OS_CLIENT_CONFIG_FILE: cloudsFile(port),
      TENANTRY_TERRAFORM: engineThat('succeeds'),
    })
    expect(status).toBe(ending)
    const contents = found.filter(({ check }) => check === 'contents')
    expect(contents.map(({ state }) => state)).toEqual([state, state])
    expect(contents.every(({ what }) => what.en.includes(named))).toBe(true)
  })

  test.each([
    ['at one address', ['127.0.0.1', '127.0.0.1'], ['missing', 'missing', 'missing', 'missing'], 3],
    ['at addresses of their own', ['127.0.0.1', 'localhost'], ['ok'], 0],
  ] as const)(
    'looks whether the clouds of two zones are apart: %s',
    async (_title, hosts, states, ending) => {
      const port = await cloudWith(['__DEFAULT__'])
      const { status, outcomes: found } = await outcomes({
        OS_CLIENT_CONFIG_FILE: cloudsFile(port, hosts),
        TENANTRY_TERRAFORM: engineThat('succeeds'),
      })
      expect(status).toBe(ending)
      expect(found.filter(({ check }) => check === 'apart').map(({ state }) => state)).toEqual(states)
    },
  )

  test('gives programs one entry for each thing, with its members in one order', async () => {
    const cwd = temporaryDirectory()
    const { stdout } = await runHere(['doctor', '--json'], {
      environment: { HOME: cwd, OS_CLIENT_CONFIG_FILE: join(cwd, 'none') },
    })
    const found: readonly Found[] = JSON.parse(stdout).checks
    expect(found.map(entry => Object.keys(entry).join(' '))).toEqual([
      'check state what',
      'check state what',
      'check state what advice',
      'check state what advice',
      'check state what',
      'check state what',
    ])
  })

  test('finds that there is no terraform', async () => {
    const { outcomes: found } = await outcomes({ PATH: '' })
    expect(found.filter(({ check }) => check === 'engine').map(({ state }) => state)).toEqual(['missing'])
  })

  test.each([
    ['succeeds', 'ok'],
    ['fails', 'missing'],
  ] as const)('tries to install the provider: when that %s, it is %s', async (ending, state) => {
    const { outcomes: found } = await outcomes({ TENANTRY_TERRAFORM: engineThat(ending) })
    const engine = found.filter(({ check }) => check === 'engine')
    expect(engine.map(({ state }) => state)).toEqual(['ok', state])
    expect(engine[1]?.what.en).toMatch(/^terraform-provider-openstack\/openstack \d+\.\d+\.\d+/)
  })

  test('looks at no cloud outside a repository', async () => {
    const { stdout } = await runHere(['doctor', '--json'], { cwd: temporaryDirectory() })
    const found: { check: string; state: string }[] = JSON.parse(stdout).checks
    expect(found.filter(({ check }) => check === 'clouds').map(({ state }) => state)).toEqual(['skipped'])
  })
})
