// What a data repository asks of a runner, held against what the runner lets it ask for.
import type { RunnerSettings } from '../../generated/types/runner.ts'
import type { DesiredZone } from '../desired-state/index.ts'
import { canonicalJson } from '../desired-state/index.ts'
import type { CodeDefinition, Text } from '../finding/finding.ts'
import { codes } from './codes.ts'

export type { RunnerSettings } from '../../generated/types/runner.ts'

export interface NotAllowed {
  readonly definition: CodeDefinition
  readonly message: Text
}

export type ZoneRequest = Pick<DesiredZone, 'id' | 'cloud' | 'backend'>

/** Why a zone may not be reached; undefined when it may. Without settings, any cloud that the runner itself knows may be. */
export function zoneNotAllowed(
  settings: RunnerSettings | undefined,
  { id, cloud, backend }: ZoneRequest,
): NotAllowed | undefined {
  const allowed = settings?.zones?.[id]
  const isClosed = settings?.zones !== undefined
  if (isClosed && allowed?.cloud !== cloud) {
    const known = allowed?.cloud ?? '—'
    return notAllowed(codes.cloudNotAllowed, `${id}: ${cloud} ≠ ${known}`)
  }
  const wanted = canonicalJson(backend)
  const own = allowed === undefined ? undefined : canonicalJson(allowed.backend)
  if (wanted === own || (!isClosed && backend.type === 'local')) return undefined
  return notAllowed(codes.backendNotAllowed, `${id}: ${wanted} ≠ ${own ?? '{"type":"local"}'}`)
}

/** Why a cloud may not be signed in to at an address; undefined when it may. */
export function addressNotAllowed(
  settings: RunnerSettings | undefined,
  cloud: string,
  authUrl: string | undefined,
): NotAllowed | undefined {
  if (settings?.zones === undefined) return undefined
  const addresses = Object.values(settings.zones).flatMap(zone =>
    zone.cloud === cloud ? [zone.authUrl] : [],
  )
  const origin = originOf(authUrl)
  if (origin !== undefined && addresses.some(address => originOf(address) === origin)) return undefined
  return notAllowed(codes.cloudNotAllowed, `${cloud}: ${authUrl ?? '—'}`)
}

/** The text of the lock file that holds, or why there is none. */
export function lockAllowed(
  requested: string | undefined,
  own: string | undefined,
): string | undefined | NotAllowed {
  if (requested === undefined || requested === own) return own
  return notAllowed(codes.lockNotAllowed, 'catalogue/terraform.lock.hcl')
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined
}

function notAllowed(definition: CodeDefinition, what: string): NotAllowed {
  const { zh, en } = definition.title
  return { definition, message: { zh: `${zh}：${what}`, en: `${en}: ${what}` } }
}
