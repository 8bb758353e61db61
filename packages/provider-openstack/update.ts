// npm run provider:update -- <version | schema.json>: moves the package to another release of the provider.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pin } from './pin.ts'
import { type ProviderSchema, parseSchema, providerSource, readSchemaFile } from './schema.ts'

const usage = `npm run provider:update -- VERSION | FILE

  VERSION  a release of ${providerSource}, such as 3.4.0: asks terraform for its schema
  FILE     what \`terraform providers schema -json\` wrote, named openstack-<version>.json

Rewrites schema/, the package's version and the lock file, and prints which resources came, went or changed.
`

/** Asks terraform for the schema of one release, in a folder of its own. */
function askTerraform(version: string): ProviderSchema {
  const folder = mkdtempSync(join(tmpdir(), 'provider-schema-'))
  const requirement = { openstack: { source: providerSource, version: `= ${version}` } }
  const terraform = (...args: string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    })
  try {
    writeFileSync(
      join(folder, 'main.tf.json'),
      JSON.stringify({ terraform: { required_providers: requirement } }),
    )
    terraform('init', '-no-color', '-input=false')
    return parseSchema(JSON.parse(terraform('providers', 'schema', '-json')), version)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function main(argument: string | undefined): void {
  if (argument === undefined || argument.startsWith('-')) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  const schema = argument.endsWith('.json') ? readSchemaFile(argument) : askTerraform(argument)
  const difference = pin(join(import.meta.dirname, '../..'), schema)
  for (const [mark, names] of [
    ['+', difference.added],
    ['-', difference.removed],
    ['~', difference.changed],
  ] as const) {
    for (const name of names) process.stdout.write(`${mark} ${name}\n`)
  }
  const { size } = schema.resources
  process.stdout.write(`${schema.version}: ${size} resources, ${schema.dataSources.size} data sources\n`)
}

try {
  main(process.argv[2])
} catch (error) {
  process.stderr.write(`provider:update: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
