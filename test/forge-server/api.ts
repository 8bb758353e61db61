import { isRecord } from '../../lib/model/record.ts'

export interface Api {
  /** The answer; @throws Error for whatever is not 2xx, with its status and text */
  readonly call: (method: string, path: string, body?: object) => Promise<unknown>
  readonly post: (path: string, body: object) => Promise<Record<string, unknown>>
  /** The status alone. */
  readonly tried: (method: string, path: string, body?: object) => Promise<number>
}

/** A forge as one account sees it. */
function callsAs(address: string, authorization: string): Api {
  const send = async (method: string, path: string, body?: object) =>
    await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const call: Api['call'] = async (method, path, body) => {
    const reply = await send(method, path, body)
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    call,
    post: async (path, body) => {
      const answer = await call('POST', path, body)
      return isRecord(answer) ? answer : {}
    },
    tried: async (method, path, body) => (await send(method, path, body)).status,
  }
}

const passwordOf = (name: string) => `Pass-${name}-1`

export function apiOf(address: string, token: string) {
  const admin = callsAs(address, `token ${token}`)
  return {
    ...admin,
    /** Makes accounts where they are not there yet; their numbers. */
    users: async (names: readonly string[]): Promise<ReadonlyMap<string, number>> => {
      const ids = new Map<string, number>()
      for (const username of names) {
        const body = { username, email: `${username}@gov.test`, password: passwordOf(username) }
        await admin.tried('POST', '/admin/users', { ...body, must_change_password: false })
        const user = await admin.call('GET', `/users/${username}`)
        ids.set(username, isRecord(user) ? Number(user.id) : 0)
      }
      return ids
    },
    /** Makes a repository of an organisation in which all may write; its number. */
    repository: async (owner: string, name: string, writers: readonly string[]): Promise<number> => {
      await admin.tried('POST', '/orgs', { username: owner })
      const made = await admin.post(`/orgs/${owner}/repos`, { name, private: true, default_branch: 'main' })
      for (const writer of writers) {
        const permission = writer === 'reader' ? 'read' : 'write'
        await admin.call('PUT', `/repos/${owner}/${name}/collaborators/${writer}`, { permission })
      }
      return Number(made.id)
    },
    /** A token for each account. */
    tokens: async (names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const tokens = new Map<string, string>()
      for (const name of names) {
        const basic = `Basic ${Buffer.from(`${name}:${passwordOf(name)}`).toString('base64')}`
        const body = { name: `t${Math.random()}`, scopes: ['all'] }
        const made = await callsAs(address, basic).post(`/users/${name}/tokens`, body)
        tokens.set(name, String(made.sha1))
      }
      return tokens
    },
  }
}
