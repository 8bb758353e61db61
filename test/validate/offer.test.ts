import { describe, expect, it } from 'vitest'
import { offerOf } from '../../lib/validate/catalogue-choices.ts'
import { replaced } from '../example-repository.ts'
import { documentOf, exampleDocuments } from './planted.ts'

const network = 'catalogue/services/network.yaml'
const datong = 'catalogue/jurisdictions/datong.yaml'
const platform = 'catalogue/platform.yaml'

/** What the example catalogue offers with one file changed. */
function offerWith(file: string, before: string, after: string) {
  const changed = documentOf(file, replaced(file, before, after))
  return offerOf(exampleDocuments.map(document => (document.file === file ? changed : document)))
}

/** What it offers without one file: because that is gone, or because it is there and cannot be read. */
function offerWithout(file: string, unread: readonly string[]) {
  return offerOf(
    exampleDocuments.filter(document => document.file !== file),
    unread,
  )
}

const whole = offerOf(exampleDocuments)

function zonesOf(offer: typeof whole, id: string): readonly string[] | undefined {
  return offer.items?.find(item => item.id === id)?.zones
}

describe('the items on offer', () => {
  it('are unknown while one of them has no id that can be read', () => {
    expect(whole.items?.length).toBeGreaterThan(50)
    expect(offerWith(network, '  - id: eip.bgp.5m\n', '  - idd: eip.bgp.5m\n').items).toBeUndefined()
    expect(offerWith(network, '  - id: eip.bgp.5m\n', '  - id: 5\n').items).toBeUndefined()
    expect(offerWith(network, '\nitems:\n', '\nitem:\n').items).toBeUndefined()
  })

  it('are unknown while a file of them cannot be read, and fewer once it is gone', () => {
    expect(offerWithout(network, [network]).items).toBeUndefined()
    expect(zonesOf(offerWithout(network, []), 'eip.bgp.5m')).toBeUndefined()
    expect(offerWithout(network, []).items?.length).toBeGreaterThan(20)
  })

  it('are offered in the zones that they name, or in all where those are no zones', () => {
    const at = 'Elastic address with 5 Mbit/s }\n    unit: { zh: 个, en: piece }\n    zones: [internet]\n'
    const zoned = (zones: string) => offerWith(network, at, at.replace('    zones: [internet]\n', zones))
    expect(zonesOf(whole, 'eip.bgp.5m')).toEqual(['internet'])
    for (const zones of [
      '    zones: [intranet]\n',
      '    zones: [internet, intranet]\n',
      '    zones: []\n',
      '',
    ])
      expect(zonesOf(zoned(zones), 'eip.bgp.5m'), zones).toEqual(['internet', 'extranet'])
  })

  it('stand once where two have one id', () => {
    const offer = offerWith(network, '- id: eip.bgp.10m', '- id: eip.bgp.5m')
    expect(offer.items?.filter(({ id }) => id === 'eip.bgp.5m')).toHaveLength(1)
  })
})

describe('the jurisdictions on offer', () => {
  const ids = (offer: typeof whole) => offer.jurisdictions?.map(({ id }) => id)

  it('have the id that they give themselves, and without one that of their file', () => {
    expect(ids(whole)).toContain('datong')
    expect(ids(offerWith(datong, '{ id: datong,', '{ id: datongshi,'))).toContain('datongshi')
    for (const after of ['{ idd: datong,', '{ id: [datong],'])
      expect(ids(offerWith(datong, '{ id: datong,', after))).toEqual(ids(whole))
  })

  it('are unknown while a file of them cannot be read', () => {
    expect(offerWithout(datong, [datong]).jurisdictions).toBeUndefined()
    expect(ids(offerWithout(datong, []))).not.toContain('datong')
  })
})

describe('the zones and gateways on offer', () => {
  it('are unknown without the platform, and nothing else is', () => {
    expect(offerWithout(platform, [platform])).toMatchObject({
      zones: undefined,
      gateways: undefined,
      jurisdictions: whole.jurisdictions,
    })
    expect(offerWithout(platform, [platform]).items?.map(({ id }) => id)).toEqual(
      whole.items?.map(({ id }) => id),
    )
  })
})
