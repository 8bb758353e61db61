import type { HistoryEvent } from '../../generated/types/system.ts'
import { serviceWords } from '../difference/service-words.ts'
import { compareServices } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { widenings } from '../network/coverage.ts'
import { type Opening, openingsOf } from '../network/exposure.ts'
import { openingTerm } from '../term/index.ts'

/** What a system holds by a grant. */
export type Held = Pick<HistoryEvent, 'exchange'> & { readonly grants: NonNullable<HistoryEvent['grants']> }

export const nothingHeld: Held = { grants: {} }

export interface GrantSides {
  readonly before: Held
  readonly after: Held
  /** The day from which the second holds. */
  readonly on: string
}

/** What a grant changes of the one before, in the catalogue’s words: `互联网区：通用型（ecs.small）2 → 4`. */
export function grantChanges(
  model: Model,
  jurisdiction: string,
  { before, after, on }: GrantSides,
): readonly Text[] {
  const [had, has] = [openings(before), openings(after)]
  const said = (lines: readonly Opening[], zh: string, en: string) =>
    lines.map(line => {
      const term = openingTerm(model, line, jurisdiction)
      return { zh: `${zh}：${term.zh}`, en: `${en}: ${term.en}` }
    })
  const [then, now] = [beside(before.grants, after.grants), beside(after.grants, before.grants)]
  return [
    ...compareServices(then, now, on).map(one => serviceWords(model, jurisdiction, one)),
    ...said(widenings(has, had, on), '新增开放', 'opened'),
    ...said(widenings(had, has, on), '不再开放', 'closed'),
  ]
}

/** With the zones of the other side and nothing in them, so that each item of a zone that comes or goes is named. */
function beside(own: Held['grants'], other: Held['grants']): Held['grants'] {
  const empty = Object.entries(other).map(([zone, { pool }]) => [
    zone,
    { ...(pool === undefined ? {} : { pool }), services: [] },
  ])
  return { ...Object.fromEntries(empty), ...own }
}

function openings({ grants, exchange }: Held): readonly Opening[] {
  return openingsOf({ zones: grants, exchange })
}
