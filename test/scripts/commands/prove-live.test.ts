import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type EmptyCloud, emptyCloud } from '../../deliver/empty-cloud.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

function cloudsFile(urls: Readonly<Record<'internet' | 'extranet', string>>): string {
  const entry = (url: string, region: string) => ({
    auth: { auth_url: `${url}/v3`, username: 'u', password: 'p', project_name: 'p' },
    region_name: region,
  })
  const clouds = {
    internet: entry(urls.internet, 'internet'),
    extranet: entry(urls.extranet, 'extranet'),
  }
  return join(temporaryDirectory({ 'clouds.yaml': JSON.stringify({ clouds }) }), 'clouds.yaml')
}

async function proven(
  clouds: Readonly<Record<'internet' | 'extranet', EmptyCloud | string>>,
  ...words: string[]
) {
  const urlOf = (cloud: EmptyCloud | string) => (typeof cloud === 'string' ? cloud : cloud.url)
  const file = cloudsFile({ internet: urlOf(clouds.internet), extranet: urlOf(clouds.extranet) })
  const { status, stdout } = await runHere(['prove', '--live', ...words, '--json'], {
    environment: { HOME: temporaryDirectory(), OS_CLIENT_CONFIG_FILE: file },
  })
  const { findings } = JSON.parse(stdout)
  const lines = findings.map(
    ({ code, cloud, object }: { code: string; cloud: string; object?: { kind: string; id: string } }) =>
      [code, cloud, object?.kind, object?.id].filter(part => part !== undefined).join(' '),
  )
  // Of all that is granted there is one project here.
  const absent = lines.filter((line: string) => line.startsWith('TY5207'))
  const others = lines.filter((line: string) => !line.startsWith('TY5207')).toSorted()
  return { status, lines: others, absent: absent.length }
}

const domain = { id: 'd', name: 'ningwu_jiaoyuju' }
const project = { id: 'p', name: 'zhaosheng-baoming', domain_id: 'd' }
const network = { id: 'n', name: 'zhaosheng-baoming', project_id: 'p', port_security_enabled: true }

function standing(changes: object = {}) {
  return {
    '/v3/domains': { domains: [domain] },
    '/v3/projects': { projects: [project] },
    '/networks': { networks: [{ ...network, ...changes }] },
  }
}

describe('prove --live', () => {
  test('takes a cloud that shows nothing of what was granted for no proof', async () => {
    const [internet, extranet] = [await emptyCloud(), await emptyCloud()]
    const { status, lines } = await proven({ internet, extranet })
    expect(status).toBe(1)
    expect(lines.filter((line: string) => line.startsWith('TY5206'))).toEqual([
      'TY5206 extranet',
      'TY5206 internet',
    ])
  })

  test('takes a cloud that shows projects and none of their networks for no proof', async () => {
    const internet = await emptyCloud({ ...standing(), '/networks': { networks: [] } })
    const { status, lines } = await proven({ internet, extranet: 'http://127.0.0.1:1' }, 'zone:internet')
    expect([status, lines]).toEqual([1, ['TY5206 internet']])
  })

  test('names the object that breaks a belief, and asks without changing anything', async () => {
    const internet = await emptyCloud(standing({ shared: true }))
    const { status, lines } = await proven({ internet, extranet: 'http://127.0.0.1:1' }, 'zone:internet')
    expect([status, lines]).toEqual([1, ['TY5202 internet network n']])
    expect(internet.requests.every(line => line.startsWith('GET '))).toBe(true)
  })

  test('finds that two zones are one cloud, whatever the repository calls them', async () => {
    const cloud = await emptyCloud(standing())
    const { status, lines } = await proven({ internet: cloud, extranet: cloud })
    expect(status).toBe(1)
    expect(lines.filter((line: string) => line.startsWith('TY5221'))).toEqual(['TY5221 internet'])
  })

  test('finds nothing wrong, and says what of the grants is not there', async () => {
    const internet = await emptyCloud(standing())
    const { status, lines, absent } = await proven(
      { internet, extranet: 'http://127.0.0.1:1' },
      'zone:internet',
    )
    expect([status, lines]).toEqual([0, []])
    expect(absent).toBeGreaterThan(0)
  })

  test('proves the others where a cloud cannot be used, and ends with 3', async () => {
    const internet = await emptyCloud(standing({ port_security_enabled: false }))
    const { status, lines } = await proven({ internet, extranet: 'http://127.0.0.1:1' })
    expect(status).toBe(3)
    expect(lines).toContain('TY5214 internet network n')
    expect(lines.filter((line: string) => line.endsWith(' extranet'))).toHaveLength(1)
  })

  test('names what the account is not shown', async () => {
    const internet = await emptyCloud({ ...standing(), '/rbac-policies': 403 })
    const { status, lines } = await proven({ internet, extranet: 'http://127.0.0.1:1' }, 'zone:internet')
    expect([status, lines]).toEqual([1, ['TY5205 internet']])
  })

  test('says what of the credentials only an administrator is told', async () => {
    const internet = await emptyCloud(standing(), 'prover')
    const { status, lines } = await proven({ internet, extranet: 'http://127.0.0.1:1' }, 'zone:internet')
    expect([status, lines]).toEqual([0, ['TY5209 internet']])
  })
})
