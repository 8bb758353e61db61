import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import type { CloudEntry } from './clouds-file.ts'

/** The body that Keystone v3 takes at `POST /auth/tokens`: password or application credential. */
export function authenticationRequest(cloud: CloudEntry): unknown {
  const { auth } = cloud
  if (auth.application_credential_id !== undefined || auth.application_credential_name !== undefined) {
    return { auth: { identity: applicationCredential(cloud) } }
  }
  const password = auth.password
  if (password === undefined) throw incomplete(cloud, 'password')
  const identity = { methods: ['password'], password: { user: { ...user(cloud), password } } }
  return { auth: { identity, ...scope(cloud) } }
}

/** The v3 root of Keystone, however the entry writes it. */
export function identityRoot(cloud: CloudEntry): string {
  const url = cloud.auth.auth_url
  if (url === undefined || !URL.canParse(url)) throw incomplete(cloud, 'auth_url')
  const bare = url.replace(/\/+$/, '')
  return bare.endsWith('/v3') ? bare : `${bare}/v3`
}

function applicationCredential(cloud: CloudEntry): unknown {
  const { auth } = cloud
  const secret = auth.application_credential_secret
  if (secret === undefined) throw incomplete(cloud, 'application_credential_secret')
  const which =
    auth.application_credential_id === undefined
      ? { name: auth.application_credential_name, user: user(cloud) }
      : { id: auth.application_credential_id }
  return { methods: ['application_credential'], application_credential: { ...which, secret } }
}

function user(cloud: CloudEntry): object {
  const { auth } = cloud
  if (auth.user_id !== undefined) return { id: auth.user_id }
  if (auth.username === undefined) throw incomplete(cloud, 'username')
  return { name: auth.username, domain: domain(auth.user_domain_id, auth.user_domain_name, cloud) }
}

function scope(cloud: CloudEntry): { readonly scope?: unknown } {
  const { auth } = cloud
  if (auth.project_id !== undefined) return { scope: { project: { id: auth.project_id } } }
  if (auth.project_name !== undefined) {
    const owner = domain(auth.project_domain_id, auth.project_domain_name, cloud)
    return { scope: { project: { name: auth.project_name, domain: owner } } }
  }
  if (auth.system_scope !== undefined) return { scope: { system: { all: true } } }
  if (auth.domain_id !== undefined) return { scope: { domain: { id: auth.domain_id } } }
  if (auth.domain_name !== undefined) return { scope: { domain: { name: auth.domain_name } } }
  return {}
}

function domain(id: string | undefined, name: string | undefined, cloud: CloudEntry): unknown {
  if (id !== undefined) return { id }
  if (name !== undefined) return { name }
  if (cloud.auth.domain_id !== undefined) return { id: cloud.auth.domain_id }
  return cloud.auth.domain_name === undefined ? { id: 'default' } : { name: cloud.auth.domain_name }
}

function incomplete(cloud: CloudEntry, key: string): Refusal {
  return lacking(
    codes.credentialsIncomplete,
    { cloud: cloud.name },
    {
      zh: `${cloud.file} 中云 ${cloud.name} 缺少有效的 auth.${key}`,
      en: `the cloud ${cloud.name} in ${cloud.file} lacks a valid auth.${key}`,
    },
  )
}
