import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { App, DefaultTokenResolver, StringConcat, TerraformStack, Tokenization } from 'cdktf'
import { describe, expect, it } from 'vitest'
import { readPinnedSchema, type SchemaBlock } from '../../packages/provider-openstack/schema.ts'

const home = join(import.meta.dirname, '../../packages/provider-openstack')
const schema = readPinnedSchema(home)
const folders = readdirSync(join(home, 'lib'), { withFileTypes: true }).filter(entry => entry.isDirectory())

const resolver = new TerraformStack(new App(), 'resolver')

/** Getters that every construct of the library has, whatever its resource. */
const inherited = new Set(['fqn', 'friendlyUniqueId', 'terraformMetaArguments', 'constructNodeMetadata'])

describe('the generated package', () => {
  it('is of release 3.4.0 with 108 resources and 61 data sources', () => {
    expect(schema.version).toBe('3.4.0')
    expect(schema.resources.size).toBe(108)
    expect(schema.dataSources.size).toBe(61)
  })

  it('has one folder for each resource, each data source and the provider, and no other', () => {
    const expected = [
      'provider',
      ...[...schema.resources.keys()].map(folderOf),
      ...[...schema.dataSources.keys()].map(type => `data-openstack-${folderOf(type)}`),
    ]
    expect(folders.map(folder => folder.name).sort()).toEqual(expected.sort())
  })

  it('offers every attribute and block of every resource and data source, and no other', async () => {
    const stack = new TerraformStack(new App(), 'stack')
    const seen: Record<string, string[]> = {}
    for (const folder of folders.map(entry => entry.name).filter(name => name !== 'provider')) {
      const { type, instance } = await construct(stack, folder)
      seen[type] = attributeNames(instance)
    }
    const expected = [
      ...[...schema.resources].map(([type, block]) => [type, namesOf(block)] as const),
      ...[...schema.dataSources].map(([type, block]) => [`data_${type}`, namesOf(block)] as const),
    ]
    expect(seen).toEqual(Object.fromEntries(expected))
  })

  it('offers every attribute of every nested block', async () => {
    const seen: Record<string, string[]> = {}
    for (const folder of folders.map(entry => entry.name).filter(name => name !== 'provider')) {
      seen[folder] = structNames(await load(folder))
    }
    const expected = [
      ...[...schema.resources].map(([type, block]) => [folderOf(type), nestedNamesOf(block)] as const),
      ...[...schema.dataSources].map(
        ([type, block]) => [`data-openstack-${folderOf(type)}`, nestedNamesOf(block)] as const,
      ),
    ]
    expect(seen).toEqual(Object.fromEntries(expected))
  })

  it('pins the release in what it synthesises', async () => {
    const { instance } = await construct(new TerraformStack(new App(), 'stack'), 'identity-project-v3')
    expect(Reflect.get(instance, 'terraformGeneratorMetadata')).toEqual({
      providerName: 'openstack',
      providerVersion: '3.4.0',
      providerVersionConstraint: '= 3.4.0',
    })
  })

  it('is found under its published name', async () => {
    const { IdentityProjectV3 } = await import('@cdktf/provider-openstack/lib/identity-project-v3')
    expect(IdentityProjectV3.tfResourceType).toBe('openstack_identity_project_v3')
  })
})

function folderOf(type: string): string {
  return type.replace(/^openstack_/, '').replaceAll('_', '-')
}

function load(folder: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(join(home, 'lib', folder, 'index.js')).href)
}

async function construct(stack: TerraformStack, folder: string): Promise<{ type: string; instance: object }> {
  for (const exported of Object.values(await load(folder))) {
    if (typeof exported !== 'function' || !('tfResourceType' in exported)) continue
    const instance: unknown = Reflect.construct(exported, [stack, folder, {}])
    if (typeof instance !== 'object' || instance === null) continue
    const kind = folder.startsWith('data-openstack-') ? 'data_' : ''
    return { type: `${kind}${exported.tfResourceType}`, instance }
  }
  throw new Error(`${folder} exports no resource`)
}

/** The Terraform names behind a construct's getters: each getter refers to the attribute that it stands for. */
function attributeNames(instance: object): string[] {
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(instance)))
    .filter(([name, { get }]) => get !== undefined && !name.endsWith('Input') && !inherited.has(name))
    .map(([name]) => name)
  return getters.map(name => referredAttribute(Reflect.get(instance, name))).sort()
}

function referredAttribute(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'terraformAttribute' in value) {
    return String(value.terraformAttribute)
  }
  return /\.([a-z0-9_]+)(?:\}|\)|\[|$)/.exec(resolved(value))?.[1] ?? `nothing in ${resolved(value)}`
}

function resolved(value: unknown): string {
  const context = {
    scope: resolver,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  }
  return JSON.stringify(Tokenization.resolve(value, context)).replaceAll('"', '')
}

function namesOf(block: SchemaBlock): string[] {
  return [...block.attributes.keys(), ...block.blocks.keys()].sort()
}

/** One line a nested block that can be set: the names that its converter to Terraform's form writes. */
function structNames(exports: Record<string, unknown>): string[] {
  return Object.entries(exports)
    .flatMap(([name, convert]) =>
      typeof convert === 'function' && /(?<!Hcl)ToTerraform$/.test(name) ? [convert({})] : [],
    )
    .map((struct: unknown) => (typeof struct === 'object' && struct !== null ? Object.keys(struct) : []))
    .map(names => names.sort().join(' '))
    .filter(names => names !== '')
    .sort()
}

function nestedNamesOf(block: SchemaBlock): string[] {
  return [...block.blocks.values()]
    .flatMap(nested => [settableNamesOf(nested).join(' '), ...nestedNamesOf(nested)])
    .filter(names => names !== '')
    .sort()
}

function settableNamesOf(block: SchemaBlock): string[] {
  const settable = [...block.attributes].filter(([, access]) => access === 'settable').map(([name]) => name)
  return [...settable, ...block.blocks.keys()].sort()
}
