import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidenceCodes as codes, signatureNamespace } from '../../lib/evidence/index.ts'
import { type CodeDefinition, finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readRegularFile } from '../../lib/read/file.ts'

const patienceMs = 60_000

/** As what a text is signed, and what is told where it cannot be. */
export interface Purpose {
  readonly namespace: string
  readonly failure: CodeDefinition
}

const asRecord: Purpose = { namespace: signatureNamespace, failure: codes.cannotSign }

/**
 * A text's signature by an SSH key, which may be held by an agent: then the file is its public part. For a key with a
 * passphrase ssh-keygen asks on the terminal, where there is one.
 *
 * @param keyFile absolute path
 * @throws Refusal where ssh-keygen makes none
 */
export function signatureBy(
  text: string,
  keyFile: string,
  environment: Readonly<Record<string, string | undefined>>,
  { namespace, failure }: Purpose = asRecord,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-sign-'))
  try {
    const file = join(folder, 'signed')
    writeFileSync(file, text, { mode: 0o600 })
    sshKeygen(['-q', '-Y', 'sign', '-f', keyFile, '-n', namespace, file], keyFile, environment, failure)
    return readFileSync(`${file}.sig`, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const publicKey = /^([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?: .*)?$/

/**
 * The public part of a key, type and body: of the file itself where it is one, of what lies beside it, else of the key.
 *
 * @param keyFile absolute path
 * @throws Refusal where there is none
 */
export function publicPartOf(
  keyFile: string,
  environment: Readonly<Record<string, string | undefined>>,
  failure: CodeDefinition,
): string {
  const written = [keyFile, `${keyFile}.pub`].map(publicKeyIn).find(key => key !== undefined)
  const told = () => publicKeyOf(sshKeygen(['-y', '-f', keyFile], keyFile, environment, failure))
  const key = written ?? told()
  if (key === undefined) throw refusal(keyFile, 'ssh-keygen -y', failure)
  return key
}

const mostKeyBytes = 16 * 1024

function publicKeyIn(file: string): string | undefined {
  const content = readRegularFile(file, mostKeyBytes)
  return 'bytes' in content ? publicKeyOf(new TextDecoder().decode(content.bytes)) : undefined
}

function publicKeyOf(text: string): string | undefined {
  const [, type, body] = publicKey.exec(text.trim()) ?? []
  return type === undefined || body === undefined ? undefined : `${type} ${body}`
}

function sshKeygen(
  words: readonly string[],
  keyFile: string,
  environment: Readonly<Record<string, string | undefined>>,
  failure: CodeDefinition,
): string {
  const { status, stdout, stderr, error } = spawnSync('ssh-keygen', words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: environment.PATH, SSH_AUTH_SOCK: environment.SSH_AUTH_SOCK, LC_ALL: 'C' },
    timeout: patienceMs,
  })
  if (status === 0) return stdout.toString()
  throw refusal(keyFile, error?.message ?? stderr.toString(), failure)
}

function refusal(keyFile: string, reason: string, failure: CodeDefinition): Refusal {
  const { title, why } = failure
  const shown = printable(reason.trim().split('\n').at(-1) ?? '')
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(failure, { machine: keyFile }, { message, fix: { message: why } }),
    'environment',
  )
}
