import type { Flag } from '../brief.ts'
import { type SharedChange, type SystemChange, systemOf } from '../change.ts'
import { empty, same } from '../words.ts'
import { approvalFlags, approvals } from './approvals.ts'
import { findings, flagOf } from './findings.ts'
import type { FlagKind, FoundFlag } from './flag.ts'
import { internet } from './internet.ts'
import { marks } from './marks.ts'
import { overdue } from './overdue.ts'
import { shortage } from './shortage.ts'

export const flagKinds: readonly FlagKind[] = [findings, approvals, shortage, internet, marks, overdue]

export function flagsOfSystem(change: SystemChange): readonly Flag[] {
  const { address } = change
  const name = same(systemOf(change)?.value.metadata.name ?? address)
  return flagKinds.flatMap(kind => [...kind.find(change)].map(flag => ({ ...flag, subject: address, name })))
}

export function flagsOfShared(change: SharedChange): readonly Flag[] {
  const { after, objections, findings: found } = change
  return [
    ...[...objections, ...found].flatMap(one => [...flagOf(after, one)]),
    ...approvalFlags(change),
    ...otherFiles(change),
  ].map(flag => ({ ...flag, subject: undefined, name: empty }))
}

/** Workflows and the like decide what runs, and no rule about data looks at them. */
function otherFiles({ files }: SharedChange): readonly FoundFlag[] {
  if (files.length === 0) return []
  const message = {
    zh: `改动了数据以外的文件，共 ${files.length} 个`,
    en: `files that are no data change as well: ${files.length}`,
  }
  return [{ severity: 'warning', message, code: undefined, ground: empty }]
}

/** Errors first; otherwise in the order of the parts. */
export function byGravity(flags: readonly Flag[]): readonly Flag[] {
  return [
    ...flags.filter(({ severity }) => severity === 'error'),
    ...flags.filter(({ severity }) => severity !== 'error'),
  ]
}
