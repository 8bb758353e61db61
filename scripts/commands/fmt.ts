import { formatted } from '../../lib/format/index.ts'
import { codes } from '../../lib/read/index.ts'
import type { Command } from '../terminal/command.ts'
import { rewriting, rewrittenPaths } from '../terminal/rewriting.ts'

export const fmt: Command = {
  name: 'fmt',
  summary: {
    zh: '统一写法：缩进、空格、引号、空行、换行符；内容和注释不变',
    en: 'lay out manifests in one way: indentation, blanks, quotes, line ends; content and comments stay',
  },
  arguments: [rewrittenPaths],
  options: [
    {
      flags: '--check',
      summary: {
        zh: '只列出写法不一的文件，不写入；有则退出状态为 1',
        en: 'list files that are laid out otherwise and write none; status 1 where there are any',
      },
    },
  ],
  examples: [
    { line: 'tenantry fmt', summary: { zh: '全部文件', en: 'all files' } },
    { line: 'tenantry fmt tenants/ningwu', summary: { zh: '一个地区', en: 'those of one jurisdiction' } },
    { line: 'tenantry fmt --check', summary: { zh: '用于流水线和提交前检查', en: 'for CI and hooks' } },
  ],
  run: rewriting({
    newText: ({ file, kind, bytes }) => formatted(file, kind, bytes),
    unproven: {
      zh: '换一种写法后内容或注释会有出入，未改动',
      en: 'laid out anew, its content or comments would differ; left alone',
    },
    due: {
      code: codes.layout,
      message: { zh: '写法未统一', en: 'the file is laid out otherwise' },
      command: 'tenantry fmt',
    },
    counted: ({ all, changed, isCheck }) => ({
      zh: isCheck ? `共 ${all} 个文件，${changed} 个写法未统一。` : `共 ${all} 个文件，改写 ${changed} 个。`,
      en: isCheck
        ? `${all} files looked at, ${changed} laid out otherwise.`
        : `${all} files looked at, ${changed} written.`,
    }),
  }),
}
