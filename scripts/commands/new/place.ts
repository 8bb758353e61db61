import { codes } from '../../../lib/command-line/codes.ts'
import { printable } from '../../../lib/finding/printable.ts'
import type { Model } from '../../../lib/model/model.ts'
import { kindOf } from '../../../lib/read/index.ts'
import { CommandError } from '../../terminal/command.ts'
import { notAChoice } from '../../terminal/command-line.ts'

/** @throws CommandError for an address that no manifest may have. */
export function requireAddress(address: string, parts: number, file: string): void {
  if (address.split('/').length === parts && kindOf(file) !== undefined) return
  const shown = printable(address)
  const form = parts === 2 ? 'ningwu/jiaoyuju' : 'ningwu/jiaoyuju/kaowu'
  throw new CommandError(codes.wrongAnswer.code, {
    zh: `位置“${shown}”的写法不对，应如 ${form}：各段以小写字母开头，只含小写字母、数字和单个连字符`,
    en: `the address “${shown}” must be like ${form}: each part a lower-case letter, then lower-case letters, digits and single hyphens`,
  })
}

/** @throws CommandError where the catalogue has no such jurisdiction. */
export function requireJurisdiction({ catalogue: { jurisdictions } }: Model, id: string): void {
  if (!jurisdictions.has(id)) throw notAChoice('<address>', id, [...jurisdictions.keys()])
}

/** @throws CommandError where the jurisdiction or the unit is not there. */
export function requireUnit(model: Model, address: string): void {
  const [jurisdiction = '', unit = ''] = address.split('/')
  requireJurisdiction(model, jurisdiction)
  if (model.unitByAddress.has(`${jurisdiction}/${unit}`)) return
  const shown = printable(`${jurisdiction}/${unit}`)
  throw new CommandError(codes.unknownAddress.code, {
    zh: `没有单位 ${shown}；请先运行 tenantry new unit ${shown}`,
    en: `there is no unit ${shown}; run \`tenantry new unit ${shown}\` first`,
  })
}
