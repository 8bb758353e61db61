// The hook that checks before a commit. A data repository brings no hooks along: each clone asks for its own.
import { chmodSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { ownText } from '../files/own-file.ts'
import { type Checkout, callGit } from '../git/call.ts'
import { ownSettings, settingPath } from '../git/own-settings.ts'
import { writeWhole } from './write-file.ts'

const mark = '# made by `tenantry hook`'

/** Git runs it at the top of what it holds, of which the data may be a part. */
function scriptFor(prefix: string): string {
  const enter = prefix === '' ? '' : `cd -- '${prefix.replaceAll("'", `'\\''`)}'\n`
  return `#!/bin/sh\n${mark}; remove this file to be rid of it\nset -e\n${enter}tenantry fmt --check\ntenantry validate\n`
}

/**
 * Writes the hook into the clone that a data repository lies in.
 * @returns its path
 * @throws Refusal outside of git, where git looks for hooks elsewhere, and where there is a hook of somebody else's
 */
export function installHook(checkout: Checkout): string {
  const [top, prefix, common] = placesOf(checkout)
  const folder = join(resolve(checkout.root, common), 'hooks')
  const path = join(folder, 'pre-commit')
  const elsewhere = ownSettings(checkout, '^core\\.hookspath$')?.get('core.hookspath')
  if (elsewhere !== undefined && resolve(top, settingPath(checkout, elsewhere)) !== folder)
    throw hooksElsewhere(elsewhere)
  if (existsSync(path) && !isOurs(path)) throw anotherHook(path)
  writeWhole(path, scriptFor(prefix))
  chmodSync(path, 0o755)
  return path
}

/** What cannot be read to its end, as a pipe, is none of ours either. */
function isOurs(path: string): boolean {
  try {
    return ownText(path).includes(mark)
  } catch {
    return false
  }
}

/** The top of the checkout, the way from there to the data, and git's own folder: not that of a linked worktree. */
function placesOf(checkout: Checkout): readonly [string, string, string] {
  const words = ['rev-parse', '--show-toplevel', '--show-prefix', '--git-common-dir']
  const { status, stdout } = callGit(checkout, words)
  const [top = '', prefix = '', common = ''] = stdout.toString().split('\n')
  if (status !== 0 || common === '') throw noRepository(checkout.root)
  return [top, prefix, common]
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
  return new Refusal(finding(codes.noHook, { machine: shown }, { message }), 'usage')
}

/** What lies there is run for other repositories too, or belongs to a program that keeps hooks. */
function hooksElsewhere(folder: string): Refusal {
  const shown = printable(folder)
  const message = {
    zh: `git 的设置 core.hooksPath 为 ${shown}，本克隆自己的钩子不会执行；可在其中的 pre-commit 里加入 tenantry fmt --check 和 tenantry validate，或用 git config core.hooksPath .git/hooks 改回`,
    en: `by core.hooksPath git looks for hooks in ${shown} and runs none of this clone’s own; add \`tenantry fmt --check\` and \`tenantry validate\` to pre-commit there, or set \`git config core.hooksPath .git/hooks\``,
  }
  return new Refusal(finding(codes.noHook, { machine: shown }, { message }), 'usage')
}

function anotherHook(path: string): Refusal {
  const shown = printable(path)
  const message = {
    zh: `${shown} 已有别的钩子，未作改动；可在其中加入 tenantry fmt --check 和 tenantry validate`,
    en: `${shown} is another hook and stays as it is; \`tenantry fmt --check\` and \`tenantry validate\` can be added to it`,
  }
  return new Refusal(finding(codes.fileExists, { machine: shown }, { message }), 'usage')
}
