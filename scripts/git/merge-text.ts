import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchDirectory } from '../files/scratch-directory.ts'
import { type Checkout, callGit } from './call.ts'

/** The same text as three hands have it. */
export interface ThreeTexts {
  readonly base: Uint8Array
  readonly theirs: Uint8Array
  readonly ours: Uint8Array
}

/**
 * The text with the changes of both sides; undefined where they meet in one place. No merge driver of the repository has
 * a say: git merges three plain files.
 */
export function mergeText(checkout: Checkout, { base, theirs, ours }: ThreeTexts): Uint8Array | undefined {
  const directory = scratchDirectory('merge')
  try {
    const file = (name: string, bytes: Uint8Array): string => {
      const path = join(directory, name)
      writeFileSync(path, bytes)
      return path
    }
    const files = [file('ours', ours), file('base', base), file('theirs', theirs)]
    const { status, stdout } = callGit(checkout, ['merge-file', '--stdout', '--quiet', '--', ...files])
    return status === 0 ? stdout : undefined
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
