import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  addressNotAllowed,
  lockAllowed,
  type RunnerSettings,
  zoneNotAllowed,
} from '../../lib/deliver/runner.ts'
import { outsideOf } from '../../scripts/terraform/environment.ts'
import { temporaryDirectory } from '../scripts/harness.ts'
import { type Site, site } from './delivery.ts'

const zone = {
  id: 'internet',
  cloud: 'internet',
  backend: { type: 'http', address: 'https://states' },
} as const
const settings: RunnerSettings = {
  apiVersion: 'tenantry/v1',
  kind: 'Runner',
  zones: { internet: { cloud: 'internet', authUrl: 'https://keystone:5000/v3', backend: zone.backend } },
}

describe('a zone may be reached', () => {
  test('as the settings say: the same cloud and the same backend', () => {
    expect(zoneNotAllowed(settings, zone)).toBeUndefined()
  })

  test.each([
    ['another cloud', 'TY6035', { cloud: 'extranet' }],
    ['a zone that the runner does not have', 'TY6035', { id: 'extranet', cloud: 'extranet' }],
    ['a backend at another address', 'TY6036', { backend: { type: 'http', address: 'https://attacker' } }],
    ['a backend of another kind', 'TY6036', { backend: { type: 'local' } }],
    ['a backend with one setting more', 'TY6036', { backend: { ...zone.backend, region: 'x' } }],
  ] as const)('but not with %s', (_, code, change) => {
    expect(zoneNotAllowed(settings, { ...zone, ...change })?.definition.code).toBe(code)
  })

  test('without settings at any cloud that the runner knows, with a local state alone', () => {
    expect(zoneNotAllowed(undefined, { ...zone, backend: { type: 'local' } })).toBeUndefined()
    for (const type of ['pg', 's3', 'http'] as const)
      expect(zoneNotAllowed(undefined, { ...zone, backend: { type } })?.definition.code).toBe('TY6036')
  })
})

describe('an address', () => {
  test.each([
    ['https://keystone:5000/v3', true],
    ['https://keystone:5000', true],
    ['http://keystone:5000/v3', false],
    ['https://keystone/v3', false],
    ['https://keystone:5000.attacker/v3', false],
    ['https://keystone:5000@attacker/v3', false],
    [undefined, false],
    ['x', false],
  ])('is held against that of the cloud by its origin: %s', (url, isAllowed) => {
    expect(addressNotAllowed(settings, 'internet', url) === undefined).toBe(isAllowed)
    expect(addressNotAllowed(settings, 'extranet', url)).toBeDefined()
    expect(addressNotAllowed(undefined, 'internet', url)).toBeUndefined()
  })
})

test('a lock file of the repository holds only where it is the runner’s own, and the runner’s always does', () => {
  expect(lockAllowed('a', 'a')).toBe('a')
  expect(lockAllowed(undefined, 'a')).toBe('a')
  expect(lockAllowed(undefined, undefined)).toBeUndefined()
  expect(lockAllowed('a', 'b')).toMatchObject({ definition: { code: 'TY6037' } })
  expect(lockAllowed('a', undefined)).toMatchObject({ definition: { code: 'TY6037' } })
})

test('nothing of the environment leads into the repository', () => {
  const root = temporaryDirectory()
  const outside = {
    HOME: '/home/u',
    https_proxy: 'http://proxy:3128',
    TF_LOG: 'debug',
    PG_CONN_STR: 'postgres://u@h/d',
  }
  const environment = {
    ...outside,
    PATH: `${root}/bin:/usr/bin:${root}/node_modules/.bin:/bin`,
    TF_CLI_CONFIG_FILE: `${root}/.terraformrc`,
    TF_PLUGIN_CACHE_DIR: `${root}/cache`,
    SSL_CERT_FILE: `${root}/ca.pem`,
    TENANTRY_TERRAFORM: './terraform',
    PGPASSFILE: '/home/u/.pgpass',
  }
  const kept = outsideOf({ environment, root, cwd: root })
  const defined = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
  expect(defined).toEqual({ ...outside, PATH: '/usr/bin:/bin', PGPASSFILE: '/home/u/.pgpass' })
})

