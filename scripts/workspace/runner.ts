// The runner's own settings, which no data repository can reach.
import { existsSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { RunnerSettings } from '../../lib/deliver/runner.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { liesInside, realPathOf } from '../../lib/read/inside.ts'
import { readRunnerSettings } from '../../lib/validate/runner-settings.ts'

export interface RunnerPlace {
  /** Absolute path of the data repository. */
  readonly root: string
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Absolute path, where `--runner` names one. */
  readonly runnerFile: string | undefined
}

export interface Runner {
  /** Undefined where the machine has no settings. */
  readonly settings: RunnerSettings | undefined
  /** The text of the lock file of providers that the settings name. */
  readonly providerLock: string | undefined
}

const mostBytes = 1024 * 1024

/** @throws Refusal for settings that are named and missing, that somebody else could write, or that are not valid. */
export function runnerOf(place: RunnerPlace): Runner {
  const file = fileOf(place)
  if (file === undefined) return { settings: undefined, providerLock: undefined }
  const read = readRunnerSettings(file, bytesOf(file, place))
  if ('findings' in read) throw invalid(file, read.findings)
  const { provider } = read.settings
  return {
    settings: read.settings,
    providerLock:
      provider === undefined ? undefined : new TextDecoder().decode(bytesOf(provider.lockFile, place)),
  }
}

/** `--runner`, `TENANTRY_RUNNER`, the user's own, the system's. */
function fileOf({ runnerFile, environment, cwd }: RunnerPlace): string | undefined {
  const { TENANTRY_RUNNER: named = '', XDG_CONFIG_HOME: config = '', HOME: home = '' } = environment
  if (runnerFile !== undefined) return runnerFile
  if (named !== '') return resolve(cwd, named)
  const own = isAbsolute(config) ? config : isAbsolute(home) ? join(home, '.config') : undefined
  return [own, '/etc']
    .flatMap(folder => (folder === undefined ? [] : join(folder, 'tenantry/runner.yaml')))
    .find(file => existsSync(file))
}

function bytesOf(file: string, { root }: RunnerPlace): Uint8Array {
  if (liesInside(file, root)) throw unsafe(file, '位于数据仓库之内', 'it lies in the data repository')
  const real = realPathOf(file)
  const status = statSync(real, { throwIfNoEntry: false })
  if (status?.isFile() !== true) throw unsafe(file, '没有该文件', 'there is no such file')
  const user = process.getuid?.()
  const isOwn = user === undefined || status.uid === user || status.uid === 0
  if (!isOwn || (user !== undefined && (status.mode & 0o022) !== 0))
    throw unsafe(file, '他人可以改动', 'others may change it')
  const content = readRegularFile(real, mostBytes)
  if ('bytes' in content) return content.bytes
  throw unsafe(file, '无法读取', 'it cannot be read')
}

function unsafe(file: string, zh: string, en: string): Refusal {
  const { title } = codes.runnerFileUnsafe
  const shown = printable(file)
  return lacking(
    codes.runnerFileUnsafe,
    { machine: file },
    { zh: `${title.zh}：${shown}（${zh}）`, en: `${title.en}: ${shown} (${en})` },
  )
}

type Findings = Extract<ReturnType<typeof readRunnerSettings>, { readonly findings: unknown }>['findings']

function invalid(file: string, findings: Findings): Refusal {
  const [first] = findings
  const at = first === undefined ? '' : `:${first.range.start.line}:${first.range.start.column}`
  const place = `${printable(file)}${at}`
  const { title } = codes.runnerFileInvalid
  const { zh, en } = first?.message ?? title
  return lacking(
    codes.runnerFileInvalid,
    { machine: file },
    { zh: `${title.zh}：${place} ${zh}`, en: `${title.en}: ${place} ${en}` },
  )
}
