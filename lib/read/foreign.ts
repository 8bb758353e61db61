// What is said of files that have no place in a data repository. Git is asked about all of them at once.
import type { Finding } from '../finding/finding.ts'
import { codes } from './codes.ts'
import { fileFinding, shown } from './problem.ts'

/** Which of some paths, or of what lies below them, git holds, and which it is told to ignore. */
export interface HeldByGit {
  readonly tracked: ReadonlySet<string>
  readonly ignored: ReadonlySet<string>
}

/** Outside of git nothing is held or ignored. `silent` where git is there and gives no answer. */
export type AskGit = (paths: readonly string[]) => HeldByGit | 'silent'

export const withoutGit: AskGit = () => ({ tracked: new Set(), ignored: new Set() })

/** Something that has no place, and what is said of it: where git ignores it too, or only where git holds it. */
export interface Foreign {
  /** From the root, with `/`. */
  readonly path: string
  readonly finding: Finding
  readonly when: 'not ignored' | 'tracked'
  /** Said instead where git ignores it. */
  readonly ignored?: Finding
}

export function foreignFindings(foreign: readonly Foreign[], askGit: AskGit): readonly Finding[] {
  if (foreign.length === 0) return []
  const held = askGit(foreign.map(({ path }) => path))
  if (held === 'silent') return foreign.map(unknown)
  return foreign.flatMap(({ path, finding, when, ignored }) => {
    if (held.tracked.has(path)) return finding
    if (when === 'tracked') return []
    return held.ignored.has(path) ? (ignored ?? []) : finding
  })
}

function unknown({ path, finding, when }: Foreign): Finding {
  if (when === 'not ignored') return finding
  const message = {
    zh: '无法向 Git 查询该文件夹是否已提交',
    en: 'git does not say whether this folder is committed',
  }
  return fileFinding(codes.gitSilent, shown(path, 300), message)
}

/** Never read, wherever it lies. */
export function machineFile(path: string): Foreign {
  const message = {
    zh: '属于机器的配置、凭据或者状态，不得放入数据仓库；不读取',
    en: 'configuration, credentials or state of a machine, which have no place here; it is not read',
  }
  const isPaper = path.split('/').slice(0, -1).includes('papers')
  const fix = {
    message: isPaper
      ? {
          zh: '移出数据仓库；若确为材料，请另存为 PDF 等格式或者改名',
          en: 'move it out of the data repository; what is a paper after all is saved as PDF or its like, or renamed',
        }
      : { zh: '移出数据仓库', en: 'move it out of the data repository' },
  }
  const at = shown(path, 300)
  const note = {
    zh: 'Git 忽略的机器配置；不读取',
    en: 'configuration of a machine that git ignores; it is not read',
  }
  return {
    path,
    when: 'not ignored',
    finding: fileFinding(codes.machineFile, at, message, { fix }),
    ignored: { ...fileFinding(codes.machineFile, at, note), severity: 'info' },
  }
}

export function outputFolder(path: string): Foreign {
  const message = { zh: '工具的输出已被提交到 Git', en: 'output of the tool, and git holds it' }
  const command = `git rm -r --cached ${path}`
  const fix = {
    message: { zh: `运行 ${command}，并写入 .gitignore`, en: `run ${command}, and name it in .gitignore` },
  }
  return { path, when: 'tracked', finding: fileFinding(codes.trackedOutput, path, message, { fix }) }
}

export function editorFile(path: string): Foreign {
  const message = {
    zh: '编辑器或者文件管理器留下的文件；不读取',
    en: 'left by an editor or a file manager; it is not read',
  }
  return { path, when: 'not ignored', finding: fileFinding(codes.editorFile, shown(path, 300), message) }
}
