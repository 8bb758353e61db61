import { codes } from '../../lib/command-line/codes.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { withoutLogMarks } from '../../lib/finding/log-marks.ts'
import { printable } from '../../lib/finding/printable.ts'
import { lineOf, Refusal } from '../../lib/finding/refusal.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type ExitStatus, exitStatus, refusalStatus } from './command.ts'

interface Audience {
  readonly language: Language
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly json: boolean
  readonly debug: boolean
}

interface Failure {
  readonly code: string
  readonly text: Text
  readonly status: ExitStatus
}

/** Says in one line what ended a command, and gives its exit status. */
export function reportFailure(error: unknown, audience: Audience): ExitStatus {
  const failure = refusalFailure(error) ?? fileFailure(error) ?? internalFailure(error)
  const { language, stdout, stderr } = audience
  stderr(
    withoutLogMarks(
      `${{ zh: '错误', en: 'error' }[language]} ${failure.code}: ${wordsOf(failure, language)}\n`,
    ),
  )
  if (audience.debug && error instanceof Error) stderr(`${error.stack}\n`)
  if (audience.json) stdout(jsonAnswer('failure', { error: { code: failure.code, message: failure.text } }))
  return failure.status
}

/** A defect is told in both languages: whoever meets it may have to pass it on. */
function wordsOf({ text, status }: Failure, language: Language): string {
  return status === exitStatus.internal ? `${text.zh} / ${text.en}` : text[language]
}

function refusalFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Refusal)) return undefined
  const { finding, kind } = error
  return { code: finding.code, text: lineOf(finding), status: refusalStatus[kind] }
}

const fileFailures: Readonly<Record<string, Text>> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '不允许此操作', en: 'operation not permitted' },
  EROFS: { zh: '文件系统只读', en: 'the file system is read-only' },
  ENOENT: { zh: '不存在，或者刚被移走', en: 'it is not there, or was just taken away' },
  ENOSPC: { zh: '磁盘空间不足', en: 'no space left on the disk' },
  EDQUOT: { zh: '超出磁盘配额', en: 'the disk quota is used up' },
  EFBIG: { zh: '文件过大', en: 'the file is too large' },
  EIO: { zh: '磁盘或者网络文件系统读写出错', en: 'the disk, or the network behind it, has failed' },
  EBUSY: { zh: '正被占用', en: 'it is in use' },
  ETXTBSY: { zh: '正被占用', en: 'it is in use' },
  ESTALE: { zh: '网络文件系统上的文件已失效', en: 'the network file system no longer knows it' },
  ENOTCONN: { zh: '文件系统已断开', en: 'the file system is not connected' },
  ENFILE: { zh: '打开的文件过多', en: 'too many files are open' },
  EMFILE: { zh: '打开的文件过多', en: 'too many files are open' },
  ENOTDIR: { zh: '路径中有一段不是目录', en: 'part of the path is no directory' },
  EISDIR: { zh: '该路径是目录', en: 'it is a directory' },
  EEXIST: { zh: '已被占用', en: 'something else is in its place' },
  ENOTEMPTY: { zh: '该目录非空', en: 'the directory is not empty' },
  ELOOP: { zh: '符号链接成环', en: 'symbolic links form a loop' },
  ENAMETOOLONG: { zh: '路径过长', en: 'the path is too long' },
}

/** What the file system refuses is the machine's affair, not a defect. */
function fileFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const reason = fileFailures[String(error.code)]
  if (reason === undefined) return undefined
  const place = 'path' in error ? printable(String(error.path)) : undefined
  const text = {
    zh: `${place ?? '写入失败'}：${reason.zh}`,
    en: `${place ?? 'the output cannot be written'}: ${reason.en}`,
  }
  return { code: codes.fileAccess.code, text, status: exitStatus.environment }
}

function internalFailure(error: unknown): Failure {
  const message = printable(error instanceof Error ? error.message : String(error))
  const text = {
    zh: `工具内部错误：${message}；请加 --debug 重新运行并报告`,
    en: `the tool itself has failed: ${message}; run again with --debug and report it`,
  }
  return { code: codes.internal.code, text, status: exitStatus.internal }
}
