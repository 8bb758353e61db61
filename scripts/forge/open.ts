import type { RunnerForge, RunnerSettings } from '../../generated/types/runner.ts'
import { forgeCodes as codes } from '../../lib/forge/codes.ts'
import { ownText } from '../files/own-file.ts'
import type { ForgeAdapter } from './adapter.ts'
import { type ForgeClient, forgeClient } from './client.ts'
import { gitea } from './gitea.ts'
import { forgeRefusal } from './refusals.ts'

export interface OpenForge {
  readonly adapter: ForgeAdapter
  readonly client: ForgeClient
  readonly settings: RunnerForge
}

const adapters: Readonly<Record<RunnerForge['kind'], ForgeAdapter>> = { gitea }

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
  const found = new Map(Object.entries(settings?.forges ?? {})).get(name)
  if (found === undefined) {
    const known = Object.keys(settings?.forges ?? {}).join(', ')
    throw forgeRefusal(codes.unknownForge, name, `${name}; forges: ${known === '' ? '-' : known}`)
  }
  const adapter = adapters[found.kind]
  const client = forgeClient({
    address: found.address,
    api: `${found.address}${adapter.apiPath}`,
    authorisation: adapter.authorisation(tokenOf(name, found, environment)),
    ca: found.ca === undefined ? undefined : textOf(name, found.ca),
  })
  return { adapter, client, settings: found }
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
