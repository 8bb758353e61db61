import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidenceCodes as codes, signatureNamespace } from '../../lib/evidence/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'

const patienceMs = 60_000

/**
 * A text's signature by an SSH key, which may be held by an agent: then the file is its public part.
 *
 * @param keyFile absolute path
 * @throws Refusal where ssh-keygen makes none
 */
export function signatureBy(
  text: string,
  keyFile: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-sign-'))
  try {
    const file = join(folder, 'record')
    writeFileSync(file, text, { mode: 0o600 })
    const { status, stderr, error } = spawnSync(
      'ssh-keygen',
      ['-q', '-Y', 'sign', '-f', keyFile, '-n', signatureNamespace, file],
      {
        // A key with a passphrase asks for it, and nobody is there to answer.
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: environment.PATH, SSH_AUTH_SOCK: environment.SSH_AUTH_SOCK, LC_ALL: 'C' },
        timeout: patienceMs,
      },
    )
    if (status === 0) return readFileSync(`${file}.sig`, 'utf8')
    throw refusal(keyFile, error?.message ?? stderr.toString())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function refusal(keyFile: string, reason: string): Refusal {
  const { title, why } = codes.cannotSign
  const shown = printable(reason.trim().split('\n').at(-1) ?? '')
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(codes.cannotSign, { machine: keyFile }, { message, fix: { message: why } }),
    'environment',
  )
}
