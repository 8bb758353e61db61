// The provider's schema as `terraform providers schema -json` writes it: the one source of everything generated here.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Where Terraform finds the provider. */
export const providerSource = 'terraform-provider-openstack/openstack'

const registryName = `registry.terraform.io/${providerSource}`

/** A resource, or a block nested in one, by the names that Terraform gives its parts. */
export interface SchemaBlock {
  /** `computed` is only ever told by the provider; `settable` may, or must, be given. */
  readonly attributes: ReadonlyMap<string, 'settable' | 'computed'>
  readonly blocks: ReadonlyMap<string, SchemaBlock>
}

export interface ProviderSchema {
  /** Release of the provider that the schema was taken from, such as `3.4.0`. */
  readonly version: string
  readonly provider: SchemaBlock
  /** By Terraform type, such as `openstack_identity_project_v3`. */
  readonly resources: ReadonlyMap<string, SchemaBlock>
  readonly dataSources: ReadonlyMap<string, SchemaBlock>
  /** The document itself, for the generator. */
  readonly document: Readonly<Record<string, unknown>>
}

/** Reads the schema that the package is pinned to: `schema/openstack-<version>.json`. There is exactly one. */
export function readPinnedSchema(packageRoot: string): ProviderSchema {
  return readSchemaFile(pinnedSchemaFile(packageRoot))
}

export function pinnedSchemaFile(packageRoot: string): string {
  const folder = join(packageRoot, 'schema')
  const files = readdirSync(folder).filter(file => versionInName(file) !== undefined)
  const [only] = files
  if (only === undefined || files.length > 1) {
    throw new Error(`${folder} must hold one openstack-<version>.json, but holds ${files.length}`)
  }
  return join(folder, only)
}

/** Reads a schema document; its version is the one it states, else the one in its file's name. */
export function readSchemaFile(file: string): ProviderSchema {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return parseSchema(document, versionInName(basename(file)))
}

/** @throws when the document is no provider schema, lacks the OpenStack provider, or its version is not known. */
export function parseSchema(document: unknown, fallbackVersion?: string): ProviderSchema {
  const root = record(document, 'the schema')
  const provider = record(record(root.provider_schemas, 'provider_schemas')[registryName], registryName)
  const stated = root.provider_versions && record(root.provider_versions, 'provider_versions')[registryName]
  const version = typeof stated === 'string' ? stated : fallbackVersion
  if (version === undefined) {
    throw new Error('the schema names no provider version; call the file openstack-<version>.json')
  }
  return {
    version,
    provider: blockOf(provider.provider, 'provider'),
    resources: blocksOf(provider.resource_schemas, 'resource_schemas'),
    dataSources: blocksOf(provider.data_source_schemas, 'data_source_schemas'),
    // Terraform leaves the version out of the schema, and the generator then links the documentation of `latest`.
    document: { ...withoutDescriptions(root), provider_versions: { [registryName]: version } },
  }
}

/** The provider's prose is not ours to carry, and nothing reads it. */
function withoutDescriptions(node: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(node).filter(
    ([key, value]) => key !== 'description' || typeof value !== 'string',
  )
  return Object.fromEntries(
    kept.map(([key, value]) => [key, isRecord(value) ? withoutDescriptions(value) : value]),
  )
}

function versionInName(file: string): string | undefined {
  return /^openstack-(\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)\.json$/.exec(file)?.[1]
}

function blocksOf(value: unknown, name: string): ReadonlyMap<string, SchemaBlock> {
  return new Map(Object.entries(record(value, name)).map(([type, schema]) => [type, blockOf(schema, type)]))
}

function blockOf(value: unknown, name: string): SchemaBlock {
  const block = record(record(value, name).block, `the block of ${name}`)
  const nested = Object.entries(record(block.block_types ?? {}, `the nested blocks of ${name}`))
  const attributes = Object.entries(record(block.attributes ?? {}, `the attributes of ${name}`))
  return {
    attributes: new Map(attributes.map(([key, schema]) => [key, accessOf(record(schema, `${name}.${key}`))])),
    blocks: new Map(nested.map(([key, schema]) => [key, blockOf(schema, `${name}.${key}`)])),
  }
}

function accessOf(attribute: Readonly<Record<string, unknown>>): 'settable' | 'computed' {
  return attribute.required === true || attribute.optional === true ? 'settable' : 'computed'
}

function record(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Error(`${name} is missing or not an object`)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
