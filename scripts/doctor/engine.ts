import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { codes, definitionOf } from '../../lib/deliver/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { lineOf, Refusal } from '../../lib/finding/refusal.ts'
import { providerSource } from '../../packages/provider-openstack/schema.ts'
import { scratchDirectory } from '../files/scratch-directory.ts'
import { type Engine, type EnginePlace, findEngine } from '../terraform/engine.ts'
import { engineEnvironment, outsideOf } from '../terraform/environment.ts'
import { runToEnd } from '../terraform/process.ts'
import { type Check, type Outcome, ok } from './check.ts'

/** terraform or tofu, and whether it can install the provider that the stacks ask for, from wherever it is set up to look. */
export const engine: Check = {
  name: 'engine',
  run: async place => {
    try {
      const environment = outsideOf(place)
      const found = await findEngine({ ...place, environment })
      const { name, version, program } = found
      const what = `${name} ${version}: ${program}`
      return [ok(what, what), await providerOutcome(found, environment)]
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const at = { machine: 'terraform' }
      return [finding(definitionOf(error.finding), at, { message: lineOf(error.finding) })]
    }
  },
}

/** Installs it into a directory of its own, which is the only way to know. */
async function providerOutcome(
  { program }: Engine,
  environment: EnginePlace['environment'],
): Promise<Outcome> {
  const version = providerVersion()
  const directory = scratchDirectory('doctor')
  try {
    const required = { openstack: { source: providerSource, version } }
    writeFileSync(
      join(directory, 'main.tf.json'),
      JSON.stringify({ terraform: { required_providers: required } }),
    )
    const { exitCode } = await runToEnd({
      program,
      arguments: ['init', '-input=false', '-no-color'],
      cwd: directory,
      environment: engineEnvironment(environment),
    })
    const what = `${providerSource} ${version}`
    if (exitCode === 0) return ok(what, what)
    const { title, why } = codes.providerMissing
    const message = { zh: `${what}：${title.zh}`, en: `${what}: ${title.en}` }
    return finding(codes.providerMissing, { machine: providerSource }, { message, fix: { message: why } })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The stacks ask for exactly the version that their constructs were generated from. */
function providerVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    '@cdktf/provider-openstack/package.json',
  )
  return version
}
