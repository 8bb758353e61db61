// Writes src/<resource>/index.ts for every resource and data source of the pinned schema.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProviderSchema as SchemaDocument } from '@cdktn/commons'
import { type ProviderSchema, providerSource } from './schema.ts'

/** The library under the name that this project imports it by; the generator only knows it as `cdktn`. */
const libraryImport = /^(import \* as cdktn from ')cdktn(';)$/m

/**
 * Generates the TypeScript sources into `out`, which must not exist yet. One folder a resource, `provider` and
 * `data-openstack-…` among them; no index, because importing all of them costs more than everything else in a run.
 */
export async function generateSources(schema: ProviderSchema, out: string): Promise<void> {
  const raw = mkdtempSync(join(tmpdir(), 'provider-openstack-'))
  try {
    await runGenerator(schema, raw)
    copyResources(join(raw, 'providers/openstack'), out)
  } finally {
    rmSync(raw, { recursive: true, force: true })
  }
}

async function runGenerator(schema: ProviderSchema, out: string): Promise<void> {
  // Both packages report their use to a server outside, from the moment they are loaded, unless this is set.
  process.env.CHECKPOINT_DISABLE = '1'
  const { CodeMaker, TerraformProviderConstraint, TerraformProviderGenerator } = await import(
    '@cdktn/provider-generator'
  )
  const { ConstructsMakerProviderTarget, Language } = await import('@cdktn/commons')
  if (!isSchemaDocument(schema.document))
    throw new Error('the schema is of a format that the generator does not know')
  const constraint = new TerraformProviderConstraint(`${providerSource}@= ${schema.version}`)
  const code = new CodeMaker()
  new TerraformProviderGenerator(code, schema.document).generate(
    new ConstructsMakerProviderTarget(constraint, Language.TYPESCRIPT),
  )
  await code.save(out)
}

function copyResources(from: string, out: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const text = readFileSync(join(from, entry.name, 'index.ts'), 'utf8')
    if (!libraryImport.test(text))
      throw new Error(`${entry.name}: the generator's import of cdktn has changed`)
    mkdirSync(join(out, entry.name), { recursive: true })
    writeFileSync(join(out, entry.name, 'index.ts'), text.replace(libraryImport, '$1cdktf$2'))
  }
}

/** The parts that matter were read by `parseSchema`; the generator's type only adds which formats it knows. */
function isSchemaDocument(document: object): document is SchemaDocument {
  return 'format_version' in document && document.format_version === '1.0'
}
