import { type TerraformBackend as Base, TerraformBackend } from 'cdktf'
import type { Construct } from 'constructs'
import type { DesiredZone } from '../lib/desired-state/index.ts'
import { stateSchemaName } from './names.ts'

export type BackendSettings = Readonly<Record<string, string | boolean | Readonly<Record<string, string>>>>

/**
 * Where a stack's state is kept, one state a stack. Addresses of servers only: credentials come from the environment
 * of whoever runs Terraform (`PG_CONN_STR`, `AWS_…`, `TF_HTTP_…`).
 */
export class StateBackend extends TerraformBackend {
  readonly #settings: BackendSettings

  constructor(scope: Construct, zone: DesiredZone, stack: string) {
    super(scope, 'backend', zone.backend.type)
    this.#settings = backendSettings(zone, stack)
  }

  protected override synthesizeAttributes(): BackendSettings {
    return this.#settings
  }

  /** @throws always: a stack that reads another's state sees all of it. */
  override getRemoteStateDataSource(): ReturnType<Base['getRemoteStateDataSource']> {
    throw new Error('a stack never reads the state of another')
  }
}

/** What stands under the backend's type in a stack's configuration. */
export function backendSettings({ backend }: DesiredZone, stack: string): BackendSettings {
  return settingsOf(backend, stack)
}

export function settingsOf(backend: DesiredZone['backend'], stack: string): BackendSettings {
  return settingsByType[backend.type](backend, stack)
}

const settingsByType = {
  /**
   * Beside the folder of all stacks, for each stack's own folder may be made anew. Relative to where Terraform runs: the
   * same bytes on any machine.
   */
  local: (_, stack) => ({ path: `../../state/${stack}.tfstate` }),
  pg: ({ schema = 'tenantry' }, stack) => ({ schema_name: stateSchemaName(schema, stack) }),
  s3: ({ bucket = 'tenantry', endpoint, region = 'default' }, stack) => ({
    bucket,
    key: `${stack}.tfstate`,
    region,
    use_lockfile: true,
    ...(endpoint === undefined ? {} : { endpoints: { s3: endpoint }, ...notAmazon }),
  }),
  http: ({ address = '' }, stack) => ({
    address: `${address.replace(/\/$/, '')}/${stack}`,
    lock_address: `${address.replace(/\/$/, '')}/${stack}/lock`,
    unlock_address: `${address.replace(/\/$/, '')}/${stack}/lock`,
    lock_method: 'POST',
    unlock_method: 'DELETE',
  }),
} as const satisfies Record<
  DesiredZone['backend']['type'],
  (backend: DesiredZone['backend'], stack: string) => BackendSettings
>

/** What Terraform asks of Amazon and no other object store answers. */
const notAmazon = {
  use_path_style: true,
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
  skip_requesting_account_id: true,
} as const
