// A quota or a bandwidth that was changed by hand, asked for as services: the line that comes nearest to it.
import type { ServiceLine } from '../../../generated/types/system.ts'
import { type ServicesWorth, servicesWorth } from '../../desired-state/index.ts'
import { grantsOn, isInForce } from '../../entitlement/index.ts'
import { dataPathText } from '../../finding/data-path.ts'
import type { Text } from '../../finding/finding.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
import { itemTerm } from '../../term/index.ts'
import type { Drift, DriftedValue } from '../drift.ts'
import type { Adoption, Around, NoAdoption } from './adoption.ts'
import { worthAt } from './service-values.ts'

/** Schemas take no more of an item on one line. */
const mostOfItem = 1_000_000

export function servicesAdoption(drift: Drift, around: Around): Adoption | NoAdoption {
  const { finding, values } = drift
  const place = 'stack' in finding ? around.placeOf(finding.stack) : undefined
  const system = place && around.model.systemByAddress.get(place.address)
  if (!('stack' in finding) || place === undefined || system === undefined) return { none: noService }
  const type = finding.address?.split('.')[0] ?? ''
  const targets = values.map(value => targetOf(value))
  const wanted = targets.flatMap(target => target ?? [])
  const [first] = wanted
  if (first === undefined || wanted.length < targets.length) return { none: noNumber }
  if (wanted.some(({ rises }) => rises !== first.rises)) return { none: bothWays }
  const search: Search = { around, system, zone: place.zone, type, targets: wanted, rises: first.rises }
  const best = candidatesOf(search).toSorted((a, b) => a.surplus - b.surplus)[0]
  return best === undefined ? { none: noLine } : adoptionOf(search, best)
}

const noService: Text = {
  zh: '它不随任何系统的服务而定，须改服务目录',
  en: 'it does not follow from the services of a system: that is the catalogue’s to change',
}
const noNumber: Text = {
  zh: '云上不是一个确定的数量（如不限），没有服务与之相当',
  en: 'the cloud has no definite number there, such as none at all: no service comes to that',
}
const bothWays: Text = {
  zh: '有的调高、有的调低，没有一项服务与之相当',
  en: 'some was raised and some lowered: no service comes to that',
}
const noLine: Text = {
  zh: '清单现有的各项服务，增减数量都达不到云上的数值；需要哪一项由使用单位决定',
  en: 'no quantity of the services in the manifest comes to what the cloud has; which other to ask for is for the using unit to say',
}

/** A number that the cloud has otherwise than it is wanted. */
interface Target extends Pick<DriftedValue, 'path'> {
  readonly now: number
  readonly found: number
  readonly rises: boolean
}

function targetOf({ path, wanted, found }: DriftedValue): Target | undefined {
  const [now, there] = [numberOf(wanted), numberOf(found)]
  if (now === undefined || there === undefined || now === there) return undefined
  return { path, now, found: there, rises: there > now }
}

/** A map of a resource holds numbers as text. Below 0 is the services' way to say: without limit. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

interface Search {
  readonly around: Around
  readonly system: System
  readonly zone: string
  readonly type: string
  readonly targets: readonly Target[]
  readonly rises: boolean
}

interface Candidate {
  readonly line: number
  readonly quantity: number
  /** By how much it misses what was found, as a share of that. */
  readonly surplus: number
}

function candidatesOf(search: Search): readonly Candidate[] {
  const { around, system, zone } = search
  const lines = entryOf(system.value.zones, zone)?.services ?? []
  const granted = grantsOn(system.value, around.model.asOf).get(zone)?.services ?? []
  const before = worthOf(search, granted)
  return lines.flatMap((line, index) => {
    if (!isInForce(line, around.model.asOf)) return []
    const missesAt = (quantity: number) => {
      const changed = lines.with(index, { ...line, quantity })
      return missing(search, before, worthOf(search, changed))
    }
    const quantity = search.rises
      ? leastFrom(line.quantity + 1, missesAt)
      : mostBelow(line.quantity, missesAt)
    const misses = quantity === undefined ? undefined : missesAt(quantity)
    return quantity === undefined || misses === undefined ? [] : [{ line: index, quantity, surplus: misses }]
  })
}

function worthOf({ around: { model } }: Search, lines: readonly ServiceLine[]): ServicesWorth {
  const services = lines.filter(line => isInForce(line, model.asOf))
  return servicesWorth(services, model.catalogue.items, model.asOf)
}

/** Undefined while any of the values is not reached yet; else the sum of what is beyond them. */
function missing({ type, targets, rises }: Search, before: ServicesWorth, after: ServicesWorth) {
  let sum = 0
  for (const { path, now, found } of targets) {
    const [had, has] = [worthAt(type, path, before), worthAt(type, path, after)]
    if (had === undefined || has === undefined) return undefined
    const beyond = (now + has - had - found) * (rises ? 1 : -1)
    if (beyond < 0) return undefined
    sum += beyond / Math.max(1, found)
  }
  return sum
}

type MissesAt = (quantity: number) => number | undefined

/** More of a service never comes to less, so that the least that is enough is found by halving. */
function leastFrom(start: number, missesAt: MissesAt): number | undefined {
  return bisected(start, mostOfItem, quantity => missesAt(quantity) !== undefined)
}

/** The most that is not too much; none at all would be leaving a service, which is the unit's to ask for. */
function mostBelow(quantity: number, missesAt: MissesAt): number | undefined {
  const lowered = bisected(1, quantity - 1, step => missesAt(quantity - step) !== undefined)
  return lowered === undefined ? undefined : quantity - lowered
}

function bisected(from: number, to: number, isEnough: (value: number) => boolean): number | undefined {
  if (from > to || !isEnough(to)) return undefined
  let [low, high] = [from, to]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function adoptionOf(search: Search, { line, quantity, surplus }: Candidate): Adoption {
  const { around, system, zone, targets } = search
  const { item = '', quantity: before = 0 } = entryOf(system.value.zones, zone)?.services[line] ?? {}
  const name = itemTerm(around.model, item)
  const values = targets.map(({ path, found }) => `${dataPathText(path)} ${found}`)
  const exact = surplus === 0
  return {
    system,
    change: { kind: 'quantity', zone, line, item, before, after: quantity },
    says: {
      zh: `申请${name.zh}由 ${before} ${exact ? '改为' : '改为至少够用的'} ${quantity}，云上为 ${values.join('、')}`,
      en: `ask for ${quantity} of ${name.en} in place of ${before}, which ${exact ? 'comes to' : search.rises ? 'is the least that covers' : 'is the most within'} what the cloud has: ${values.join(', ')}`,
    },
  }
}
