// The hook that checks before a commit. A data repository brings no hooks along: each clone asks for its own.
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from '../git/call.ts'
import { writeWhole } from './write-file.ts'

const mark = '# made by `tenantry hook`'

const script = `#!/bin/sh
${mark}; remove this file to be rid of it
set -e
tenantry fmt --check
tenantry validate
`

/** Git itself does not say by `git rev-parse` while hooks are turned off for our calls: the folder is that of git's own. */
function hookPath(checkout: Checkout): string {
  const { status, stdout } = callGit(checkout, ['rev-parse', '--git-common-dir'])
  const directory = stdout.toString().trim()
  if (status !== 0 || directory === '') throw noRepository(checkout.root)
  return join(isAbsolute(directory) ? directory : join(checkout.root, directory), 'hooks/pre-commit')
}

/**
 * Writes the hook into the clone that a data repository lies in.
 * @returns its path
 * @throws Refusal outside of git, and where there is a hook of somebody else's
 */
export function installHook(checkout: Checkout): string {
  const path = hookPath(checkout)
  if (existsSync(path) && !readFileSync(path, 'utf8').includes(mark)) throw anotherHook(path)
  writeWhole(path, script)
  chmodSync(path, 0o755)
  return path
}

/** Makes a repository of a folder that lies in none. Without git the folder is as good, until somebody gets git. */
export function startRepository(checkout: Checkout): void {
  try {
    if (callGit(checkout, ['rev-parse', '--git-dir']).status !== 0)
      callGit(checkout, ['init', '--quiet', '--initial-branch=main'])
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function noRepository(root: string): Refusal {
  const shown = printable(root)
  const message = {
    zh: `${shown} 不在 Git 仓库中；先运行 git init`,
    en: `${shown} lies in no git repository; run \`git init\` first`,
  }
  return new Refusal(finding(codes.notInGit, { machine: shown }, { message }), 'usage')
}

function anotherHook(path: string): Refusal {
  const shown = printable(path)
  const message = {
    zh: `${shown} 已有别的钩子，未作改动；可在其中加入 tenantry validate`,
    en: `${shown} is another hook and stays as it is; \`tenantry validate\` can be added to it`,
  }
  return new Refusal(finding(codes.fileExists, { machine: shown }, { message }), 'usage')
}
