import { entryOf } from '../../model/entry.ts'
import { chineseDate } from '../date.ts'
import { type Fact, type Facts, type FactValue, plain } from '../fact.ts'
import type { Subject } from '../subject.ts'

function general(label: string, read: (subject: Subject) => FactValue | undefined): Fact {
  return { of: 'jurisdiction', label: () => label, read }
}

/** What holds for a whole jurisdiction. */
export const generalFacts: Facts = {
  /** A place to be filled in by hand: `{blank(法定代表人)}`. */
  'blank()': { of: 'jurisdiction', argument: 'label', label: argument => argument, read: () => undefined },
  /** A date to be filled in by hand. */
  'blank().date': {
    of: 'jurisdiction',
    argument: 'label',
    shape: 'date',
    label: argument => argument,
    read: () => undefined,
  },
  today: { ...general('日期', ({ model }) => plain(chineseDate(model.asOf))), shape: 'date' },
  'jurisdiction.name': general('地区名称', ({ profile }) => plain(profile.metadata.name.zh)),
  'regulation.title': general('法规名称', ({ profile }) => plain(profile.regulation.title)),
  'regulation.number': general('法规文号', ({ profile }) => plain(profile.regulation.number)),
  'platform.name': general('平台名称', ({ model }) => plain(model.catalogue.platform.value.metadata.name)),
  'role()': {
    of: 'jurisdiction',
    argument: 'role',
    label: argument => argument,
    read: ({ profile }, argument) => plain(entryOf(profile.roles, argument)?.name),
  },
  'period.name': general('所属时期', ({ period }) => plain(period?.name)),
  'period.from': general('起始日期', ({ period }) => plain(period && chineseDate(period.from))),
  'period.to': general('截止日期', ({ period }) => plain(period && chineseDate(period.to))),
}
