import type { MeasuredUnit } from '../../../generated/types/units.ts'
import { finding } from '../../finding/finding.ts'
import { plainUnit } from '../../model/unit-of-measure.ts'
import type { CatalogueRule } from './rule.ts'

const measures = ['kib', 'mib', 'gib', 'kbps', 'mbps', 'vcpus'] as const

export const unitMeasures: CatalogueRule<'units'> = {
  code: 'TY2214',
  severity: 'error',
  title: { zh: '计量单位没有唯一的含义', en: 'a unit of measure without one meaning' },
  why: {
    zh: '每个单位写明合云的计量单位多少，只写一种；同一写法（不分大小写和全角半角）只属于一个单位；leastGib 只与 gib 一同写，且不大于它。',
    en: 'Each unit says how many of one of the cloud’s units it is; a name, whatever its case and width, belongs to one unit; `leastGib` stands beside `gib` and is no more than it.',
  },
  *check(document) {
    const known = new Set<string>()
    for (const [index, unit] of document.value.units.entries()) {
      const path = ['units', index]
      const [given, ...others] = measures.filter(measure => unit[measure] !== undefined)
      if (given === undefined && unit.written === undefined)
        yield finding(unitMeasures, document.at(path), { message: noMeasure })
      for (const other of others)
        yield finding(unitMeasures, document.at([...path, other], 'key'), {
          message: {
            zh: `已写 ${given}，不应再写 ${other}`,
            en: `it has ${given}, so ${other} does not belong here`,
          },
        })
      if (!isLeastSound(unit))
        yield finding(unitMeasures, document.at([...path, 'leastGib']), { message: badLeast })
      for (const [at, name] of unit.names.entries()) {
        const plain = plainUnit(name)
        if (known.has(plain))
          yield finding(unitMeasures, document.at([...path, 'names', at]), {
            message: { zh: `${name} 已是一个单位的写法`, en: `${name} is the name of a unit already` },
          })
        known.add(plain)
      }
    }
  },
}

function isLeastSound({ leastGib, gib }: MeasuredUnit): boolean {
  return leastGib === undefined || (gib !== undefined && leastGib <= gib)
}

const noMeasure = {
  zh: '没有写 kib、mib、gib、kbps、mbps 或 vcpus，也没有写表单上的写法 written',
  en: 'none of kib, mib, gib, kbps, mbps and vcpus is given, nor how forms write it (`written`)',
}

const badLeast = {
  zh: 'leastGib 须与 gib 一同写，且不大于它',
  en: 'leastGib stands beside gib and is no more than it',
}
