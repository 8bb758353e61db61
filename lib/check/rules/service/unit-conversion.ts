import type { Delivery } from '../../../../generated/types/service.ts'
import { type DataPath, finding, type Text } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import { sameData } from '../../../model/same-data.ts'
import { type UnitOfMeasure, unitOfMeasure } from '../../../model/unit-of-measure.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const unitConversion: RepositoryRule = {
  code: 'TY3113',
  severity: 'error',
  title: text(
    '服务项的计量单位与云的计量单位不同，而没有写明如何换算。',
    "An item's unit is not the cloud's, and no conversion is stated that fits.",
  ),
  why: text(
    '云按 GiB 计卷、备份和对象，按个计地址和服务器，按 Mbps 计带宽（Cinder、Swift、Nova、Neutron 的接口）。计量单位是 TB 而不换算，2 TB 就成了 2 GiB；按 Mbps 计量的地址，50 Mbps 就成了 50 个地址。须写 gibPerUnit、mbpsPerUnit 或每单位的配额（内存为 ramMib，1 GiB 即 1024）。',
    'Clouds count volumes, backups and objects in GiB, addresses and servers in pieces, bandwidth in Mbps (the APIs of Cinder, Swift, Nova, Neutron). Without a conversion 2 TB become 2 GiB, and an address of 50 Mbps becomes 50 addresses. State gibPerUnit, mbpsPerUnit, or the quota that a unit gives (of memory in ramMib, 1024 to a GiB).',
  ),
  *check(model) {
    const { catalogue, asOf } = model
    const { units } = catalogue
    // Words of a file that cannot be read are unknown, and may be anything.
    if (units === undefined && isLeftOut(model, 'catalogue/units.yaml')) return
    const vocabulary = units?.value.units
    for (const item of catalogue.allItems) {
      const { unit, versions } = item.value
      const [zh, en] = [unit.zh, unit.en].map(name => unitOfMeasure(name, vocabulary))
      const at = related(place(item, 'unit'), '计量单位', 'the unit')
      for (const [index, { to, delivery }] of versions.entries()) {
        if ((to !== undefined && to < asOf) || delivery.by === 'manual') continue
        const differ = zh !== undefined && en !== undefined && !sameData(zh, en)
        const faults = differ ? [namesDiffer] : faultsOf(delivery, zh ?? en)
        for (const { path, message } of faults)
          yield finding(unitConversion, place(item, 'versions', index, 'delivery', ...path), {
            message,
            related: [at],
          })
      }
    }
  },
}

interface Fault {
  readonly path: DataPath
  readonly message: Text
}

const namesDiffer: Fault = {
  path: [],
  message: text(
    '计量单位的中文和英文所指不同，无从换算',
    'the Chinese and the English unit mean different amounts, so that nothing can be converted',
  ),
}

function faultsOf(
  { flavor, volume, address, quota, items }: Delivery,
  unit: UnitOfMeasure | undefined,
): Fault[] {
  return [
    ...(flavor === undefined || unit === undefined || unit.counts === 'cpu' ? [] : [notPieces('flavor')]),
    ...(items === undefined || unit === undefined ? [] : [notPieces('items')]),
    ...(volume === undefined ? [] : volumeFaults(volume.gibPerUnit, unit)),
    ...(address === undefined ? [] : addressFaults(address.mbpsPerUnit, unit)),
    ...Object.entries(quota ?? {}).flatMap(([key, amount]) => quotaFaults(key, amount, unit)),
  ]
}

function notPieces(part: string, ...path: DataPath): Fault {
  const message = text('此处须按个数计量，而计量单位不是个数', 'this counts in pieces, and the unit is none')
  return { path: [part, ...path], message }
}

function volumeFaults(stated: number | undefined, unit: UnitOfMeasure | undefined): Fault[] {
  const path = stated === undefined ? ['volume'] : ['volume', 'gibPerUnit']
  if (unit === undefined) return stated === undefined ? [{ path, message: notStated }] : []
  return sizeFaults(path, stated ?? 1, unit)
}

const notStated = text('计量单位不是 GiB，须写 gibPerUnit', 'the unit is not GiB: state gibPerUnit')

function sizeFaults(path: DataPath, gib: number, unit: UnitOfMeasure): Fault[] {
  if (unit.counts !== 'size')
    return [{ path, message: text('计量单位不是容量单位', 'the unit is no unit of size') }]
  const [least, most] = unit.gib
  if (least <= gib && gib <= most) return []
  const due = least === most ? `${most}` : `${least}–${most}`
  return [
    {
      path,
      message: text(
        `一个计量单位应合 ${due} GiB，此处为 ${gib} GiB`,
        `a unit is ${due} GiB, and gives ${gib} GiB here`,
      ),
    },
  ]
}

function addressFaults(stated: number | undefined, unit: UnitOfMeasure | undefined): Fault[] {
  if (unit === undefined) return []
  if (unit.counts !== 'bandwidth') return [notPieces('address')]
  if (stated === unit.mbps) return []
  const due = text(
    `按带宽计量的地址须写 mbpsPerUnit: ${unit.mbps}`,
    `an address that is measured by its bandwidth states mbpsPerUnit: ${unit.mbps}`,
  )
  return [{ path: stated === undefined ? ['address'] : ['address', 'mbpsPerUnit'], message: due }]
}

/** Quotas that are sizes, by how many of their own unit are a GiB. */
const sizeQuotas: Readonly<Record<string, number>> = { backupGib: 1, objectGib: 1, ramMib: 1024 }

function quotaFaults(key: string, amount: number, unit: UnitOfMeasure | undefined): Fault[] {
  if (unit === undefined) return []
  const path = ['quota', key]
  const perGib = entryOf(sizeQuotas, key)
  if (perGib !== undefined) return sizeFaults(path, amount / perGib, unit)
  if (key === 'vcpus' && unit.counts === 'cpu')
    return amount === unit.vcpus ? [] : [otherAmount(path, unit.vcpus)]
  if (key === 'bandwidthMbps' && unit.counts === 'bandwidth')
    return amount === unit.mbps ? [] : [otherAmount(path, unit.mbps)]
  return [notPieces('quota', key)]
}

function otherAmount(path: DataPath, due: number): Fault {
  return { path, message: text(`一个计量单位应合 ${due}`, `a unit is ${due} of them`) }
}
