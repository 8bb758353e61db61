import type { CodeDefinition } from '../finding/finding.ts'
import { codes } from './codes.ts'
import type { Diagnostic } from './events.ts'

export interface Cause {
  readonly definition: CodeDefinition
  /** Whether trying again after a while may help. */
  readonly passing: boolean
}

interface Sign {
  readonly cause: Cause
  readonly pattern: RegExp
}

const lasting = (definition: CodeDefinition, pattern: RegExp): Sign => ({
  cause: { definition, passing: false },
  pattern,
})
const passing = (definition: CodeDefinition, pattern: RegExp): Sign => ({
  cause: { definition, passing: true },
  pattern,
})

/** The first that fits counts: a quota, too, is answered with 409 or 403, and a certificate fault ends in a lost connection. */
const signs: readonly Sign[] = [
  lasting(
    codes.lockMismatch,
    /doesn't match any of the checksums|does not match any of the checksums|inconsistent dependency lock file|provider dependency changes detected/i,
  ),
  lasting(
    codes.providerMissing,
    /failed to query available provider packages|could not retrieve (?:the list|providers)|failed to install provider|required plugins are not installed|failed to (?:instantiate|load) (?:provider|plugin)|provider registry/i,
  ),
  lasting(codes.planChanged, /saved plan is stale/i),
  // Terraform's words for the end of a plugin's process: of the request that met it, and of those beside.
  lasting(
    codes.providerEnded,
    /plugin did not respond|failed to respond to the plugin|plugin\d?\S* request was cancelled/i,
  ),
  passing(codes.stateLocked, /error acquiring the state lock|state (?:is )?already locked/i),
  lasting(
    codes.stateUnreadable,
    /(?:failed to|error) (?:load|loading|read|reading|persist|persisting|save|saving|refresh|refreshing|write|writing) (?:the )?state|state snapshot|unsupported state file|backend initialization required|error (?:configuring|loading) (?:the )?backend/i,
  ),
  lasting(codes.interrupted, /operation cancel|execution halted|interrupt(?:ed)? (?:signal )?received/i),
  lasting(codes.certificateUntrusted, /x509:|certificate (?:signed by unknown|verify failed|has expired)/i),
  lasting(
    codes.credentialsRefused,
    /got 401|authentication failed|unable to re-?authenticate|the request you have made requires authentication/i,
  ),
  // Nova's and Cinder's words: https://opendev.org/openstack/nova/src/branch/master/nova/api/openstack/compute/quota_sets.py
  lasting(
    codes.quotaBelowUsage,
    /quota \S+ limit must be equal or greater than existing resources|must be greater than or equal to already used and reserved/i,
  ),
  // Cinder: `_validate_quota_set` in api/validation/validators.py.
  lasting(codes.volumeTypesMissing, /bad key\(s\) in quota set/i),
  // Nova asks Keystone for the project of a quota and of a flavor's access.
  lasting(codes.goneFromCloud, /project id \S+ is not a valid project|could not find project: /i),
  lasting(
    codes.addressesTaken,
    /\bSubnetAllocationError\b|failed to allocate subnet|cannot allocate requested subnet/i,
  ),
  // Neutron's names of it: https://opendev.org/openstack/neutron-lib/src/branch/master/neutron_lib/exceptions
  lasting(
    codes.stillInUse,
    /\b(?:(?:External)?Network|Subnet(?:Pool)?|Router(?:ExternalGateway|Interface)?|SecurityGroup|AddressScope|AddressGroup|RbacPolicy|QosPolicy)InUse(?:By\w+)?\b|rbac policy on object \S+ cannot be removed|deletion is not allowed with existing volumes|required by one or more floating ips/i,
  ),
  // Neutron counts what is just being made twice for a moment; with a quota that fits exactly, the next request is refused.
  passing(codes.quotaExceeded, /quota exceeded for resources/i),
  lasting(codes.quotaExceeded, /quota.{0,40}(?:exceed|reached)|exceed\w*.{0,40}quota|over ?(?:quota|limit)/i),
  passing(codes.rateLimited, /got 429|too many requests|rate ?limit/i),
  lasting(codes.neverSettled, /timeout while waiting for (?:state|resource)/i),
  passing(
    codes.serverError,
    /got 5\d\d|internal server error|bad gateway|service unavailable|gateway time-?out/i,
  ),
  passing(codes.connectionLost, /concurrent(?:ly)? (?:modif|update)|please (?:try again|retry)|deadlock/i),
  lasting(codes.conflict, /got 409|conflict occurred|already exists/i),
  lasting(codes.forbidden, /got 403|forbidden|not authorized to perform/i),
  lasting(
    codes.notFound,
    /got 404|could not (?:be )?found?|your query returned no results|no suitable endpoint|unable to find|returned no result|not found/i,
  ),
  lasting(codes.requestInvalid, /got 400|bad request|invalid input/i),
  passing(
    codes.endpointUnreachable,
    /connection refused|no such host|no route to host|network is unreachable|proxyconnect/i,
  ),
  passing(
    codes.connectionLost,
    /context deadline exceeded|i\/o timeout|client\.timeout|connection reset|broken pipe|unexpected eof|\bEOF\b|tls handshake/i,
  ),
  lasting(
    codes.configurationInvalid,
    /unsupported (?:argument|attribute|block)|missing required argument|invalid (?:reference|value|index|expression|configuration)|reference to undeclared|incorrect attribute value|duplicate (?:resource|provider)|import block target does not exist/i,
  ),
]

const unrecognised: Cause = { definition: codes.unrecognised, passing: false }

/** What a message of terraform, its provider or a cloud means. */
export function causeOf({ summary, detail }: Pick<Diagnostic, 'summary' | 'detail'>): Cause {
  const text = `${summary}\n${detail}`
  return signs.find(({ pattern }) => pattern.test(text))?.cause ?? unrecognised
}

/**
 * Why a stack failed. One lasting cause among passing ones decides: trying again would only meet it again. With nothing
 * but warnings, terraform left without a word: somebody ended it.
 */
export function causeOfFailure(diagnostics: readonly Diagnostic[]): Cause {
  const causes = diagnostics.filter(({ severity }) => severity === 'error').map(causeOf)
  const lastingCause = causes.find(
    cause => !cause.passing && cause.definition.code !== codes.unrecognised.code,
  )
  return lastingCause ?? causes.find(cause => !cause.passing) ?? causes[0] ?? unrecognised
}
