import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isWrittenDay } from '../../lib/clock/index.ts'
import { dayInChina } from '../../lib/clock/instant.ts'
import { codes } from '../../lib/command-line/codes.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { defaultKeyFile } from '../store/cache-key.ts'
import { defaultCacheDirectory } from '../store/directory.ts'
import { programsOutside } from '../terraform/environment.ts'
import { CommandError, type Context, exitStatus, type OptionSpec, type OptionValues } from './command.ts'
import { heartbeat } from './heartbeat.ts'
import { type Host, widthOf } from './host.ts'

/** What every command takes, before or after its name. */
export const globalOptions: readonly OptionSpec[] = [
  {
    flags: '--root <dir>',
    summary: {
      zh: '数据仓库目录（默认：含 catalogue/platform.yaml 的最近一级上级目录）',
      en: 'the data repository (default: the nearest parent directory with catalogue/platform.yaml)',
    },
  },
  {
    flags: '--lang <language>',
    summary: {
      zh: '输出语言（默认依 LC_ALL、LANG）',
      en: 'language of the output (default: by LC_ALL and LANG)',
    },
    choices: ['zh', 'en'],
  },
  { flags: '--json', summary: { zh: '输出 JSON，供程序读取', en: 'print JSON, for programs' } },
  {
    flags: '--at <date>',
    summary: {
      zh: '按该日期查看（默认：今天）',
      en: 'look at the repository as of this day (default: today)',
    },
  },
  {
    flags: '--state-dir <dir>',
    summary: {
      zh: '状态目录，在数据仓库之外（默认：$XDG_STATE_HOME/tenantry 下，每个仓库一个）',
      en: 'the state home, outside the repository (default: one for each repository under $XDG_STATE_HOME/tenantry)',
    },
    complete: 'directory',
  },
  {
    flags: '--runner <file>',
    summary: {
      zh: '执行机的设置，在数据仓库之外（默认见使用指南）',
      en: 'settings of the runner, outside the repository (default: see the guide)',
    },
    complete: 'file',
  },
  {
    flags: '--evidence <ref|dir>',
    summary: {
      zh: '审批记录所在的分支或目录（默认：origin/tenantry/evidence，没有的为目录 evidence/）',
      en: 'the branch or folder of the evidence (default: origin/tenantry/evidence, else the folder evidence/)',
    },
  },
  { flags: '--no-cache', summary: { zh: '不使用缓存', en: 'do without the cache' } },
  { flags: '--no-colour', summary: { zh: '不使用颜色', en: 'do without colours' } },
  { flags: '--no-color', summary: { zh: '同 --no-colour', en: 'the same as --no-colour' } },
  { flags: '--debug', summary: { zh: '内部错误时显示调用栈', en: 'show the stack of an internal error' } },
  { flags: '-h, --help', summary: { zh: '显示帮助', en: 'show help' } },
  { flags: '-V, --version', summary: { zh: '显示版本', en: 'show the version' } },
]

/** A stack's name and what it waits for take more; lines that wrap cannot be drawn again. */
const fewestColumns = 40

const repositoryMark = 'catalogue/platform.yaml'

/** Throws a `CommandError` for a root that is no directory and a date that does not exist. */
export function contextOf(options: OptionValues, language: Language, host: Host): Context {
  const root = rootOf(options.root, host.cwd)
  const interactive = host.stdout.terminal && !isSet(host.environment.CI)
  const heart = heartbeat(host.stderr, language)
  const speaking = (write: (text: string) => void) => (text: string) => {
    heart.spoke()
    write(text)
  }
  return {
    root,
    cwd: host.cwd,
    language,
    json: options.json === true,
    colour: mayColour(options, host),
    interactive,
    // On a terminal that says no width, or hardly any, whoever redraws lines would write one character in each.
    redraws: interactive && host.stdout.columns >= fewestColumns,
    columns: widthOf(host.stdout),
    environment: programsOutside({ environment: host.environment, root, cwd: host.cwd }),
    stdout: speaking(host.stdout.write),
    stderr: speaking(host.stderr.write),
    heart,
    cacheDirectory: options.cache === false ? undefined : defaultCacheDirectory(host.environment),
    cacheKeyFile: defaultKeyFile(host.environment),
    stateDirectory: typeof options.stateDir === 'string' ? resolve(host.cwd, options.stateDir) : undefined,
    evidence: evidenceOf(options.evidence, host.cwd),
    runnerFile: typeof options.runner === 'string' ? resolve(host.cwd, options.runner) : undefined,
    today: options.at === undefined ? dayInChina(host.now().toISOString()) : checkedDate(String(options.at)),
    actualToday: dayInChina(host.now().toISOString()),
    clock: () => host.now().toISOString(),
    signal: host.signal,
  }
}

/** `--lang` before the locale. A locale that says nothing of Chinese gives English. */
export function languageOf(option: unknown, environment: Host['environment']): Language {
  if (option === 'zh' || option === 'en') return option
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(isSet) ?? ''
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en'
}

/** https://no-color.org: any non-empty value. */
function mayColour(options: OptionValues, host: Host): boolean {
  return (
    options.colour !== false &&
    options.color !== false &&
    !isSet(host.environment.NO_COLOR) &&
    host.stdout.terminal
  )
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

function rootOf(option: unknown, cwd: string): string {
  if (typeof option !== 'string') return nearestRepository(cwd) ?? cwd
  const root = resolve(cwd, option)
  if (isFolder(root)) return root
  throw new CommandError(codes.notARepository.code, noDirectory(printable(option)))
}

/** What is no folder is the name of a commit. */
function evidenceOf(option: unknown, cwd: string): string | undefined {
  if (typeof option !== 'string') return undefined
  const folder = resolve(cwd, option)
  return isFolder(folder) ? folder : option
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function noDirectory(root: string): Text {
  return { zh: `--root 指定的目录不存在：${root}`, en: `--root names no directory: ${root}` }
}

function nearestRepository(directory: string): string | undefined {
  if (existsSync(join(directory, repositoryMark))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : nearestRepository(parent)
}

/** @throws CommandError for what is no day of the calendar, and none that anybody means */
export function checkedDate(text: string, flag = '--at'): string {
  if (isWrittenDay(text)) return text
  const shown = printable(text)
  throw new CommandError(
    codes.notADate.code,
    {
      zh: `${flag} 的日期无效：${shown}；应为 YYYY-MM-DD`,
      en: `${flag} is no date: ${shown}; write YYYY-MM-DD`,
    },
    exitStatus.usage,
  )
}
