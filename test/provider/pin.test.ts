import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareSchemas, pin } from '../../packages/provider-openstack/pin.ts'
import { parseSchema, readPinnedSchema, readSchemaFile } from '../../packages/provider-openstack/schema.ts'

const project = join(import.meta.dirname, '../..')
const registryName = 'registry.terraform.io/terraform-provider-openstack/openstack'
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pin-'))
  const home = 'packages/provider-openstack'
  mkdirSync(join(root, home), { recursive: true })
  for (const file of ['package-lock.json', `${home}/package.json`, `${home}/schema`]) {
    cpSync(join(project, file), join(root, file), { recursive: true })
  }
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('moving to another release of the provider', () => {
  it('moves schema, package and lock file together and tells what came, went and changed', () => {
    const difference = pin(root, parseSchema(nextRelease(), '3.5.0'))
    expect(difference).toEqual({
      added: ['resource openstack_new_thing_v1'],
      removed: ['data openstack_dns_zone_v2'],
      changed: ['resource openstack_lb_quota_v2'],
    })
    const home = join(root, 'packages/provider-openstack')
    expect(readdirSync(join(home, 'schema'))).toEqual(['openstack-3.5.0.json'])
    expect(readPinnedSchema(home).version).toBe('3.5.0')
    expect(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version).toBe('3.5.0')
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect(lock.packages['packages/provider-openstack'].version).toBe('3.5.0')
  })

  it('changes no byte when the release stays', () => {
    const before = snapshot()
    const difference = pin(root, readPinnedSchema(join(root, 'packages/provider-openstack')))
    expect(difference).toEqual({ added: [], removed: [], changed: [] })
    expect(snapshot()).toEqual(before)
  })

  it('refuses what is no schema of this provider before it touches a file', () => {
    const before = snapshot()
    expect(() => parseSchema({ provider_schemas: {} }, '3.5.0')).toThrow(registryName)
    expect(() => parseSchema([], '3.5.0')).toThrow('not an object')
    const unnamed = join(root, 'schema.json')
    writeFileSync(unnamed, JSON.stringify({ ...pinnedDocument(), provider_versions: undefined }))
    expect(() => readSchemaFile(unnamed)).toThrow('names no provider version')
    expect(snapshot()).toEqual(before)
  })

  it('carries no descriptions', () => {
    const attribute = { type: 'string', optional: true, description: 'prose' }
    const provider = { block: { attributes: { description: attribute } } }
    const schemas = { provider, resource_schemas: {}, data_source_schemas: {} }
    const schema = parseSchema({ provider_schemas: { [registryName]: schemas } }, '1.0.0')
    expect(JSON.stringify(schema.document)).not.toContain('prose')
    expect([...schema.provider.attributes]).toEqual([['description', 'settable']])
  })

  it('finds no difference between a schema and itself', () => {
    const schema = readPinnedSchema(join(project, 'packages/provider-openstack'))
    expect(compareSchemas(schema, schema)).toEqual({ added: [], removed: [], changed: [] })
  })
})

function pinnedDocument() {
  const file = join(project, 'packages/provider-openstack/schema/openstack-3.4.0.json')
  return JSON.parse(readFileSync(file, 'utf8'))
}

function nextRelease(): unknown {
  const document = pinnedDocument()
  delete document.provider_versions
  const provider = document.provider_schemas[registryName]
  provider.resource_schemas.openstack_new_thing_v1 = { block: { attributes: {} } }
  delete provider.data_source_schemas.openstack_dns_zone_v2
  provider.resource_schemas.openstack_lb_quota_v2.block.attributes.extra = { optional: true, type: 'string' }
  return document
}

function snapshot(): Record<string, string> {
  const home = 'packages/provider-openstack'
  const schemas = readdirSync(join(root, home, 'schema')).map(file => `${home}/schema/${file}`)
  const files = ['package-lock.json', `${home}/package.json`, ...schemas]
  return Object.fromEntries(files.map(file => [file, readFileSync(join(root, file), 'utf8')]))
}
