import { newestVersion } from '../version/index.ts'
import { comment, entry } from './yaml.ts'

export interface RatificationAnswers {
  readonly record: { readonly number: number; readonly digest: string }
  /** The day on which it came, the commit of the target branch, and the files that it changed. */
  readonly day: string
  readonly commit: string
  readonly files: readonly string[]
  /** Those behind the accounts that the record names. */
  readonly known: readonly string[]
  /** Those whom somebody has found out to have brought it. */
  readonly broughtBy: readonly string[]
  readonly reason: string
  readonly paper: string
}

const mostFiles = 5

/** A ratification, commented for whoever brings it and for whoever decides on it. */
export function ratificationText(answers: RatificationAnswers): string {
  const { record, day, commit, files, known, broughtBy, reason, paper } = answers
  const more = files.length > mostFiles ? ` 等 ${files.length} 个文件` : ''
  const lines = [
    '# yaml-language-server: $schema=../schema/ratification.schema.json',
    comment(`追认 ${day} 绕过审批进入目标分支的提交 ${commit.slice(0, 12)}：`),
    ...(files.length === 0 ? [] : [comment(`${files.slice(0, mostFiles).join('、')}${more}`)]),
    comment('本文件单独提出合并请求，不含其他改动；由当初应当审批的人评审，合并后运行 tenantry record。'),
    ...(known.length === 0 ? [] : [comment(`${known.join('、')} 参与了这段改动，不得追认。`)]),
    `apiVersion: ${newestVersion}`,
    'kind: Ratification',
    entry('record', record),
    ...(broughtBy.length === 0 ? [] : [entry('broughtBy', broughtBy)]),
    entry('reason', reason),
    entry('paper', paper),
  ]
  return `${lines.join('\n')}\n`
}
