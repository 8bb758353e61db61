import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { codes } from '../../lib/deliver/codes.ts'
import { isRecord, textAt, valueAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { addressNotAllowed, type RunnerSettings } from '../../lib/deliver/runner.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { liesInside } from '../../lib/read/inside.ts'
import { ownText } from '../files/own-file.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** One entry of clouds.yaml, completed from secure.yaml. */
export interface CloudEntry {
  readonly name: string
  /** Absolute path of the clouds.yaml that holds it. */
  readonly file: string
  readonly region: string | undefined
  readonly interface: 'public' | 'internal' | 'admin'
  /** Absolute path of the certificate of the authority that the cloud's certificates are checked against. */
  readonly caFile: string | undefined
  readonly verify: boolean
  /** Everything under `auth`, as text. */
  readonly auth: Readonly<Record<string, string>>
  /** The part of `auth` that is only in secure.yaml. Terraform's provider does not look for that file. */
  readonly secureAuth: Readonly<Record<string, string>>
}

/** Where clouds.yaml is looked for. */
export interface CloudsPlace {
  readonly environment: Environment
  /** What relative paths in the environment are relative to. */
  readonly cwd: string
  /** Absolute path of the data repository, in which nothing is ever looked for. */
  readonly root: string
  /** What the runner allows. */
  readonly settings?: RunnerSettings | undefined
}

/** Looks a cloud up. @throws Refusal that says what is missing, and for a file that lies in the data repository. */
export function readCloud(name: string, place: CloudsPlace): CloudEntry {
  const { environment } = place
  const named = environment.OS_CLIENT_CONFIG_FILE || place.settings?.cloudsFile
  const file = findFile('clouds', named, place)
  if (file === undefined) {
    const wanted = printable(named ?? 'clouds.yaml')
    throw lacking(
      codes.cloudsFileMissing,
      { cloud: name },
      {
        zh: `未找到 ${wanted}，无法访问云 ${name}`,
        en: `${wanted} was not found, so the cloud ${name} cannot be reached`,
      },
    )
  }
  const clouds = readClouds(name, file)
  const entry = valueAt(clouds, name)
  if (!isRecord(entry)) {
    throw lacking(
      codes.cloudUnknown,
      { cloud: name },
      {
        zh: `${file} 中没有云 ${name}（现有：${Object.keys(clouds).join('、') || '无'}）`,
        en: `${file} has no cloud ${name} (it has: ${Object.keys(clouds).join(', ') || 'none'})`,
      },
    )
  }
  const secureFile = findBeside(file, place) ?? findFile('secure', environment.OS_CLIENT_SECURE_FILE, place)
  const secure = secureFile === undefined ? {} : valueAt(readClouds(name, secureFile), name)
  const open = texts(entry.auth)
  const secureAuth = Object.fromEntries(
    Object.entries(texts(valueAt(secure, 'auth'))).filter(([key]) => !Object.hasOwn(open, key)),
  )
  const caFile = textAt(entry, 'cacert')
  const auth = { ...open, ...secureAuth }
  const problem = addressNotAllowed(place.settings, name, auth.auth_url)
  if (problem !== undefined) throw lacking(problem.definition, { cloud: name }, problem.message)
  return {
    name,
    file,
    region: textAt(entry, 'region_name'),
    interface: interfaceOf(textAt(entry, 'interface') ?? textAt(entry, 'endpoint_type')),
    caFile: caFile === undefined ? undefined : outside(resolve(dirname(file), caFile), place),
    verify: entry.verify !== false,
    auth,
    secureAuth,
  }
}

/** @param cloud the one for which the file is read. */
function readClouds(cloud: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const clouds = valueAt(parse(ownText(file)), 'clouds')
    if (isRecord(clouds)) return clouds
  } catch (error) {
    throw malformed(cloud, file, error)
  }
  throw malformed(cloud, file)
}

function malformed(cloud: string, file: string, error?: unknown): Refusal {
  // The parser's message quotes the line at fault, which may be the one with the password.
  return lacking(
    codes.cloudsFileInvalid,
    { cloud },
    { zh: `${file} 不是有效的 clouds.yaml`, en: `${file} is no valid clouds.yaml` },
    error,
  )
}

/** The current directory is none of the places: it is the data repository, more often than not. */
function findFile(
  stem: 'clouds' | 'secure',
  named: string | undefined,
  place: CloudsPlace,
): string | undefined {
  if (named !== undefined && named !== '') {
    const file = resolve(place.cwd, named)
    return existsSync(file) ? outside(file, place) : undefined
  }
  const { HOME: home = homedir() } = place.environment
  // A home that is none would lead back to the current directory.
  const own = isAbsolute(home) ? [join(home, '.config/openstack')] : []
  const directories = [...own, '/etc/openstack']
  const candidates = directories.flatMap(directory => [
    join(directory, `${stem}.yaml`),
    join(directory, `${stem}.yml`),
  ])
  const found = candidates.find(file => existsSync(file))
  return found === undefined ? undefined : outside(found, place)
}

function findBeside(cloudsFile: string, place: CloudsPlace): string | undefined {
  const file = join(dirname(cloudsFile), 'secure.yaml')
  return existsSync(file) ? outside(file, place) : undefined
}

function outside(file: string, { root }: CloudsPlace): string {
  if (!liesInside(file, root)) return file
  const shown = printable(file)
  const { zh, en } = codes.cloudsFileInside.title
  throw lacking(codes.cloudsFileInside, { machine: file }, { zh: `${zh}：${shown}`, en: `${en}: ${shown}` })
}

/** YAML reads an all-digit password or project id as a number; it is text all the same. */
function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      typeof item === 'string' || typeof item === 'number' ? [[key, String(item)]] : [],
    ),
  )
}

/** Both spellings are in use: `internal` and `internalURL`. */
function interfaceOf(text: string | undefined): CloudEntry['interface'] {
  const bare = text?.replace(/URL$/, '')
  return bare === 'internal' || bare === 'admin' ? bare : 'public'
}
