import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Site, site } from '../../deliver/delivery.ts'

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
    `  ${name}: { cloud: ${name}, authUrl: "${place.cloud.urlOf(name)}", backend: { type: local } }`
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
