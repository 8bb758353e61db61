// The one place where git is started.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { isAbsolute } from 'node:path'
import type { Text } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { liesInside } from '../../lib/read/inside.ts'
import { foreignOwner, neverEnds, noAnswer, noGit } from './call-refusals.ts'
import { endlessFile } from './endless-files.ts'

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
  /** Tells what is waited for while no timer of this process has its turn. */
  readonly heart?: { readonly blocked: (on: Text, since: number) => { readonly end: () => void } }
}

export interface Called {
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

const mostBytes = 2 ** 31 - 1
const usualLimitMs = 5 * 60 * 1000
/** Hardly an answer takes longer. One that does is asked for again, with word of it. */
const patienceMs = 6_000
/** Where git once took longer, it is not asked twice again. */
const slow = new Set<string>()
/** Repositories in which nothing was found that git would wait for. */
const looked = new Set<string>()

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

interface Call {
  readonly checkout: Checkout
  readonly words: readonly string[]
  readonly input: string | Uint8Array
  readonly transport: Transport | undefined
}

/**
 * Runs git in a data repository, whatever comes of it.
 *
 * @param transport without it git speaks to nobody
 * @throws Refusal without git, in another user's repository, and where git would not come to an end
 */
export function callGit(
  checkout: Checkout,
  words: readonly string[],
  input: string | Uint8Array = '',
  transport?: Transport,
): Called {
  requireEnds(checkout)
  const call: Call = { checkout, words, input, transport }
  const begun = Date.now()
  const soon = mayBeAskedTwice(call) ? spawned(call, patienceMs) : undefined
  if (soon !== undefined && !isTimedOut(soon)) return calledOf(call, soon)
  const command = commandIn(words)
  const wait = checkout.heart?.blocked({ zh: `等待 ${command} 的结果`, en: `waiting for ${command}` }, begun)
  try {
    if (soon !== undefined) requireAlive(call)
    return calledOf(call, spawned(call, checkout.gitLimitMs ?? usualLimitMs))
  } finally {
    wait?.end()
  }
}

/** Whether git comes to an end at all, as far as files can tell. */
function requireEnds({ root, environment }: Checkout): void {
  if (looked.has(root)) return
  const { HOME, XDG_CONFIG_HOME } = environmentFor({ root, environment })
  const path = endlessFile(root, { HOME, XDG_CONFIG_HOME })
  if (path !== undefined) throw neverEnds(path)
  looked.add(root)
}

/** What is sent is sent once, and the lock that a killed change of a ref leaves would stop the next. */
function mayBeAskedTwice({ checkout, words, transport }: Call): boolean {
  const limitMs = checkout.gitLimitMs ?? usualLimitMs
  return (
    limitMs > patienceMs &&
    transport === undefined &&
    !words.includes('update-ref') &&
    !slow.has(checkout.root)
  )
}

/** One that does not even know where its folder is waits for a file of its settings, and will for ever. */
function requireAlive({ checkout, words }: Call): void {
  looked.delete(checkout.root)
  requireEnds(checkout)
  const least = { checkout, words: ['rev-parse', '--git-dir'], input: '', transport: undefined }
  if (isTimedOut(spawned(least, patienceMs))) throw noAnswer(commandIn(words))
  slow.add(checkout.root)
}

function spawned({ checkout, words, input, transport }: Call, limitMs: number): SpawnSyncReturns<Buffer> {
  const own = transport === undefined ? settings : [...settings, ...overHttp]
  const given = own.flatMap(setting => ['-c', setting])
  return spawnSync('git', [...given, '-C', checkout.root, ...words], {
    input,
    env: {
      ...environmentFor(checkout),
      ...(transport === undefined ? {} : transportEnvironment(checkout, transport)),
    },
    maxBuffer: mostBytes,
    timeout: limitMs,
    killSignal: 'SIGKILL',
  })
}

function calledOf({ checkout, words }: Call, ended: SpawnSyncReturns<Buffer>): Called {
  const { status, stdout, stderr, error } = ended
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw noGit()
  if (isTimedOut(ended)) throw noAnswer(commandIn(words))
  if (error !== undefined) throw error
  const said = stderr.toString()
  if (status !== 0 && said.includes('dubious ownership')) throw foreignOwner(checkout.root)
  return { status, stdout, stderr: said }
}

function isTimedOut({ error }: SpawnSyncReturns<Buffer>): boolean {
  return error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
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

function commandIn(words: readonly string[]): string {
  return `git ${words.find(word => /^[a-z][a-z-]*$/.test(word)) ?? ''}`
}
