// The one place where git is started.
import { spawnSync } from 'node:child_process'
import { isAbsolute } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { liesInside } from '../../lib/read/inside.ts'

/** Where git is asked, and with whose settings. */
export interface Checkout {
  /** Absolute path of the data repository, which may be a part of what git holds. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /**
   * How long git may take for one answer.
   * @default five minutes
   */
  readonly gitLimitMs?: number
}

export interface Called {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

const mostBytes = 2 ** 31 - 1
/** Among its own files may be a pipe, of which it waits for the end. */
const usualLimitMs = 5 * 60 * 1000

/**
 * Settings of the repository itself that could have git run a program, ask somebody, or take other objects for those
 * that are named. The command line counts before the repository's own file.
 */
const settings: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=false',
  'core.attributesFile=/dev/null',
  'core.alternateRefsCommand=false',
  'core.pager=cat',
  // A commit graph says what the parents of a commit are without anybody looking at the commit.
  'core.commitGraph=false',
  // It would be told of on standard error that grafts go out of use, though none is read.
  'advice.graftFileDeprecated=false',
  'credential.helper=',
  'diff.external=',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
  // A folder of the data that looks like a repository is none.
  'safe.bareRepository=explicit',
]

/** Nothing of the environment reaches git but where its programs and the caller's own settings are. */
function environmentFor({ root, environment }: Checkout): Record<string, string | undefined> {
  return {
    PATH: environment.PATH,
    HOME: ownFolder(environment.HOME, root),
    XDG_CONFIG_HOME: ownFolder(environment.XDG_CONFIG_HOME, root),
    LC_ALL: 'C',
    // A partial clone would fetch what is missing, by whatever program its settings name. Versions before 2.45 do not
    // know the first of these; the second leaves no transport, whatever `protocol.*` the repository sets.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
  }
}

/** Of the caller's own settings none lie in the data, where a relative path would lead too. */
function ownFolder(folder: string | undefined, root: string): string | undefined {
  return folder !== undefined && isAbsolute(folder) && !liesInside(folder, root) ? folder : undefined
}

/** The one address that git may speak to, and how. */
export interface Transport {
  /** Such as `https://git.example`; nothing below another one is sent the header. */
  readonly address: string
  /** Such as `Authorization: token …`. */
  readonly header: string
  /** Absolute path of the certificates of a private authority. */
  readonly caFile: string | undefined
}

const overHttp: readonly string[] = ['protocol.http.allow=always', 'protocol.https.allow=always']

/** What a transport needs beside. The header stays out of the command line, which everybody on the machine can read. */
function transportEnvironment(
  { environment }: Checkout,
  { address, header, caFile }: Transport,
): Record<string, string | undefined> {
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy']
  return {
    ...Object.fromEntries(proxies.map(name => [name, environment[name]])),
    GIT_ALLOW_PROTOCOL: 'http:https',
    GIT_SSL_CAINFO: caFile,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${address}/.extraHeader`,
    GIT_CONFIG_VALUE_0: header,
  }
}

/**
 * Runs git in a data repository, whatever comes of it.
 *
 * @param transport without it git speaks to nobody
 * @throws Refusal without git, and in another user's repository
 */
export function callGit(
  checkout: Checkout,
  words: readonly string[],
  input: string | Uint8Array = '',
  transport?: Transport,
): Called {
  const own = transport === undefined ? settings : [...settings, ...overHttp]
  const given = own.flatMap(setting => ['-c', setting])
  const { status, stdout, stderr, error } = spawnSync('git', [...given, '-C', checkout.root, ...words], {
    input,
    env: {
      ...environmentFor(checkout),
      ...(transport === undefined ? {} : transportEnvironment(checkout, transport)),
    },
    maxBuffer: mostBytes,
    timeout: checkout.gitLimitMs ?? usualLimitMs,
    killSignal: 'SIGKILL',
  })
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw noGit()
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') throw noAnswer(words)
  if (error !== undefined) throw error
  const said = stderr.toString()
  if (status !== 0 && said.includes('dubious ownership')) throw foreignOwner(checkout.root)
  return { status, stdout, stderr: said }
}

/** The same where git's silence is an answer too: undefined where it cannot be asked, whatever the reason. */
export function tryGit(
  checkout: Checkout,
  words: readonly string[],
  input: string | Uint8Array = '',
): Called | undefined {
  try {
    return callGit(checkout, words, input)
  } catch (error) {
    // A git that ends before it has read everything leaves a broken pipe.
    if (error instanceof Refusal || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

function noGit(): Refusal {
  const message = {
    zh: 'PATH 中没有 git，无法读取版本历史',
    en: 'git is not on the PATH, so that no commit can be read',
  }
  return new Refusal(finding(codes.noGit, { machine: 'git' }, { message }), 'environment')
}

function noAnswer(words: readonly string[]): Refusal {
  const command = `git ${words.find(word => /^[a-z]/.test(word)) ?? ''}`
  const { title, why } = gitCodes.noAnswer
  const message = { zh: `${title.zh}：${command}`, en: `${title.en}: ${command}` }
  return new Refusal(
    finding(gitCodes.noAnswer, { machine: command }, { message, fix: { message: why } }),
    'environment',
  )
}

function foreignOwner(root: string): Refusal {
  const shown = printable(root)
  const command = `git config --global --add safe.directory ${shown}`
  const message = {
    zh: `${shown} 所在的仓库属于另一个用户`,
    en: `the repository of ${shown} belongs to another user`,
  }
  const fix = { message: { zh: `确认可信后运行 ${command}`, en: `if you trust it, run \`${command}\`` } }
  return new Refusal(finding(gitCodes.foreignOwner, { machine: root }, { message, fix }), 'environment')
}
