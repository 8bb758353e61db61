import type { ServiceLine } from '../../../generated/types/system.ts'
import { Cidr } from '../../../lib/network/cidr.ts'
import type { Random } from '../long/random.ts'
import type { ZoneId } from './variant.ts'

const flavors = [
  'ecs.domestic.2c4g',
  'ecs.domestic.4c8g',
  'ecs.domestic.8c16g',
  'ecs.general.4c8g',
  'ecs.memory.8c64g',
] as const
const volumes = ['evs.sata', 'evs.sas', 'evs.ssd', 'evs.bulk'] as const
const others = [
  'cbr.volume',
  'cbr.snapshot',
  'cbr.policy',
  'elb.standard',
  'net.ports',
  'sec.groups',
] as const
/** Items whose quantity comes near what a cloud can count, and now and then beyond it. */
const extremes = ['max.snapshots', 'max.backups', 'max.groups'] as const
const uplinks = {
  internet: ['eip.bgp.5m', 'eip.bgp.50m', 'eip.bandwidth'],
  extranet: ['eip.extranet.100m', 'eip.bandwidth'],
} as const

export function servicesOf(random: Random, zone: ZoneId, ipv4: string | undefined): readonly ServiceLine[] {
  const quantity = () => random.one([1, 2, 3, 7, 100, 1000, 10_000])
  // Five addresses of a network are no server's; now and then there are more servers than that leaves room for.
  const room = ipv4 === undefined ? 40 : Number(Cidr.read(ipv4).cidr?.size ?? 0) - 5
  const servers = random.happens(95) && room > 0 ? random.whole(1, Math.min(room, 40)) : 12
  const items = new Map<string, number>([['ecs.domestic.4c8g', servers]])
  if (random.happens(30) && servers > 1) {
    items.set('ecs.domestic.4c8g', servers - 1)
    items.set(random.one(flavors), 1)
  }
  for (const item of random.many(0, 3, () => random.one(volumes))) items.set(item, quantity())
  for (const item of random.many(0, 2, () => random.one(others)))
    items.set(item, random.whole(1, item === 'net.ports' || item === 'elb.standard' ? 1 : 8))
  if (random.happens(8)) items.set(random.one(extremes), random.one([1, 1000, 999_999, 1_000_000]))
  if (random.happens(50)) items.set(random.one(uplinks[zone]), random.one([1, 1, 1, 2, 3]))
  items.set('sec.host-protection', servers)
  items.set('sec.log-audit', 1)
  return [...items].map(([item, quantity]) => ({ item, quantity }))
}
