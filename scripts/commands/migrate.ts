import { migrated } from '../../lib/migration/index.ts'
import { codes } from '../../lib/read/index.ts'
import { knownVersions, type Versions } from '../../lib/version/index.ts'
import type { Command } from '../terminal/command.ts'
import { rewriting, rewrittenPaths } from '../terminal/rewriting.ts'

export const migrate = migrateTo(knownVersions)

/** @param versions the forms that it knows, and the newest of them, in which it writes */
export function migrateTo(versions: Versions): Command {
  const { newest } = versions
  return {
    name: 'migrate',
    summary: {
      zh: '把采用旧格式（apiVersion）的文件改写为当前格式；内容、注释和授予不变，旧格式始终可读',
      en: 'write files of an older form (apiVersion) in the present one; content, comments and grants stay; older forms are read for ever',
    },
    arguments: [rewrittenPaths],
    options: [
      {
        flags: '--check',
        summary: {
          zh: '只列出采用旧格式的文件，不写入；有则退出状态为 1',
          en: 'list files of an older form and write none; status 1 where there are any',
        },
      },
    ],
    examples: [
      {
        line: 'tenantry migrate',
        summary: { zh: '全部文件；结果单独提交', en: 'all files; commit the result by itself' },
      },
      {
        line: 'tenantry migrate catalogue',
        summary: { zh: '先改写目录', en: 'those of the catalogue first' },
      },
      {
        line: 'tenantry migrate --check',
        summary: { zh: '是否还有旧格式的文件', en: 'whether any file has an older form' },
      },
    ],
    run: rewriting({
      newText: source => migrated(source, versions),
      unproven: {
        zh: '改写为当前格式后内容或注释会有出入，未改动；旧格式仍可读取',
        en: 'in the present form its content or comments would differ; left alone, and still read as it is',
      },
      due: {
        code: codes.olderVersion,
        message: {
          zh: `不是当前格式“${newest}”`,
          en: `the file does not have the present form “${newest}”`,
        },
        command: 'tenantry migrate',
      },
      counted: ({ all, changed, isCheck }) => ({
        zh: isCheck
          ? `共 ${all} 个文件，${changed} 个不是当前格式“${newest}”。`
          : `共 ${all} 个文件，${changed} 个改写为当前格式“${newest}”。`,
        en: isCheck
          ? `${all} files looked at, ${changed} not of the present form “${newest}”.`
          : `${all} files looked at, ${changed} written in the present form “${newest}”.`,
      }),
    }),
  }
}
