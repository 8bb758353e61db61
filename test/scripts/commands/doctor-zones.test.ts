import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Site, site } from '../../deliver/delivery.ts'

interface Line {
  readonly check: string
  readonly state: string
  readonly what: { readonly en: string }
}

async function doctor(place: Site, ...selectors: readonly string[]) {
  const { status, stdout } = await place.run(['doctor', ...selectors, '--json'])
  const lines: readonly Line[] = JSON.parse(stdout).checks
  const of = (check: string) =>
    lines.filter(line => line.check === check).map(({ state, what }) => `${state} ${what.en}`)
  return { status, of }
}

function withoutExtranet(place: Site): void {
  const { clouds } = JSON.parse(readFileSync(place.beside('clouds.yaml'), 'utf8'))
  writeFileSync(place.beside('clouds.yaml'), JSON.stringify({ clouds: { internet: clouds.internet } }))
}

async function siteWithRemoteStates(): Promise<Site> {
  const place = await site()
  const file = place.path('catalogue/platform.yaml')
  const remote = '{ type: http, address: "https://state.example.gov.cn/tenantry" }'
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('{ type: local }', remote))
  const { clouds } = JSON.parse(readFileSync(place.beside('clouds.yaml'), 'utf8'))
  const zone = (id: string) =>
    `  ${id}: { cloud: ${id}, authUrl: "${clouds[id].auth.auth_url}", backend: ${remote} }`
  place.allow(['zones:', zone('internet'), zone('extranet')].join('\n'))
  return place
}

/** With a stand-in for terraform that asks for a state by a line of shell. */
async function doctorWith(place: Site, pull: string, environment: Readonly<Record<string, string>> = {}) {
  const script = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  state) grep -q state.example.gov.cn main.tf.json && { ${pull}; } ;;
