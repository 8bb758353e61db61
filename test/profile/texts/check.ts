import type { HistoryEvent, SystemManifest } from '../../../generated/types/system.ts'
import type { UnitManifest } from '../../../generated/types/unit.ts'
import { eventMisplaced } from '../../../lib/check/rules/history/event-misplaced.ts'
import { papersRules } from '../../../lib/check/rules/papers/index.ts'
import type { Finding } from '../../../lib/finding/finding.ts'
import { loaded } from '../../example-repository.ts'
import { single } from '../regulation.ts'
import type { Jurisdiction } from './course.ts'
import type { Situation } from './duties.ts'

const { model } = loaded()
const [anySystem] = single({}).model.systems

/**
 * What the rules about histories and papers say of one system, long after its last event.
 *
 * @param isRecorded whether a record holds an event, by its index
 */
export function checkSystem(
  id: Jurisdiction,
  situation: Situation,
  history: readonly HistoryEvent[],
  isRecorded: (index: number) => boolean = () => false,
): readonly Finding[] {
  if (anySystem === undefined) throw new Error('no system')
  const metadata = { ...anySystem.value.metadata, jurisdiction: id, unit: 'danwei' }
  const granted = history.findLast(({ grants }) => grants !== undefined)?.grants ?? {}
  const zones: SystemManifest['zones'] = granted
  const { origin, level, important, load, adapted } = situation
  const system = {
    ...anySystem,
    address: `${id}/danwei/xitong`,
    document: {
      ...anySystem.document,
      recordOf: (index: number) =>
        isRecorded(index) ? { number: 1, file: 'evidence/record.json' } : undefined,
    },
    value: {
      ...anySystem.value,
      metadata,
      origin,
      important,
      mlps: { level, filing: '00' },
      ...(load === 'steady' ? {} : { load: { pattern: load, plan: '计划' } }),
      domestic: { adapted, exception: '说明' },
      zones,
      history: [...history],
    },
  }
  const unit: UnitManifest = {
    apiVersion: 'tenantry/v1',
    kind: 'Unit',
    metadata: { id: 'danwei', name: '单位', jurisdiction: id },
    category: situation.category,
    budgetLevel: 1,
    contacts: { responsible: { name: '某人', phone: '0000-000000' } },
  }
  const units = new Map([
    [`${id}/danwei`, { document: system.document, path: [], address: `${id}/danwei`, value: unit }],
  ])
  const around = { ...model, asOf: '2027-06-01', today: '2027-06-01', unitByAddress: units }
  return [eventMisplaced, ...papersRules.systemRules].flatMap(rule => [...rule.check(around, system)])
}
