import type { Delivery } from '../../../generated/types/service.ts'
import { type Fix, finding, type Text } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

const parts = ['flavor', 'volume', 'address', 'quota', 'items'] as const

type Part = (typeof parts)[number]

/** What a part is delivered by; a bundle lists its items. */
function kindOf(part: Part): Delivery['by'] {
  return part === 'items' ? 'bundle' : part
}

export const deliveryParts: CatalogueRule<'services'> = {
  code: 'TY2201',
  severity: 'error',
  title: { zh: '交付方式与所写内容不一致', en: 'a delivery that does not say what its kind needs' },
  why: {
    zh: 'delivery.by 决定如何交付：写 flavor 就须给出 flavor，写 manual 则不得给出规格。请补写对应的一节，删去其余的。以 vCPU 计量的（quota.vcpus）在 flavors 中写明可用的云主机规格。',
    en: '`by` decides how an item is delivered: `flavor` needs the part `flavor`, `manual` needs none. Add the part that belongs to it and remove the others. Where cores are counted (quota.vcpus), `flavors` names the sizes of server that may be used.',
  },
  *check(document) {
    for (const [item, { versions }] of document.value.items.entries()) {
      for (const [version, { delivery }] of versions.entries()) {
        const path = ['items', item, 'versions', version, 'delivery']
        for (const fault of faultsOf(delivery)) {
          yield finding(deliveryParts, document.at([...path, fault.key], fault.part), {
            message: fault.message,
            ...(fault.meant === undefined ? {} : { fix: replacement(fault.meant) }),
          })
        }
      }
    }
  },
}

interface Fault {
  readonly key: keyof Delivery
  readonly part: 'key' | 'value'
  readonly message: Text
  readonly meant?: Delivery['by']
}

function faultsOf(delivery: Delivery): readonly Fault[] {
  const given = parts.filter(part => delivery[part] !== undefined)
  const wanted = parts.filter(part => kindOf(part) === delivery.by)
  const missing = wanted.filter(part => !given.includes(part))
  const extra = given.filter(part => !wanted.includes(part))
  const [meant, ...others] = extra
  // One part is given and another is named: it is the name that is wrong.
  if (missing.length > 0 && meant !== undefined && others.length === 0) return [misnamed(delivery.by, meant)]
  return [
    ...missing.map(lacking),
    ...extra.map(part => superfluous(delivery.by, part)),
    ...flavorFaults(delivery),
  ]
}

/** Cores are of no use without sizes of servers, nor sizes without cores. */
function flavorFaults({ quota, flavors }: Delivery): readonly Fault[] {
  const hasCores = quota?.vcpus !== undefined
  if (hasCores && flavors === undefined) return [{ key: 'quota', part: 'value', message: noFlavors }]
  return !hasCores && flavors !== undefined ? [{ key: 'flavors', part: 'key', message: noCores }] : []
}

const noFlavors: Text = {
  zh: '给出 vcpus 的，须在 flavors 中写明可用哪些云主机规格',
  en: 'with vcpus, `flavors` says which sizes of server may be used',
}

const noCores: Text = {
  zh: 'flavors 只与 quota.vcpus 一同写',
  en: '`flavors` stands only beside quota.vcpus',
}

function misnamed(by: string, meant: Part): Fault {
  const message = {
    zh: `交付方式写作 ${by}，给出的却是 ${meant}；是否为 ${kindOf(meant)}？`,
    en: `delivered by ${by}, and what is given is ${meant}; did you mean ${kindOf(meant)}?`,
  }
  return { key: 'by', part: 'value', message, meant: kindOf(meant) }
}

function lacking(part: Part): Fault {
  const message = {
    zh: `交付方式为 ${kindOf(part)}，但没有写 ${part}`,
    en: `delivered by ${kindOf(part)}, and no ${part} is given`,
  }
  return { key: 'by', part: 'value', message }
}

function superfluous(by: string, part: Part): Fault {
  const message = {
    zh: `交付方式为 ${by}，不应写 ${part}`,
    en: `delivered by ${by}, so ${part} does not belong here`,
  }
  return { key: part, part: 'key', message }
}

function replacement(text: string): Fix {
  return { message: { zh: `改为 ${text}`, en: `write ${text}` }, replacement: text }
}
