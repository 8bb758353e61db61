import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isRecord, valueAt } from '../../lib/deliver/json.ts'
import { type CloudsPlace, connect, type OpenStack, readCloud } from '../../scripts/openstack/index.ts'
import { labVariable } from './lab/lab.ts'

/** The lab's clouds.yaml; undefined where there is no lab. */
export function labClouds(): string | undefined {
  return process.env[labVariable]
}

/** The names of the lab's clouds. */
export function labCloudNames(): readonly string[] {
  const clouds = valueAt(parse(readFileSync(labClouds() ?? '', 'utf8')), 'clouds')
  return isRecord(clouds) ? Object.keys(clouds) : []
}

/** Where the tests' own look at the clouds finds them. */
export function labPlace(): CloudsPlace {
  return { environment: { OS_CLIENT_CONFIG_FILE: labClouds() }, cwd: '/', root: '/nowhere' }
}

/** Signs in with the credentials of clouds.yaml. A token outlives every test. */
export function signInAsAdmin(cloud: string): Promise<OpenStack> {
  return connect(readCloud(cloud, labPlace()))
}

export interface Person {
  readonly name: string
  readonly password: string
  readonly domain: string
}

/** Signs in as somebody of a unit, to a project. */
export function signIn(
  cloud: string,
  person: Person,
  project: { readonly name: string; readonly domain: string },
): Promise<OpenStack> {
  const entry = readCloud(cloud, labPlace())
  return connect({
    ...entry,
    auth: {
      auth_url: entry.auth.auth_url ?? '',
      username: person.name,
      password: person.password,
      user_domain_name: person.domain,
      project_name: project.name,
      project_domain_name: project.domain,
    },
  })
}
