import type { Contact } from '../../../generated/types/unit.ts'
import { resourcesOf } from '../../lifecycle/index.ts'
import type { System, Unit } from '../../model/model.ts'
import { type Fact, type Facts, type FactValue, plain, wordOn } from '../fact.ts'
import type { Subject } from '../subject.ts'

const contactRoles = [
  ['responsible', '信息化负责人'],
  ['liaison', '云资源统筹管理专人'],
  ['security', '安全管理负责人'],
  ['emergency', '紧急联系人'],
] as const

function ofUnit(label: string, read: (unit: Unit, subject: Subject) => FactValue | undefined): Fact {
  return {
    of: 'unit',
    label: () => label,
    read: subject => (subject.unit === undefined ? undefined : read(subject.unit, subject)),
  }
}

/** The members of a contact that forms print, with what each is called. */
export const contactMembers = [
  ['name', '姓名'],
  ['title', '职务'],
  ['phone', '联系电话'],
  ['email', '电子邮箱'],
] as const satisfies readonly (readonly [keyof Contact, string])[]

const contacts = contactRoles.flatMap(([role, roleName]) =>
  contactMembers.map(([member, memberName]): readonly [string, Fact] => [
    `unit.contacts.${role}.${member}`,
    ofUnit(`${roleName}${memberName}`, ({ value }) => plain(value.contacts[role]?.[member])),
  ]),
)

/** The applying unit's name: the unit itself when it applies for itself (XS-9a). */
function applyingUnit({ value }: Unit, { model }: Subject): FactValue | undefined {
  const { applyingUnit, metadata } = value
  if (applyingUnit === undefined) return plain(metadata.name)
  return plain(model.unitByAddress.get(`${metadata.jurisdiction}/${applyingUnit}`)?.value.metadata.name)
}

/** The unit's systems that hold resources on the day. */
function systemsOf(unit: Unit, { model, profile }: Subject): readonly System[] {
  return model.systems.filter(
    ({ address, value }) =>
      address.startsWith(`${unit.address}/`) && resourcesOf(profile, value, model.asOf) !== 'none',
  )
}

export const unitFacts: Facts = {
  'unit.name': ofUnit('单位名称', ({ value }) => plain(value.metadata.name)),
  'unit.shortName': ofUnit('单位简称', ({ value }) => plain(value.metadata.shortName ?? value.metadata.name)),
  'unit.category': {
    ...ofUnit('单位类别', ({ value }, subject) => wordOn(subject, 'categories', value.category)),
    words: 'categories',
  },
  'unit.applying': ofUnit('申请单位名称', applyingUnit),
  'unit.payer': ofUnit('付费主体', ({ value }) => plain(value.payer)),
  'unit.systems': ofUnit('信息系统', (unit, subject) =>
    plain(
      systemsOf(unit, subject)
        .map(({ value }) => value.metadata.name)
        .join('、'),
    ),
  ),
  'unit.systems.count': ofUnit('信息系统数量', (unit, subject) =>
    plain(`${systemsOf(unit, subject).length}`),
  ),
  ...Object.fromEntries(contacts),
}
