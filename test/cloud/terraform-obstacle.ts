import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../lib/finding/refusal.ts'
import { providerSource, readPinnedSchema } from '../../packages/provider-openstack/schema.ts'
import { type Engine, findEngine } from '../../scripts/terraform/engine.ts'
import { engineEnvironment } from '../../scripts/terraform/environment.ts'
import { runToEnd } from '../../scripts/terraform/process.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

/** Why no stack can be applied from this machine, in one line; undefined when it can. */
export async function terraformObstacle(): Promise<string | undefined> {
  const engine = await engineOrReason()
  return typeof engine === 'string' ? engine : await providerObstacle(engine)
}

async function engineOrReason(): Promise<Engine | string> {
  try {
    return await findEngine({ environment: process.env, cwd: packageRoot })
  } catch (error) {
    if (error instanceof Refusal) return error.finding.message.en
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
