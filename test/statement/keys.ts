// Keys and signatures of tests, made by the real program.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignedStatement } from '../../lib/statement/index.ts'

export interface Keys {
  readonly folder: string
  /** Makes a key, and gives its public part. */
  readonly make: (name: string, kind?: string) => string
  readonly sign: (text: string, name: string, namespace?: string) => SignedStatement
  readonly remove: () => void
}

export function testKeys(): Keys {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-keys-'))
  return {
    folder,
    make: (name, kind = 'ed25519') => {
      const file = join(folder, name)
      execFileSync('ssh-keygen', ['-q', '-t', kind, '-N', '', '-C', '', '-f', file])
      return readFileSync(`${file}.pub`, 'utf8').trim()
    },
    sign: (text, name, namespace = 'tenantry-review-v1') => {
      const file = join(folder, 'text')
      writeFileSync(file, text)
      rmSync(`${file}.sig`, { force: true })
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-f', join(folder, name), '-n', namespace, file], {
        stdio: 'ignore',
      })
      return { text, signature: readFileSync(`${file}.sig`, 'utf8') }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