esac
`
  writeFileSync(place.beside('stand-in-terraform'), script, { mode: 0o755 })
  const { status, stdout } = await place.run(['doctor', 'zone:internet', '--json'], {
    TENANTRY_TERRAFORM: place.beside('stand-in-terraform'),
    ...environment,
  })
  const lines: readonly Line[] = JSON.parse(stdout).checks
  return { status, lines }
}

describe('doctor', () => {
  test('names what is left of projects that are gone, with what drops it, and finds nothing missing for that', async () => {
    const place = await site({
      '/projects': { projects: [{ id: 'runner' }] },
      '/quotas': { quotas: [{ project_id: 'gone' }] },
      '/networks': { networks: [{ id: 'n1', name: 'web', project_id: 'lost' }] },
    })
    place.cloud.hide(path => /\/projects\/(?:gone|lost)$/.test(path))
    const { status, stdout } = await place.run(['doctor', 'zone:internet', '--json'])
    expect(status).toBe(0)
    const lines: readonly (Line & { readonly advice?: { readonly en: string } })[] = JSON.parse(stdout).checks
    expect(
      lines.filter(({ check }) => check === 'gone-projects').map(line => [line.state, line.advice?.en]),
    ).toEqual([
      ['warning', 'tenantry state sweep zone:internet gone'],
      [
        'warning',
        'have the administrator of the cloud remove network web (n1), then run tenantry state sweep zone:internet lost',
      ],
    ])
  })

  test('tries every service of every zone, the account and the state backend', async () => {
    const { status, of } = await doctor(await site())
    expect(status).toBe(0)
    expect(of('services')).toEqual(
      ['internet', 'extranet'].flatMap(zone =>
        ['identity', 'compute', 'block-storage', 'network'].map(
          service => `ok zone ${zone}: the service ${service} answers`,
        ),
      ),
    )
    expect(of('account')).toHaveLength(2)
    expect(of('backends')).toEqual(
      ['internet', 'extranet'].map(zone => `ok zone ${zone}: the state backend local can be used`),
    )
  })

  test('finds a service that hangs, and names the time that it was given', async () => {
    const { status, of } = await doctor(await site({ '/networks': 'never' }), 'zone:internet')
    expect(status).toBe(3)
    const missing = of('services').filter(line => line.startsWith('missing'))
    expect(missing).toHaveLength(1)
    expect(missing[0]).toMatch(/^missing zone internet: the service network .+ no answer within 10 s$/)
  }, 30_000)

  test.each([
    ['/domains', 403, 'identity'],
    ['/limits', 404, 'compute'],
  ])('finds a service that refuses: %s %i', async (path, answer, service) => {
    const { status, of } = await doctor(await site({ [path]: answer }), 'zone:internet')
    expect(status).toBe(3)
    expect(of('services')).toContainEqual(
      expect.stringMatching(
        new RegExp(`^missing zone internet: the service ${service} refused: .+ ${answer} `),
      ),
    )
  })

  test('finds a service that the catalogue of the cloud does not have', async () => {
    const place = await site()
    const file = place.path('catalogue/platform.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replaceAll('[compute, block-storage, network]', '[compute, block-storage, network, dns]'),
    )
    const { status, of } = await doctor(place, 'zone:internet')
    expect(status).toBe(3)
    expect(of('services')).toContainEqual(expect.stringMatching(/^missing zone internet: .+ has no dns /))
  })

  test('finds an account that is no administrator', async () => {
    const { status, of } = await doctor(await site({}, 'member'), 'zone:internet')
    expect(status).toBe(3)
    expect(of('account')).toEqual([
      'missing zone internet: the account of the runner has the roles member and not admin',
    ])
  })

  const access_rules = [{ path: '/v2.1/**', method: 'GET', service: 'compute' }]
  const bounded = { restricted: true, access_rules }
  const inAYear = '2027-11-23T00:00:00.000000'
  test.each<[string, object, string | number | null, readonly string[], number]>([
    ['unrestricted', { restricted: false }, inAYear, ['missing', 'warning'], 3],
    ['without an end', bounded, null, ['warning'], 0],
    ['that ends soon', bounded, '2026-12-01T00:00:00.000000', ['warning'], 0],
    ['that is bounded', bounded, inAYear, ['ok'], 0],
    ['that may not read itself', bounded, 403, ['skipped'], 0],
  ])('looks at an application credential %s', async (_, said, end, states, ending) => {
    const place = await site({
      '/auth/tokens': { user: { id: 'u' }, application_credential: { id: 'c1', name: 'runner', ...said } },
      '/users/u/application_credentials/c1':
        typeof end === 'number' ? end : { application_credential: { expires_at: end } },
    })
    const { status, of } = await doctor(place, 'zone:internet')
    expect(status).toBe(ending)
    expect(of('credential').map(line => line.split(' ')[0])).toEqual(states)
  })

  test('has nothing to say of the credential of an account that acts by a password', async () => {
    expect((await doctor(await site(), 'zone:internet')).of('credential')).toEqual([])
  })

  test.each([
    [0, 'missing', 3],
    [100, 'ok', 0],
    [-1, 'ok', 0],
  ])('holds the quota of RBAC policies against the systems: %i', async (limit, state, ending) => {
    const { status, of } = await doctor(
      await site({ '/quotas/runner': { quota: { rbac_policy: limit } } }),
      'zone:internet',
    )
    expect(status).toBe(ending)
    expect(of('account')).toEqual([expect.stringMatching(new RegExp(`^${state} zone internet: `))])
  })

  test('finds a place for states that is none', async () => {
    const place = await site()
    mkdirSync(place.path('.tenantry'))
    writeFileSync(place.path('.tenantry/state'), '')
    const { status, of } = await doctor(place, 'zone:internet')
    expect(status).toBe(3)
    expect(of('backends')).toEqual([
      expect.stringMatching(/^missing .*\.tenantry.state is no plain directory or file/),
    ])
  })

  test.each([
    ['exit 0', 'ok', 0],
    ["echo 'Error: HTTP remote state endpoint requires auth' >&2; exit 1", 'missing', 3],
    ['echo \'pq: relation "tenantry.states" does not exist\' >&2; exit 1', 'ok', 0],
  ])('has terraform ask the backend for a state: %s', async (pull, state, ending) => {
    const place = await siteWithRemoteStates()
    const { status, lines } = await doctorWith(place, pull)
    expect(status).toBe(ending)
    expect(lines.filter(({ check }) => check === 'backends').map(line => line.state)).toEqual([state])
  })

  test('keeps from terraform a configuration that lies in the data repository', async () => {
    const place = await siteWithRemoteStates()
    const [inside, outside] = [place.path('.terraformrc'), place.beside('.terraformrc')]
    const isKept = (file: string) => `test "$TF_CLI_CONFIG_FILE" = ${file}`
    expect((await doctorWith(place, isKept(outside), { TF_CLI_CONFIG_FILE: outside })).status).toBe(0)
    expect((await doctorWith(place, isKept(inside), { TF_CLI_CONFIG_FILE: inside })).status).toBe(3)
  })

  test('of a runner of one zone is content with that zone', async () => {
    const place = await site()
    withoutExtranet(place)
    const { status, of } = await doctor(place)
    expect(status).toBe(0)
    expect(of('clouds')).toEqual([
      expect.stringMatching(/^ok zone internet: /),
      expect.stringMatching(/^skipped zone extranet: not this runner's/),
    ])
    expect(of('services').every(line => line.includes('zone internet'))).toBe(true)
  })

  test('misses the cloud of a zone that is named, and of all where there is none', async () => {
    const place = await site()
    withoutExtranet(place)
    expect((await doctor(place, 'zone:extranet')).status).toBe(3)
    expect((await doctor(place, 'zone:internet')).status).toBe(0)
    rmSync(place.beside('clouds.yaml'))
    expect((await doctor(place)).of('clouds').every(line => line.startsWith('missing'))).toBe(true)
  })

  test.each(['zone:intranet', 'ningwu/jiaoyuju', 'zone:a/b'])('refuses to look at %s', async selector => {
    const place = await site()
    const { status, stderr } = await place.run(['doctor', selector])
    expect(status).toBe(2)
    expect(stderr).toMatch(/ TY610[12]: /)
  })
})
