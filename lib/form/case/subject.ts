import type { Form } from '../../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { HistoryEvent, SystemManifest } from '../../../generated/types/system.ts'
import { requestsServices } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import { withNetworksOf } from '../../network/zone-part.ts'
import { type Asked, askedBy, askedNow } from './asked.ts'
import { isTakenUpAnew } from './new-request.ts'
import { type CaseSpan, newCase, spanOf } from './span.ts'
import { type Versions, versionThen } from './versions.ts'

/** All that a form says of one case of a system: never anything of another. */
export interface CaseSubject {
  readonly span: CaseSpan
  /**
   * The manifest as it was for the case, as far as that is known. Its zones are those that were asked for, or, for an event
   * that follows an answer, those that were granted.
   */
  readonly manifest: SystemManifest
  /** What had happened by the end of the case, and by the day of the look. */
  readonly history: readonly HistoryEvent[]
  /** Undefined where the case is no request for services, and where nothing tells what it asked for. */
  readonly asked: Asked | undefined
  /** The last grant that the form knows of: of its own case, else of an earlier one. */
  readonly granted: HistoryEvent | undefined
  /** The last grant before the case. */
  readonly before: HistoryEvent | undefined
  /** Whether the case has a grant of its own. */
  readonly isAnswered: boolean
  /** Whether what the manifest says beside its zones is of the time of the case, too. */
  readonly isOfThen: boolean
  /** Whether the case is a request for services. */
  readonly isRequest: boolean
}

/** @param known what had happened by the day of the look */
export function caseSubject(
  profile: JurisdictionProfile,
  form: Pick<Form, 'stages'>,
  versions: Versions,
  known: readonly HistoryEvent[],
): CaseSubject {
  const reached = spanOf(profile, form, known)
  const span = isTakenUpAnew(profile, versions, reached, known) ? newCase(known) : reached
  const opening = known[span.begin]?.event ?? Object.keys(form.stages ?? {})[0] ?? ''
  const isRequest = requestsServices(profile, opening)
  const isNew = span.begin === known.length
  const asked = isNew ? askedNow(versions) : askedBy(profile, versions, span.begin)
  const history = known.slice(0, span.end)
  const follows = span.at !== undefined && span.at > span.begin
  const granted = lastGrant(follows ? history.slice(0, (span.at ?? 0) + 1) : history)
  const then = span.at === undefined ? versions.now : versionThen(profile, versions, span.at)
  const zones = isRequest && !follows ? asked?.zones : history[granted]?.grants
  return {
    span,
    manifest: shown(then ?? versions.now, zones ?? {}, isRequest ? asked : undefined, history),
    history,
    asked: isRequest ? asked : undefined,
    granted: history[granted],
    before: history[lastGrant(history.slice(0, span.begin))],
    isAnswered: granted >= span.begin && granted >= 0,
    isOfThen: then !== undefined,
    isRequest,
  }
}

function lastGrant(history: readonly HistoryEvent[]): number {
  return history.findLastIndex(({ grants }) => grants !== undefined)
}

/** Networks are given once and stay, whatever is asked for. */
function shown(
  manifest: SystemManifest,
  zones: SystemManifest['zones'],
  asked: Asked | undefined,
  history: readonly HistoryEvent[],
): SystemManifest {
  const withNetworks = Object.entries(zones).map(([id, zone]) => {
    return [id, withNetworksOf(zone, entryOf(manifest.zones, id) ?? {})] as const
  })
  return {
    ...manifest,
    zones: Object.fromEntries(withNetworks),
    ...(asked === undefined ? {} : { exchange: asked.exchange }),
    history,
  }
}
