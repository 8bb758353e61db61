import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resourcesOf } from '../../../lib/deliver/state.ts'
import { connect, readCloud } from '../../../scripts/openstack/index.ts'
import { ownersOf } from '../../../scripts/openstack/leftovers.ts'
import { removeOutliving } from '../../../scripts/openstack/outliving.ts'
import { findEngine } from '../../../scripts/terraform/engine.ts'
import { engineEnvironment } from '../../../scripts/terraform/environment.ts'
import { runToEnd } from '../../../scripts/terraform/process.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { labPlace } from '../../cloud/clouds.ts'
import { mergedRoot } from './merged-root.ts'

/** The baseline, with terraform as anybody would call it. */
export interface RawRoot {
  /** Lays down what these stacks hold; `folder` holds a folder for each. */
  readonly write: (folder: string) => void
  readonly run: (...args: readonly string[]) => Promise<void>
  /**
   * Applies until it goes through, for what the clouds refuse for a moment nobody tries again in one root.
   * @returns why it did not at once.
   */
  readonly apply: () => Promise<readonly string[]>
  /** Destroys it, and what it leaves in the cloud. */
  readonly remove: () => Promise<void>
}

const mostApplies = 5

export async function openRawRoot(cloud: string): Promise<RawRoot> {
  const directory = mkdtempSync(join(tmpdir(), 'tenantry-raw-'))
  const { program } = await findEngine({ environment: process.env, cwd: packageRoot })
  const entry = readCloud(cloud, labPlace())
  const attempt = async (...args: readonly string[]) =>
    await runToEnd(
      { program, arguments: args, cwd: directory, environment: engineEnvironment(process.env, entry) },
      { limitMs: 60 * 60 * 1000 },
    )
  const run: RawRoot['run'] = async (...args) => {
    const { exitCode, output } = await attempt(...args)
    if (exitCode !== 0) throw new Error(`terraform ${args.join(' ')}: ${errorsIn(output).join('; ')}`)
  }
  const apply: RawRoot['apply'] = async () => {
    const refusals: string[] = []
    for (let count = 0; count < mostApplies; count += 1) {
      const { exitCode, output } = await attempt('apply', '-input=false', '-no-color', '-auto-approve')
      if (exitCode === 0) return refusals
      refusals.push(...errorsIn(output))
    }
    throw new Error(`terraform apply, ${mostApplies} times: ${refusals.join('; ')}`)
  }
  return {
    run,
    apply,
    write: folder => {
      const root = mergedRoot(
        readdirSync(folder).map(name => ({ name, configuration: configurationIn(folder, name) })),
      )
      writeFileSync(join(directory, 'main.tf.json'), JSON.stringify(root, null, 2))
    },
    remove: async () => {
      const state: unknown = JSON.parse(readFileSync(join(directory, 'terraform.tfstate'), 'utf8'))
      const { projects } = ownersOf(resourcesOf(state))
      await run('destroy', '-input=false', '-no-color', '-auto-approve')
      await removeOutliving(await connect(entry), projects)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function configurationIn(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8'))
}

function errorsIn(output: string): readonly string[] {
  return [...output.matchAll(/^.*Error: (.+)$/gm)].map(([, text = '']) => text)
}
