import { describe, expect, test } from 'vitest'
import { sharedServices, type ZoneServices } from '../../lib/isolation/shared-services.ts'

function zone(name: string, addresses: Readonly<Record<string, string>>): ZoneServices {
  return { zone: name, cloud: `cloud-${name}`, addresses: new Map(Object.entries(addresses)) }
}

const found = (...zones: readonly ZoneServices[]) =>
  sharedServices(zones).map(({ code, cloud, message }) => [code, cloud, message.en.split(' ')[2]])

const internet = zone('internet', { identity: 'https://a/v3', network: 'https://a/network/v2.0' })

describe('the services of two zones', () => {
  test('are apart where no address is the same', () => {
    expect(
      found(internet, zone('extranet', { identity: 'https://b/v3', network: 'https://b/v2.0' })),
    ).toEqual([])
  })

  test('are apart on one host at other ports or paths', () => {
    expect(
      found(internet, zone('extranet', { identity: 'https://a:5000/v3', network: 'https://a/other' })),
    ).toEqual([])
  })

  test.each([
    ['as they are', 'https://a/v3'],
    ['with a slash at the end', 'https://a/v3/'],
    ['with capitals and the usual port', 'https://A:443/v3'],
  ])('are shared at one address, written %s', (_, identity) => {
    const extranet = zone('extranet', { identity, network: 'https://b/v2.0' })
    expect(found(internet, extranet)).toEqual([['TY5221', 'cloud-extranet', 'identity']])
  })

  test('are told one by one, and for each further zone', () => {
    const addresses = { identity: 'https://a/v3', network: 'https://a/network/v2.0' }
    const all = found(internet, zone('extranet', addresses), zone('third', { identity: 'https://a/v3' }))
    expect(all).toEqual([
      ['TY5221', 'cloud-extranet', 'identity'],
      ['TY5221', 'cloud-extranet', 'network'],
      ['TY5221', 'cloud-third', 'identity'],
    ])
  })

  test('may be one another’s within a zone', () => {
    expect(found(zone('internet', { identity: 'https://a', image: 'https://a' }))).toEqual([])
  })
})
