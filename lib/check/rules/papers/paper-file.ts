import { finding } from '../../../finding/finding.ts'
import { filedPapersOf } from '../../extract/papers.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const paperFile: RepositoryRule = {
  code: 'TY4209',
  severity: 'error',
  title: text(
    '材料的文件不在仓库内，或与登记的摘要不符。',
    'The file of a paper is not in the repository, or not what its digest says.',
  ),
  why: text(
    '登记了 file 的材料须随清单提交，并写明 sha256，日后才能证明未被替换；补交文件，或核对后更正摘要。',
    'A paper with a file is committed with its sha256, so that years later nobody can have replaced it. Commit the file, or check it and correct the digest.',
  ),
  *check(model) {
    if (model.paperDigests === undefined) return
    for (const { owner, path, ...paper } of filedPapersOf(model)) {
      const digest = model.paperDigests.get(paper.file)
      if (digest !== undefined && digest === paper.sha256) continue
      if (digest === undefined) {
        yield finding(paperFile, place(owner, ...path, 'file'), {
          message: text(`仓库内没有文件 ${paper.file}`, `the repository has no file ${paper.file}`),
        })
        continue
      }
      yield finding(paperFile, place(owner, ...path, paper.sha256 === undefined ? 'file' : 'sha256'), {
        message:
          paper.sha256 === undefined
            ? text(`《${paper.type}》没有写明 sha256：${digest}`, `${paper.type} lacks its sha256: ${digest}`)
            : text(
                `《${paper.type}》的文件与登记的摘要不符`,
                `the file of ${paper.type} is not what its digest says`,
              ),
        ...(paper.sha256 === undefined ? {} : { fix: replacement(digest) }),
      })
    }
  },
}