async function applied(
  place: Site,
  settings: Readonly<Record<string, string>> = {},
  ...argv: readonly string[]
) {
  const { status, stderr } = await place.run(['apply', 'platform:internet', '--yes', ...argv], settings)
  return { status, code: /TY\d{4}/.exec(stderr)?.[0], stderr }
}

function zones(place: Site, more = ''): string {
  const line = (name: string) =>
    `  ${name}: { cloud: ${name}, authUrl: "${place.cloud.url}", backend: { type: local } }`
  return ['zones:', line('internet'), line('extranet'), more].join('\n')
}

describe('what a repository asks for', () => {
  test('is granted by settings that name the same', async () => {
    const place = await site()
    place.allow(zones(place))
    expect((await applied(place)).status).toBe(0)
  })

  test.each([
    ['another cloud', 'TY6035', 'cloud: internet', 'cloud: another'],
    [
      'another backend',
      'TY6036',
      'backend: { type: local }',
      'backend: { type: http, address: "http://127.0.0.1:9" }',
    ],
  ])('is refused before anything is sent anywhere: %s', async (_, code, text, by) => {
    const place = await site()
    place.allow(zones(place))
    const file = place.path('catalogue/platform.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(text, by))
    expect(await applied(place)).toMatchObject({ status: 3, code })
    expect(place.cloud.requests).toEqual([])
    expect(existsSync(place.kept())).toBe(false)
  })

  test('is refused at an address that the runner’s own clouds.yaml and its settings do not agree on', async () => {
    const place = await site()
    place.allow(zones(place).replaceAll(place.cloud.url, 'http://127.0.0.1:9'))
    expect(await applied(place)).toMatchObject({ status: 3, code: 'TY6035' })
    expect(place.cloud.requests).toEqual([])
  })

  test('is refused for a provider lock that only the repository has', async () => {
    const place = await site()
    writeFileSync(place.path('catalogue/terraform.lock.hcl'), '# mine\n')
    expect(await applied(place)).toMatchObject({ status: 3, code: 'TY6037' })
  })
})

describe('the settings of a runner', () => {
  test('are refused at the line and column that is wrong', async () => {
    const place = await site()
    place.allow('zone: {}')
    const { status, stderr } = await applied(place)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6034: .*runner\.yaml:3:1 /)
  })

  test('are refused in the repository, where others may write them, and where they are named and missing', async () => {
    const place = await site()
    mkdirSync(place.path('settings'))
    const text = 'apiVersion: tenantry/v1\nkind: Runner\n'
    for (const file of [
      place.path('settings/runner.yaml'),
      place.beside('open.yaml'),
      place.beside('own.yaml'),
    ])
      writeFileSync(file, text)
    chmodSync(place.beside('open.yaml'), 0o666)
    for (const file of [
      place.path('settings/runner.yaml'),
      place.beside('open.yaml'),
      place.beside('none.yaml'),
    ]) {
      expect(await applied(place, {}, '--runner', file)).toMatchObject({ status: 3, code: 'TY6033' })
      expect(await applied(place, { TENANTRY_RUNNER: file })).toMatchObject({ status: 3, code: 'TY6033' })
    }
    expect((await applied(place, {}, '--runner', place.beside('own.yaml'))).status).toBe(0)
  })
})

describe('a local state in a pipeline', () => {
  test.each([{ CI: 'true' }, { GITHUB_ACTIONS: 'true' }, { GITLAB_CI: 'true' }, { GITEA_ACTIONS: '1' }])(
    'is refused, for it would be lost: %o',
    async environment => {
      expect(await applied(await site(), environment)).toMatchObject({ status: 3, code: 'TY6038' })
    },
  )

  test('is kept where the runner names a directory, or says that it stays', async () => {
    const place = await site()
    expect((await applied(place, { CI: 'true' }, '--state-dir', place.beside('states'))).status).toBe(0)
    place.allow('ephemeral: false')
    expect((await applied(place, { CI: 'true' })).status).toBe(0)
    place.allow('ephemeral: true')
    expect(await applied(place)).toMatchObject({ status: 3, code: 'TY6038' })
    expect((await place.run(['plan', 'platform:internet'], { CI: 'true' })).status).toBe(0)
  })
})
