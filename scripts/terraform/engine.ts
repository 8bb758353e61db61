import { accessSync, constants } from 'node:fs'
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { engineEnvironment } from './environment.ts'
import { runToEnd } from './process.ts'

export interface Engine {
  /** Absolute path of the program. */
  readonly program: string
  readonly name: 'terraform' | 'tofu'
  readonly version: string
}

/** Where programs are looked for. */
export interface EnginePlace {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** Import blocks, on which the recovery after a crash stands: https://developer.hashicorp.com/terraform/language/import */
const oldest = { terraform: [1, 5], tofu: [1, 6] } as const

/** `TENANTRY_TERRAFORM`, or the first of terraform and tofu on the PATH. Throws a `Refusal` when there is none to use. */
export async function findEngine(place: EnginePlace): Promise<Engine> {
  const program = locate(place)
  if (program === undefined) throw missing(place.environment.TENANTRY_TERRAFORM)
  const command = {
    program,
    arguments: ['version', '-json'],
    // A directory without configuration: terraform would look into any other.
    cwd: '/',
    environment: engineEnvironment(place.environment),
  }
  const { exitCode, output } = await runToEnd(command, { limitMs: 30_000 })
  const version = exitCode === 0 ? versionOf(output) : undefined
  if (version === undefined) throw missing(program)
  const name = basename(program).startsWith('tofu') ? 'tofu' : 'terraform'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [needMajor, needMinor] = oldest[name]
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    const [shown, old] = [printable(program), printable(version)]
    const message = { zh: `${shown} 的版本为 ${old}`, en: `${shown} is version ${old}` }
    throw lacking(codes.engineTooOld, { machine: program }, message)
  }
  return { program, name, version }
}

/** Both programs name themselves `terraform_version`. */
function versionOf(output: string): string | undefined {
  try {
    return textAt(JSON.parse(output), 'terraform_version')
  } catch {
    return undefined
  }
}

function locate({ environment, cwd }: EnginePlace): string | undefined {
  const named = environment.TENANTRY_TERRAFORM
  if (named !== undefined && named !== '') {
    if (named.includes('/') || isAbsolute(named)) return executable(resolve(cwd, named))
    return onPath(named, environment.PATH)
  }
  return onPath('terraform', environment.PATH) ?? onPath('tofu', environment.PATH)
}

function onPath(name: string, path = ''): string | undefined {
  return path
    .split(delimiter)
    .filter(directory => isAbsolute(directory))
    .map(directory => executable(join(directory, name)))
    .find(found => found !== undefined)
}

function executable(file: string): string | undefined {
  try {
    accessSync(file, constants.X_OK)
    return file
  } catch {
    return undefined
  }
}

function missing(named: string | undefined): Refusal {
  if (named === undefined || named === '')
    return lacking(
      codes.engineMissing,
      { machine: 'PATH' },
      { zh: 'PATH 中没有 terraform 或 tofu', en: 'neither terraform nor tofu is on the PATH' },
    )
  const shown = printable(named)
  return lacking(
    codes.engineMissing,
    { machine: named },
    { zh: `${shown} 不是可用的 terraform 或 tofu`, en: `${shown} is no working terraform or tofu` },
  )
}
