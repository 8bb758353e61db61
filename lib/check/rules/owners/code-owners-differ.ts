import type { OwnersManifest } from '../../../../generated/types/owners.ts'
import { type Finding, fileStart, finding, type Text } from '../../../finding/finding.ts'
import { printable } from '../../../finding/printable.ts'
import { codeOwnersLines } from '../../../owners/code-owners.ts'
import { type Departure, departuresFrom } from '../../../owners/departures.ts'
import { codeOwnersFiles, type Forge, forges, otherCodeOwnersFiles } from '../../../owners/forge.ts'
import { placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const codeOwnersDiffer: RepositoryRule = {
  code: 'TY3704',
  severity: 'error',
  title: text('CODEOWNERS 与 owners.yaml 不符。', 'CODEOWNERS is not what owners.yaml says.'),
  why: text(
    '平台只认 CODEOWNERS，后面的规则优先：多出的、少了的或者换了位置的一行都会改变由谁审核。运行 tenantry owners 重新生成；要改变所有者的，改 catalogue/owners.yaml。',
    'A forge goes by CODEOWNERS alone, where later lines override: a line more, a line less or one elsewhere changes who reviews. Run `tenantry owners` to make it anew; owners are changed in catalogue/owners.yaml.',
  ),
  *check({ catalogue: { owners }, codeOwners }) {
    if (owners === undefined || codeOwners === undefined) return
    for (const file of otherCodeOwnersFiles) if (codeOwners.has(file)) yield misplaced(file)
    const present = forges.filter(forge => codeOwners.has(codeOwnersFiles[forge]))
    for (const forge of present)
      yield* differing(forge, owners.value, codeOwners.get(codeOwnersFiles[forge]) ?? '')
    if (present.length > 0) return
    yield finding(codeOwnersDiffer, placeOfKey(owners, 'units'), {
      severity: 'warning',
      message: text(
        '没有生成过 CODEOWNERS；请运行 tenantry owners --forge <平台>',
        'no CODEOWNERS was made yet; run `tenantry owners --forge <forge>`',
      ),
    })
  },
}

function misplaced(file: string): Finding {
  return finding(
    codeOwnersDiffer,
    { file, range: fileStart, path: [] },
    {
      message: text(
        '有的平台先看这里，不看由 owners.yaml 生成的文件；请删除',
        'some forges look here instead of at what owners.yaml makes; remove it',
      ),
    },
  )
}

/** So many of one file are told: whoever has more has not made it from the map at all. */
const mostTold = 10

function* differing(forge: Forge, owners: OwnersManifest, written: string): Iterable<Finding> {
  const departures = departuresFrom(codeOwnersLines(forge, owners), written)
  for (const { range, ...one } of departures.slice(0, mostTold)) {
    yield finding(
      codeOwnersDiffer,
      { file: codeOwnersFiles[forge], range, path: [] },
      {
        message: wordsOf(one),
        fix: { message: text('运行 tenantry owners', 'run `tenantry owners`') },
      },
    )
  }
}

function wordsOf({ kind, line }: Omit<Departure, 'range'>): Text {
  const shown = printable(line)
  if (kind === 'more') return text(`owners.yaml 没有“${shown}”`, `owners.yaml does not say “${shown}”`)
  if (kind === 'missing') return text(`缺少“${shown}”`, `“${shown}” is missing`)
  return text(`“${shown}”换了位置，后面的规则优先`, `“${shown}” stands elsewhere, and later lines override`)
}
