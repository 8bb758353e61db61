import { setTimeout as sleep } from 'node:timers/promises'
import { EnvHttpProxyAgent, fetch, type Headers } from 'undici'
import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import { forgeRefusal } from './refusals.ts'

export interface ForgeReply {
  readonly status: number
  /** The JSON answer; undefined where there is none. */
  readonly body: unknown
  readonly headers: Headers
}

export interface ForgeRequest {
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
}

export interface ForgeClient {
  /** The forge's address. */
  readonly address: string
  /** @throws Refusal for whatever the forge does not answer with 2xx */
  request(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, request?: ForgeRequest): Promise<ForgeReply>
  /** The same for what may not be there. */
  find(path: string): Promise<ForgeReply | undefined>
  /** Passes the time until the forge is asked again. */
  wait(milliseconds: number): Promise<unknown>
}

export interface ForgeAccess {
  readonly address: string
  /** Under which the paths lie, such as `https://git.example/api/v1`. */
  readonly api: string
  /** Headers that carry the token. */
  readonly authorisation: Readonly<Record<string, string>>
  /** Text of the certificates of a private authority. */
  readonly ca: string | undefined
  /** @default a timer */
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

const patienceMs = 30_000
const attempts = 4
const firstWaitMs = 500
/** Whoever asks for more patience than this is told of as one that limits. */
const longestWaitMs = 60_000

/**
 * One HTTP client for a forge. Proxies are those of the environment. A redirection is refused: it would carry the token
 * to an address that nobody allowed.
 */
export function forgeClient(access: ForgeAccess): ForgeClient {
  const dispatcher = new EnvHttpProxyAgent({
    connect: { timeout: 10_000, ...(access.ca === undefined ? {} : { ca: access.ca }) },
  })
  const wait = access.wait ?? (milliseconds => sleep(milliseconds))
  const once = async (method: string, url: string, body: unknown): Promise<ForgeReply> => {
    const response = await fetch(url, {
      method,
      dispatcher,
      redirect: 'error',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...access.authorisation },
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
  }
  const outcomeOf = async (method: string, path: string, { query = {}, body }: ForgeRequest) => {
    const search = new URLSearchParams(query).toString()
    const url = `${access.api}${path}${search === '' ? '' : `?${search}`}`
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await tried(() => once(method, url, body))
      const pause = pauseAfter(outcome, attempt)
      if (pause === undefined) return outcome
      await wait(pause)
    }
  }
  return {
    address: access.address,
    wait,
    request: async (method, path, request = {}) =>
      settled(access.address, `${method} ${path}`, await outcomeOf(method, path, request)),
    find: async path => {
      const outcome = await outcomeOf('GET', path, {})
      if ('status' in outcome && outcome.status === 404) return undefined
      return settled(access.address, `GET ${path}`, outcome)
    },
  }
}

type Outcome = ForgeReply | { readonly error: unknown }

async function tried(work: () => Promise<ForgeReply>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    return { error }
  }
}

/** How long to wait before another attempt; undefined where there is none to make. */
function pauseAfter(outcome: Outcome, attempt: number): number | undefined {
  if (attempt >= attempts || !isPassing(outcome)) return undefined
  const asked = 'error' in outcome ? undefined : askedPauseMs(outcome.headers)
  if (asked !== undefined && asked > longestWaitMs) return undefined
  return asked ?? firstWaitMs * 2 ** (attempt - 1)
}

function isPassing(outcome: Outcome): boolean {
  if ('error' in outcome) return !isCertificate(reasonOf(outcome.error))
  return outcome.status === 429 || outcome.status >= 500 || isLimit(outcome)
}

/** Some forges say 403 where they mean 429. */
function isLimit({ status, headers }: ForgeReply): boolean {
  return status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0')
}

function askedPauseMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}

function settled(address: string, call: string, outcome: Outcome): ForgeReply {
  if ('error' in outcome)
    throw forgeRefusal(codes.unreachable, address, `${address}: ${reasonOf(outcome.error)}`, outcome.error)
  const { status } = outcome
  if (status >= 200 && status < 300) return outcome
  if (isLimit(outcome)) throw forgeRefusal(codes.limited, address, `${call}: ${status}`)
  if (status === 401 || status === 403) throw forgeRefusal(codes.tokenRefused, address, `${call}: ${status}`)
  if (status === 404) throw forgeRefusal(codes.notFound, address, `${call}: ${status}`)
  throw forgeRefusal(status >= 500 ? codes.unreachable : codes.unknownShape, address, `${call}: ${status}`)
}

function isCertificate(reason: string): boolean {
  return /certificate|self[- ]signed|CERT_|ERR_TLS/i.test(reason)
}

/** The innermost reason: fetch wraps what the network said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  return error.message === '' ? error.name : error.message
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
