import { delimiter, isAbsolute, resolve } from 'node:path'
import { liesInside } from '../../lib/read/inside.ts'
import type { CloudEntry, Environment } from '../openstack/index.ts'

/**
 * What of the environment reaches terraform. Nothing that names a cloud or an account does: the provider would put an
 * `OS_AUTH_URL` or `OS_PROJECT_NAME` that lies around over the zone's own entry in clouds.yaml, and two zones would
 * end up in one cloud.
 */
const allowed =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|LANG|LC_[A-Z]+|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|PG[A-Z]+|PG_CONN_STR|AWS_[A-Z0-9_]+|TF_[A-Z0-9_]+|TOFU_[A-Z0-9_]+|XDG_CONFIG_HOME|OS_DEBUG)$/i

/** These would move the working directory or add arguments, values and running providers that nobody reviewed. */
const withheld =
  /^(?:TF_CLI_ARGS.*|TF_DATA_DIR|TF_WORKSPACE|TF_VAR_.*|TF_INPUT|TF_IN_AUTOMATION|TF_REATTACH_PROVIDERS|TF_ENCRYPTION|TF_LOG_PATH)$/i

/** An environment that leads to no program in the data repository: neither by the PATH nor by `TENANTRY_TERRAFORM`. */
export function programsOutside(place: OutsidePlace): Environment {
  const { environment, root, cwd } = place
  const { PATH, TENANTRY_TERRAFORM: named } = environment
  const isOurs = named?.includes('/') === true && liesInside(resolve(cwd, named), root)
  return {
    ...environment,
    ...(PATH === undefined ? {} : { PATH: programFolders(PATH, place) }),
    ...(isOurs ? { TENANTRY_TERRAFORM: undefined } : {}),
  }
}

/**
 * A part that is empty or relative means wherever somebody stands, which is the data repository more often than not. An
 * empty list would be such a part; with none at all programs are looked for where the system keeps its own.
 */
function programFolders(list: string, place: OutsidePlace): string | undefined {
  const absolute = list.split(delimiter).filter(part => isAbsolute(part))
  return absolute.length === 0 ? undefined : partsOutside(absolute.join(delimiter), place)
}

/**
 * An environment in which nothing at all leads there: no configuration of terraform, no certificates, no plugin cache.
 * Values are paths, and lists of them; relative ones terraform takes from its own working directory.
 */
export function outsideOf(place: OutsidePlace): Environment {
  const kept = Object.entries(programsOutside(place)).map(([key, value]) =>
    value === undefined || key.startsWith('OS_')
      ? ([key, value] as const)
      : ([key, partsOutside(value, place)] as const),
  )
  return Object.fromEntries(kept)
}

function partsOutside(list: string, { root }: OutsidePlace): string | undefined {
  const parts = list.split(delimiter)
  const outside = parts.filter(part => !(isAbsolute(part) && liesInside(part, root)))
  return outside.length === 0 ? undefined : outside.join(delimiter)
}

interface OutsidePlace {
  readonly environment: Environment
  readonly root: string
  readonly cwd: string
}

/** The environment of terraform; for one that goes to a cloud, with that cloud's entry. */
export function engineEnvironment(environment: Environment, cloud?: CloudEntry): Record<string, string> {
  const kept = Object.entries(environment).flatMap(([key, value]) =>
    value !== undefined && allowed.test(key) && !withheld.test(key) ? [[key, value] as const] : [],
  )
  return {
    ...Object.fromEntries(kept),
    ...(cloud === undefined ? {} : cloudVariables(cloud)),
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
  }
}

/** The provider looks for clouds.yaml from its working directory, and not at all for secure.yaml. */
function cloudVariables({ file, secureAuth }: CloudEntry): Record<string, string> {
  const secrets = Object.entries(secureAuth).map(([key, value]) => [`OS_${key.toUpperCase()}`, value])
  return { OS_CLIENT_CONFIG_FILE: file, ...Object.fromEntries(secrets) }
}
