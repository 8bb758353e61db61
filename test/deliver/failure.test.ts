import { describe, expect, test } from 'vitest'
import { codes } from '../../lib/deliver/codes.ts'
import { causeOf, causeOfFailure } from '../../lib/deliver/failure.ts'

const got = (status: number, body = '') =>
  `Error creating openstack_x: Expected HTTP response code [201 202] when accessing [POST http://127.0.0.1:9696/v2.0/x], but got ${status} instead: ${body}`

/** As terraform 1.11 and provider 3.4.0 print them. */
const said: readonly (readonly [string, keyof typeof codes, boolean])[] = [
  [
    got(409, '{"error":{"code":409,"message":"Conflict occurred attempting to store project"}}'),
    'conflict',
    false,
  ],
  [
    got(
      409,
      '{"NeutronError": {"type": "OverQuota", "message": "Quota exceeded for resources: [\'subnet\']."}}',
    ),
    'quotaExceeded',
    true,
  ],
  [
    got(
      413,
      '{"overLimit": {"message": "VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded for quota \'volumes\'."}}',
    ),
    'quotaExceeded',
    false,
  ],
  [
    got(
      403,
      '{"forbidden": {"message": "Quota exceeded for cores: Requested 8, but already used 0 of 4 cores"}}',
    ),
    'quotaExceeded',
    false,
  ],
  [
    got(403, '{"error": {"message": "You are not authorized to perform the requested action"}}'),
    'forbidden',
    false,
  ],
  [got(400, '{"badRequest": {"message": "Invalid input for field"}}'), 'requestInvalid', false],
  [got(404, 'itemNotFound'), 'notFound', false],
  [
    got(
      400,
      '{"badRequest": {"code": 400, "message": "Quota gigabytes limit must be equal or greater than existing resources. Current usage is 30 and the requested limit is 20."}}',
    ),
    'quotaBelowUsage',
    false,
  ],
  [
    got(
      400,
      '{"badRequest": {"code": 400, "message": "Quota limit 2 for cores must be greater than or equal to already used and reserved 4."}}',
    ),
    'quotaBelowUsage',
    false,
  ],
  // Too much is another mistake than too little.
  [
    got(
      400,
      '{"badRequest": {"code": 400, "message": "Quota limit 9 for cores must be less than or equal to 8."}}',
    ),
    'requestInvalid',
    false,
  ],
  [
    got(400, '{"badRequest": {"code": 400, "message": "Project ID 0a1b is not a valid project."}}'),
    'goneFromCloud',
    false,
  ],
  [got(404, '{"error":{"code":404,"message":"Could not find project: 0a1b."}}'), 'goneFromCloud', false],
  [got(404, '{"error":{"code":404,"message":"Could not find role: 0a1b."}}'), 'notFound', false],
  [
    got(
      500,
      '{"NeutronError": {"type": "SubnetAllocationError", "message": "Failed to allocate subnet: Cannot allocate requested subnet from the available set of prefixes.", "detail": ""}}',
    ),
    'addressesTaken',
    false,
  ],
  [
    got(
      409,
      '{"NeutronError": {"type": "RouterExternalGatewayInUseByFloatingIp", "message": "Gateway cannot be updated for router r, since a gateway to external network n is required by one or more floating IPs.", "detail": ""}}',
    ),
    'stillInUse',
    false,
  ],
  [
    got(
      409,
      '{"NeutronError": {"type": "RbacPolicyInUse", "message": "RBAC policy on object n cannot be removed because other objects depend on it.\\nDetails: Callback", "detail": ""}}',
    ),
    'stillInUse',
    false,
  ],
  [got(409, '{"NeutronError": {"type": "NetworkInUse", "message": "x"}}'), 'stillInUse', false],
  // An address that another has is no object that somebody uses.
  [got(409, '{"NeutronError": {"type": "IpAddressInUse", "message": "x"}}'), 'conflict', false],
  [
    "Error waiting for openstack_networking_router_v2 r to delete: timeout while waiting for state to become 'DELETED' (last state: 'ACTIVE', timeout: 10m0s)",
    'neverSettled',
    false,
  ],
  [got(429), 'rateLimited', true],
  [got(500), 'serverError', true],
  [got(503, 'Service Unavailable'), 'serverError', true],
  ['Your query returned no results. Please change your search criteria and try again.', 'notFound', false],
  ['Error creating OpenStack identity client: Authentication failed', 'credentialsRefused', false],
  [
    'Get "http://10.0.0.1:5000/": dial tcp 10.0.0.1:5000: connect: connection refused',
    'endpointUnreachable',
    true,
  ],
  ['Post "https://x:9696/": dial tcp: lookup x: no such host', 'endpointUnreachable', true],
  [
    'Get "https://x:5000/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'certificateUntrusted',
    false,
  ],
  [
    'Get "http://x/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    'connectionLost',
    true,
  ],
  ['Get "http://x/": read tcp: connection reset by peer', 'connectionLost', true],
  ['Get "http://x/": EOF', 'connectionLost', true],
  ['Error acquiring the state lock', 'stateLocked', true],
  ['Failed to load state: unsupported state file format', 'stateUnreadable', false],
  ['Failed to query available provider packages', 'providerMissing', false],
  [
    "the cached package for registry.terraform.io/x/openstack 3.4.0 doesn't match any of the checksums recorded in the dependency lock file",
    'lockMismatch',
    false,
  ],
  ['Saved plan is stale', 'planChanged', false],
  ['Unsupported argument', 'configurationInvalid', false],
  ['execution halted', 'interrupted', false],
  [
    'The plugin encountered an error, and failed to respond to the plugin6.(*GRPCProvider).ApplyResourceChange call.',
    'providerEnded',
    false,
  ],
  ['Plugin did not respond', 'providerEnded', false],
  ['The plugin.(*GRPCProvider).ReadResource request was cancelled.', 'providerEnded', false],
  ['something that nobody has seen before', 'unrecognised', false],
]

describe('a message', () => {
  test.each(said)('%s: %s, passing: %s', (summary, code, passing) => {
    expect(causeOf({ summary, detail: '' })).toEqual({ definition: codes[code], passing })
    expect(causeOf({ summary: 'Error', detail: summary })).toEqual({ definition: codes[code], passing })
  })
})

describe('a failure', () => {
  const error = (summary: string) => ({ severity: 'error', summary, detail: '' }) as const

  test('is lasting as soon as one of its causes is', () => {
    expect(causeOfFailure([error(got(503)), error(got(409)), error(got(500))])).toEqual({
      definition: codes.conflict,
      passing: false,
    })
  })

  test('passes when all of its causes do', () => {
    expect(causeOfFailure([error(got(503)), error(got(500))])).toEqual({
      definition: codes.serverError,
      passing: true,
    })
  })

  test('is not tried again when one of its messages is unknown', () => {
    expect(causeOfFailure([error(got(503)), error('who knows')]).passing).toBe(false)
  })

  test('is not explained by a warning', () => {
    expect(causeOfFailure([{ severity: 'warning', summary: got(409), detail: '' }]).definition).toBe(
      codes.unrecognised,
    )
  })
})
