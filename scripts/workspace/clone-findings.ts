// What is wrong with files of a repository by what git says of them in this clone.
import {
  type CodeDefinition,
  type Finding,
  fileStart,
  finding,
  type Text,
} from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { lineOf, Refusal } from '../../lib/finding/refusal.ts'
import { attributeCodes } from '../../lib/read/attribute-codes.ts'
import { codes as readCodes } from '../../lib/read/index.ts'
import { gitRootOf } from '../../lib/read/inside.ts'
import { keptFolders } from '../../lib/read/kept-bytes.ts'
import { changedFiles, type FileAttributes } from '../git/attributes.ts'
import { type Checkout, callGit } from '../git/call.ts'
import { oddEntries } from '../git/odd-entries.ts'
import { isPackageRoot } from './package-root.ts'

/** @param ofReading what was found in the repository's own files: what they say of papers is not told again */
export function cloneFindings(place: Checkout, ofReading: readonly Finding[]): readonly Finding[] {
  if (isPackageRoot(place.root) || gitRootOf(place.root) === undefined) return []
  const odd = oddEntries(place)
  const changed = odd && changedFiles(place, ['catalogue', 'tenants', ...keptFolders])
  if (odd === undefined || changed === undefined) return [silentGit(place)]
  const isTold = ofReading.some(({ code }) => code === attributeCodes.papersConverted.code)
  return [...odd.map(notPlain), ...changedFindings(changed), ...(isTold ? [] : convertedFindings(changed))]
}

function silentGit(place: Checkout): Finding {
  const { zh, en } = reasonOf(place)
  const message = {
    zh: `无法向 Git 查询仓库中有无链接、子模块和改写内容的属性；${zh}`,
    en: `git does not say whether it holds links or submodules, or changes what it checks out; ${en}`,
  }
  return findingAt(readCodes.gitSilent, '.', message)
}

/** What git is asked first is refused for what would have it refuse everything. */
function reasonOf(place: Checkout): Text {
  try {
    callGit(place, ['rev-parse', '--git-dir'])
  } catch (error) {
    if (error instanceof Refusal) return lineOf(error.finding)
  }
  return { zh: '运行 git status 可知原因', en: '`git status` tells why' }
}

function notPlain(file: string): Finding {
  const shown = printable(file)
  const message = {
    zh: `${shown} 在 Git 中是链接或子模块`,
    en: `${shown} is a link or a submodule in git`,
  }
  return findingAt(attributeCodes.notPlain, file, message)
}

/** One for all files: what would mend it is the same. */
function changedFindings(files: readonly FileAttributes[]): readonly Finding[] {
  const changed = files.filter(({ changing }) => changing !== undefined)
  const [first] = changed
  if (first === undefined) return []
  const attribute = printable(first.changing ?? '')
  const command = `git check-attr --all -- ${printable(first.file)}`
  const message = {
    zh: `本克隆中的属性 ${attribute} 使 ${changed.length} 个文件签出的内容与提交的不同；${command} 可供核对`,
    en: `by the attribute ${attribute} of this clone other bytes of ${changed.length} files are checked out than were committed; \`${command}\` shows it`,
  }
  return [findingAt(attributeCodes.ofClone, first.file, message)]
}

function convertedFindings(files: readonly FileAttributes[]): readonly Finding[] {
  const converted = files.filter(file => file.mayConvertLineEnds && isKept(file))
  const [first] = converted
  if (first === undefined) return []
  const message = {
    zh: `本克隆的 git 设置会改写 ${converted.length} 个材料文件的换行；请在 .gitattributes 末尾加上 **/papers/** -text 和 **/evidence/** -text，并从 .git/info/attributes 中删除与之相反的行`,
    en: `git’s settings of this clone convert line ends of ${converted.length} papers; add \`**/papers/** -text\` and \`**/evidence/** -text\` at the end of .gitattributes, and remove what says otherwise from .git/info/attributes`,
  }
  return [findingAt(attributeCodes.papersConverted, first.file, message)]
}

function isKept({ file }: FileAttributes): boolean {
  const folders = file.split('/').slice(0, -1)
  return keptFolders.some(folder => folders.includes(folder))
}

function findingAt(code: CodeDefinition, file: string, message: Text): Finding {
  return finding(code, { file, range: fileStart, path: [] }, { message })
}
