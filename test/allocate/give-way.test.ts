import { describe, expect, it } from 'vitest'
import { allocate } from '../../lib/allocate/index.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { gateway, pool, systemWith, withPools } from './repository.ts'

const platform = {
  internet: [pool('10.0.0.0/24', 24, 26, 28)],
  extranet: [pool('10.1.0.0/24', 24, 26, 28)],
  gateways: [],
}

const holding = (id: string, ipv4: string, zone = 'internet') => systemWith(id, { [zone]: { ipv4 } })
const at = (...systems: readonly System[]): Model => withPools(platform, systems)

function given(model: Model, before: Model | undefined, now: Model) {
  const { allocations } = allocate(model, model.systems, { target: { before, now } })
  return allocations
    .filter(({ family }) => family === 'ipv4')
    .map(({ system, cidr, replaces }) => [system.value.metadata.id, replaces, cidr])
}

const [mine, theirs] = [holding('mine', '10.0.0.0/26'), holding('theirs', '10.0.0.0/26')]

describe('a network given on two branches at once', () => {
  it('is given anew on the one that is merged second, beside what both hold', () => {
    const old = holding('old', '10.0.0.64/26')
    expect(given(at(mine, old), at(old), at(theirs, old))).toEqual([['mine', '10.0.0.0/26', '10.0.0.128/26']])
  })

  it('is given anew where the other is only a part of it', () => {
    expect(given(at(mine), at(), at(holding('theirs', '10.0.0.16/28')))).toEqual([
      ['mine', '10.0.0.0/26', '10.0.0.64/26'],
    ])
  })

  it('is given anew to the one tier whose network it is', () => {
    const tiers = { web: { network: { ipv4: '10.0.0.0/26' } }, db: { network: { ipv4: '10.0.0.64/26' } } }
    const tiered = { ...mine, value: { ...mine.value, zones: { internet: { services: [], tiers } } } }
    expect(given(at(tiered), at(), at(theirs))).toEqual([['mine', '10.0.0.0/26', '10.0.0.128/26']])
  })

  it('stays where it is next to the other', () => {
    expect(given(at(mine), at(), at(holding('theirs', '10.0.0.64/26')))).toEqual([])
  })

  it('stays where it stood already when the branch began', () => {
    expect(given(at(mine), at(mine), at(mine, theirs))).toEqual([])
  })

  it('stays where the target has it of the same system', () => {
    expect(given(at(mine), undefined, at(mine))).toEqual([])
  })

  it('is given anew where the target began with nothing', () => {
    expect(given(at(mine), undefined, at(theirs))).toEqual([['mine', '10.0.0.0/26', '10.0.0.64/26']])
  })

  it('stays in a zone that nothing joins to the other’s, and makes way where a gateway does', () => {
    const other = holding('theirs', '10.0.0.0/26', 'extranet')
    expect(given(at(mine), at(), at(other))).toEqual([])
    const joined = withPools({ ...platform, gateways: [gateway({})] }, [mine])
    expect(given(joined, at(), at(other))).toEqual([['mine', '10.0.0.0/26', '10.0.0.64/26']])
  })
})

describe('a network given now', () => {
  it('is none that others hold on the target meanwhile', () => {
    const lacking = systemWith('lacking', { internet: undefined })
    const model = at(lacking)
    expect(given(model, at(), at(theirs))).toEqual([['lacking', undefined, '10.0.0.64/26']])
  })
})
