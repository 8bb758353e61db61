import { accessSync, constants } from 'node:fs'
import { basename, delimiter, isAbsolute, join, resolve } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import type { CodeDefinition } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { CommandError, type Context, exitStatus } from '../terminal/command.ts'
import { engineEnvironment } from './environment.ts'
import { runToEnd } from './process.ts'

export interface Engine {
  /** Absolute path of the program. */
  readonly program: string
  readonly name: 'terraform' | 'tofu'
  readonly version: string
}

/** Import blocks, on which the recovery after a crash stands: https://developer.hashicorp.com/terraform/language/import */
const oldest = { terraform: [1, 5], tofu: [1, 6] } as const

/** `TENANTRY_TERRAFORM`, or the first of terraform and tofu on the PATH. Throws a `CommandError` with status 3. */
export async function findEngine(context: Pick<Context, 'environment' | 'cwd' | 'root'>): Promise<Engine> {
  const program = locate(context)
  if (program === undefined) throw missing(context.environment.TENANTRY_TERRAFORM)
  const command = {
    program,
    arguments: ['version', '-json'],
    // A directory without configuration: terraform would look into any other.
    cwd: '/',
    environment: engineEnvironment(context.environment),
  }
  const { exitCode, output } = await runToEnd(command, { limitMs: 30_000 })
  const version = exitCode === 0 ? versionOf(output) : undefined
  if (version === undefined) throw missing(program)
  const name = basename(program).startsWith('tofu') ? 'tofu' : 'terraform'
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [needMajor, needMinor] = oldest[name]
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw lacking(
      codes.engineTooOld,
      `${printable(program)} 的版本为 ${printable(version)}`,
      `${printable(program)} is version ${printable(version)}`,
    )
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

function locate({ environment, cwd }: Pick<Context, 'environment' | 'cwd'>): string | undefined {
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

function missing(named: string | undefined): CommandError {
  const what = named === undefined || named === '' ? undefined : printable(named)
  return lacking(
    codes.engineMissing,
    what === undefined ? 'PATH 中没有 terraform 或 tofu' : `${what} 不是可用的 terraform 或 tofu`,
    what === undefined
      ? 'neither terraform nor tofu is on the PATH'
      : `${what} is no working terraform or tofu`,
  )
}

export function lacking(definition: CodeDefinition, zh: string, en: string): CommandError {
  return new CommandError(
    definition.code,
    { zh: `${zh}；${definition.why.zh}`, en: `${en}; ${definition.why.en}` },
    exitStatus.environment,
  )
}
