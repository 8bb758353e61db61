import { setTimeout as sleep } from 'node:timers/promises'
import { EnvHttpProxyAgent, fetch } from 'undici'
import { codes } from '../../lib/deliver/codes.ts'
import { isRecord, listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { Service } from '../../lib/resource-types/index.ts'
import { ownText } from '../files/own-file.ts'
import { authenticationRequest, identityRoot } from './authentication.ts'
import type { CloudEntry } from './clouds-file.ts'
import { untilHungUp } from './hang-up.ts'
import { ServiceError } from './service-error.ts'
import { turns } from './turns.ts'

/** The types under which a service may stand in the catalogue; the first one is the official one. */
const serviceTypes: Readonly<Record<Service, readonly string[]>> = {
  identity: ['identity'],
  compute: ['compute'],
  'block-storage': ['block-storage', 'volumev3'],
  network: ['network'],
  image: ['image'],
  'load-balancer': ['load-balancer'],
  dns: ['dns'],
  'object-storage': ['object-store'],
  'key-manager': ['key-manager'],
  'shared-file-system': ['shared-file-system', 'sharev2'],
}

/** Services of which some clouds write the version of the API into the catalogue: our paths hold it. */
const versionedPaths: ReadonlySet<Service> = new Set(['image', 'load-balancer', 'dns', 'key-manager'])

export interface Reply {
  readonly status: number
  /** The JSON answer; undefined where there is none. */
  readonly body: unknown
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON; bytes are sent as they are. */
  readonly body?: unknown
  /** Such as `OpenStack-API-Version: compute 2.64`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An application credential, as a token that it was taken by says of it. */
export interface ActingCredential {
  readonly id: string
  /** Whether it may make or delete none itself, nor lend its roles. */
  readonly isRestricted: boolean
  /** Whether only the calls that it names may be made by it. */
  readonly hasAccessRules: boolean
}

export interface OpenStack {
  readonly cloud: string
  /** The project that the token is scoped to. */
  readonly projectId: string | undefined
  readonly userId: string | undefined
  /** Names of the roles that the token carries. */
  readonly roles: readonly string[]
  /** By which application credential it acts; undefined where it is by a password. */
  readonly credential: ActingCredential | undefined
  /** Answers outside 2xx throw a `ServiceError`. */
  request(service: Service, method: string, path: string, options?: RequestOptions): Promise<Reply>
  /**
   * Every item of a collection, over all its pages; `key` is the name of the list in the answer, and empty where the
   * answer is the list itself.
   */
  list(
    service: Service,
    path: string,
    key: string,
    query?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<readonly unknown[]>
  /** Whether the cloud's catalogue has the service. */
  offers(service: Service): boolean
  /** Where the service answers; undefined where the cloud's catalogue does not have it. */
  addressOf(service: Service): string | undefined
  /**
   * The same account, acting in another project. Throws a `Refusal` where it has no role there.
   * @param service what it is for: that of which nobody else sees what a project has
   */
  inProject(projectId: string, service: Service): Promise<OpenStack>
}

const timeoutMs = 60_000
const retryAfterMs = 1_000
/**
 * As many as terraform sends. A look at a project is dozens of questions, at a domain several for each of its people; each
 * makes its service ask Keystone, and what all ask at once is answered after everybody's patience has ended.
 */
const requestsAtOnce = 10
/** A collection that never ends is a defect of the service; one page holds at least a few dozen items. */
const maxPages = 10_000

/**
 * Authenticates; throws a `Refusal` when the cloud cannot be used.
 * @param patienceMs how long any answer may take, once it was asked for
 */
export async function connect(cloud: CloudEntry, patienceMs: number = timeoutMs): Promise<OpenStack> {
  return await signedIn(cloud, sender(cloud, patienceMs), patienceMs)
}

async function signedIn(cloud: CloudEntry, send: Send, patienceMs: number): Promise<OpenStack> {
  const { token, body } = await authenticate(cloud, send, patienceMs)
  const endpoint = (service: Service): string => endpointOf(body, cloud, service)
  const request: OpenStack['request'] = async (service, method, path, options = {}) => {
    const url = withQuery(`${endpoint(service)}${path}`, options.query)
    const headers = { ...options.headers, 'x-auth-token': token }
    try {
      return await send(method, url, { ...options, headers })
    } catch (error) {
      throw error instanceof ServiceError ? error : unreachable(cloud, service, url, error, patienceMs)
    }
  }
  return {
    cloud: cloud.name,
    projectId: textAt(body, 'token', 'project', 'id'),
    userId: textAt(body, 'token', 'user', 'id'),
    roles: listAt(body, 'token', 'roles').flatMap(role => textAt(role, 'name') ?? []),
    credential: credentialOf(body),
    request,
    offers: service => urlOf(body, cloud, service) !== undefined,
    addressOf: service => urlOf(body, cloud, service),
    inProject: async (projectId, service) => await rescoped(cloud, projectId, service, send, patienceMs),
    async list(service, path, key, query = {}, headers = {}) {
      const items: unknown[] = []
      let next: Readonly<Record<string, string>> | undefined = query
      for (let page = 0; next !== undefined && page < maxPages; page += 1) {
        const reply: Reply = await request(service, 'GET', path, { query: next, headers })
        items.push(...listAt(reply.body, ...(key === '' ? [] : [key])))
        next = nextPage(reply.body, key)
      }
      return items
    },
  }
}

function credentialOf(body: unknown): ActingCredential | undefined {
  const held = valueAt(body, 'token', 'application_credential')
  const id = textAt(held, 'id')
  if (id === undefined) return undefined
  return {
    id,
    isRestricted: valueAt(held, 'restricted') === true,
    hasAccessRules: listAt(held, 'access_rules').length > 0,
  }
}

/** An application credential is bound to its project for good; Keystone refuses that too. */
async function rescoped(
  cloud: CloudEntry,
  projectId: string,
  service: Service,
  send: Send,
  patienceMs: number,
): Promise<OpenStack> {
  const { project_name: _, system_scope: __, ...auth } = cloud.auth
  try {
    return await signedIn({ ...cloud, auth: { ...auth, project_id: projectId } }, send, patienceMs)
  } catch (error) {
    if (!(error instanceof Refusal) || error.finding.code !== codes.credentialsRefused.code) throw error
    throw projectClosed(cloud, projectId, service, error)
  }
}

type Send = (method: string, url: string, options: RequestOptions) => Promise<Reply & { token?: string }>

/**
 * One HTTP client for a cloud: its own certificate authority, the environment's proxies, a few requests at once, one retry
 * on 429 and 5xx.
 */
function sender(cloud: CloudEntry, patienceMs: number): Send {
  const dispatcher = new EnvHttpProxyAgent({
    connect: {
      timeout: 10_000,
      rejectUnauthorized: cloud.verify,
      ...(cloud.caFile === undefined ? {} : { ca: readCertificate(cloud, cloud.caFile) }),
    },
  })
  const inTurn = turns(requestsAtOnce)
  const ended = untilHungUp()
  const exchange: Send = async (method, url, options) => {
    const init = {
      method,
      dispatcher,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...options.headers },
      ...(options.body === undefined ? {} : { body: encoded(options.body) }),
    }
    const attempt = async () => {
      const response = await fetch(url, {
        ...init,
        signal: AbortSignal.any([AbortSignal.timeout(patienceMs), ended]),
      })
      return { response, text: await response.text() }
    }
    let { response, text } = await attempt()
    if (response.status === 429 || response.status >= 500) {
      await sleep(retryAfterMs, undefined, { signal: ended })
      ;({ response, text } = await attempt())
    }
    if (!response.ok) {
      throw new ServiceError(cloud.name, `${method} ${url}`, response.status, errorMessage(text))
    }
    const token = response.headers.get('x-subject-token')
    return { status: response.status, body: parsed(text), ...(token === null ? {} : { token }) }
  }
  return (method, url, options) => inTurn(() => exchange(method, url, options))
}

async function authenticate(
  cloud: CloudEntry,
  send: Send,
  patienceMs: number,
): Promise<{ readonly token: string; readonly body: unknown }> {
  const url = `${identityRoot(cloud)}/auth/tokens`
  const request = authenticationRequest(cloud)
  try {
    const { token, body } = await send('POST', url, { body: request })
    if (token === undefined)
      throw new ServiceError(cloud.name, `POST ${url}`, 200, 'the answer holds no token')
    return { token, body }
  } catch (error) {
    throw authenticationProblem(cloud, url, error, patienceMs)
  }
}

function authenticationProblem(cloud: CloudEntry, url: string, error: unknown, patienceMs: number): Refusal {
  if (error instanceof ServiceError && (error.status === 401 || error.status === 403)) {
    return lacking(
      codes.credentialsRefused,
      { cloud: cloud.name },
      {
        zh: `云 ${cloud.name} 拒绝了 ${cloud.file} 中的凭据(${error.status})`,
        en: `the cloud ${cloud.name} refused the credentials in ${cloud.file} (${error.status})`,
      },
      error,
    )
  }
  return unreachable(cloud, 'identity', url, error, patienceMs)
}

/** What the network says of a service that did not come to answer. */
function unreachable(
  cloud: CloudEntry,
  service: Service,
  url: string,
  error: unknown,
  patienceMs: number,
): Refusal {
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  const reason = isLate ? `no answer within ${patienceMs / 1000} s` : reasonOf(error)
  const definition = /certificate|self[- ]signed|CERT_|ERR_TLS/i.test(reason)
    ? codes.certificateUntrusted
    : codes.endpointUnreachable
  return lacking(
    definition,
    { cloud: cloud.name },
    {
      zh: `云 ${cloud.name} 的 ${service} 服务 ${url} 无法使用：${reason}`,
      en: `the service ${service} of the cloud ${cloud.name} at ${url} cannot be used: ${reason}`,
    },
    error,
  )
}

/** The innermost reason: fetch wraps what the network said. */
function reasonOf(error: unknown): string {
  if (error instanceof ServiceError) return `${error.status} ${error.detail}`
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  const code = textAt(error, 'code')
  const text = error.message === '' ? error.name : error.message
  return code === undefined || text.includes(code) ? text : `${code} ${text}`
}

function endpointOf(body: unknown, cloud: CloudEntry, service: Service): string {
  const url = urlOf(body, cloud, service)
  if (url === undefined) {
    throw lacking(
      codes.serviceMissing,
      { cloud: cloud.name },
      {
        zh: `云 ${cloud.name} 的服务目录中没有 ${service}（区域 ${cloud.region ?? '任意'}，接口 ${cloud.interface}）`,
        en: `the service catalogue of the cloud ${cloud.name} has no ${service} (region ${cloud.region ?? 'any'}, interface ${cloud.interface})`,
      },
    )
  }
  return url
}

/** Undefined where the catalogue does not have the service. */
function urlOf(body: unknown, cloud: CloudEntry, service: Service): string | undefined {
  // The token's own root is known to answer; the one in the catalogue may be for another network.
  if (service === 'identity') return identityRoot(cloud)
  const types: readonly string[] = serviceTypes[service]
  const endpoints = listAt(body, 'token', 'catalog')
    .filter(entry => types.includes(textAt(entry, 'type') ?? ''))
    .flatMap(entry => listAt(entry, 'endpoints'))
  const found = endpoints.find(
    endpoint =>
      valueAt(endpoint, 'interface') === cloud.interface &&
      (cloud.region === undefined || valueAt(endpoint, 'region_id') === cloud.region),
  )
  const url = textAt(found, 'url')?.replace(/\/+$/, '')
  if (url !== undefined && versionedPaths.has(service)) return url.replace(/\/v\d+(?:\.\d+)?$/, '')
  return url !== undefined && service === 'network' && !/\/v2\.0$/.test(url) ? `${url}/v2.0` : url
}

function projectClosed(cloud: CloudEntry, projectId: string, service: Service, error: Refusal): Refusal {
  return lacking(
    codes.projectClosed,
    { cloud: cloud.name },
    {
      zh: `云 ${cloud.name} 的 ${service} 服务只向项目 ${projectId} 自身列出其内容，而执行账户在该项目中没有角色`,
      en: `the service ${service} of the cloud ${cloud.name} tells what the project ${projectId} has to that project alone, and the account of the runner has no role in it`,
    },
    error,
  )
}

function readCertificate(cloud: CloudEntry, file: string): string {
  try {
    return ownText(file)
  } catch (error) {
    throw lacking(
      codes.certificateUntrusted,
      { cloud: cloud.name },
      {
        zh: `无法读取云 ${cloud.name} 的 cacert ${file}`,
        en: `the cacert ${file} of the cloud ${cloud.name} cannot be read`,
      },
      error,
    )
  }
}

function withQuery(url: string, query: Readonly<Record<string, string>> | undefined): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? url : `${url}?${text}`
}

/** Keystone writes `links.next`; the others write `<key>_links` with a `next`; glance writes `next`. */
function nextPage(body: unknown, key: string): Readonly<Record<string, string>> | undefined {
  const linked = listAt(body, `${key}_links`).find(link => valueAt(link, 'rel') === 'next')
  const next = textAt(linked, 'href') ?? textAt(body, 'links', 'next') ?? textAt(body, 'next')
  const at = next?.indexOf('?') ?? -1
  return next === undefined || at < 0 ? undefined : Object.fromEntries(new URLSearchParams(next.slice(at)))
}

function encoded(body: unknown): Uint8Array | string {
  return body instanceof Uint8Array ? body : JSON.stringify(body)
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every service wraps its message in an object of its own naming. */
function errorMessage(text: string): string {
  const body = parsed(text)
  const inner = isRecord(body)
    ? Object.values(body).find(value => isRecord(value) || value !== '')
    : undefined
  return textAt(inner, 'message') ?? (typeof inner === 'string' ? inner : text.slice(0, 500))
}
