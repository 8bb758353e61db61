import type { RunnerForge, RunnerSettings } from '../../generated/types/runner.ts'
import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import { ownText } from '../files/own-file.ts'
import type { ForgeAdapter } from './adapter.ts'
import { type ForgeClient, forgeClient } from './client.ts'
import { gitea } from './gitea.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { forgeRefusal } from './refusals.ts'

export interface OpenForge {
  readonly adapter: ForgeAdapter
  readonly client: ForgeClient
  readonly settings: RunnerForge
  /** How git reaches the same forge, and nobody else. */
  readonly transport: {
    readonly address: string
    readonly header: string
    readonly caFile: string | undefined
  }
}

const adapters: Readonly<Record<RunnerForge['kind'], ForgeAdapter>> = { gitea, github, gitlab }

/**
 * A forge that the runner's settings name, with the token that goes nowhere else.
 *
 * @throws Refusal for one that they do not, and without a token
 */
export function openForge(
  settings: RunnerSettings | undefined,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): OpenForge {
  const found = forgeSettings(settings, name)
  const adapter = adapters[found.kind]
  const token = tokenOf(name, found, environment)
  const client = forgeClient({
    address: found.address,
    api: adapter.apiOf(found.address),
    authorisation: adapter.authorisation(token),
    ca: found.ca === undefined ? undefined : textOf(name, found.ca),
  })
  const header = `Authorization: Basic ${Buffer.from(`token:${token}`).toString('base64')}`
  return { adapter, client, settings: found, transport: { address: found.address, header, caFile: found.ca } }
}

/** What the runner's settings say of a forge, which nobody asks anything. @throws Refusal for one that they do not name */
export function forgeSettings(settings: RunnerSettings | undefined, name: string): RunnerForge {
  const found = new Map(Object.entries(settings?.forges ?? {})).get(name)
  if (found !== undefined) return found
  const known = Object.keys(settings?.forges ?? {}).join(', ')
  throw forgeRefusal(codes.unknownForge, name, `${name}; forges: ${known === '' ? '-' : known}`)
}

function tokenOf(
  name: string,
  { tokenFile }: RunnerForge,
  { TENANTRY_FORGE_TOKEN: given = '' }: Readonly<Record<string, string | undefined>>,
): string {
  const token = (tokenFile === undefined ? given : textOf(name, tokenFile)).trim()
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw forgeRefusal(codes.noToken, name, tokenFile ?? 'TENANTRY_FORGE_TOKEN')
}

function textOf(name: string, file: string): string {
  try {
    return ownText(file)
  } catch (error) {
    throw forgeRefusal(codes.noToken, name, file, error)
  }
}
