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
