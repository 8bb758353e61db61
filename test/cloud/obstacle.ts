import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { providerSource, readPinnedSchema } from '../../packages/provider-openstack/schema.ts'
import { CommandError } from '../../scripts/command.ts'
import { packageRoot } from '../../scripts/package-root.ts'
import { type Engine, findEngine } from '../../scripts/terraform/engine.ts'
import { engineEnvironment } from '../../scripts/terraform/environment.ts'
import { runToEnd } from '../../scripts/terraform/process.ts'
import { labObstacle } from './lab/packages.ts'

/** Why the tests against real clouds cannot run on this machine, in one line; undefined when they can. */
export async function obstacle(): Promise<string | undefined> {
  // Packages come last: nothing is asked of a machine that could not run the tests anyhow.
  const engine = await engineOrReason()
  if (typeof engine === 'string') return engine
  return (await providerObstacle(engine)) ?? (await labObstacle())
}

async function engineOrReason(): Promise<Engine | string> {
  try {
    return await findEngine({ environment: process.env, cwd: packageRoot, root: packageRoot })
  } catch (error) {
    if (error instanceof CommandError) return error.text.en
    throw error
  }
}

/** Whether the user's own command line configuration of terraform leads to the provider, as it has to for the commands. */
async function providerObstacle({ program, name }: Engine): Promise<string | undefined> {
  const { version } = readPinnedSchema(join(packageRoot, 'packages/provider-openstack'))
  const required = { openstack: { source: providerSource, version } }
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-provider-'))
  try {
    await writeFile(
      join(directory, 'main.tf.json'),
      JSON.stringify({ terraform: { required_providers: required } }),
    )
    const { exitCode } = await runToEnd({
      program,
      arguments: ['init', '-input=false', '-no-color'],
      cwd: directory,
      environment: engineEnvironment(process.env),
    })
    return exitCode === 0 ? undefined : `${name} init does not find the OpenStack provider ${version}`
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
