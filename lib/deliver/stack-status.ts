// Where a stack stands, as the machine knows it, and what it waits for.
import type { Text } from '../finding/finding.ts'
import type { RunRequested, StackResult } from './run.ts'
import type { DeliveryStack, StackKind } from './stack.ts'

/**
 * - `wanted`: the repository asks for it
 * - `ended`: the history of its system has brought it to its end
 * - `leaked`: the repository does not speak of it
 */
export type Claim = 'wanted' | 'ended' | 'leaked'

/** What became of a stack in the last run that it was part of. */
export interface LastRun extends Pick<RunRequested, 'command'> {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly status: StackResult['status']
  /** The code of the cause, where it failed. */
  readonly code: string | undefined
}

/** Where the state of a stack is kept. */
export interface StateWhere {
  readonly backend: string
  /** Absolute path, where this machine keeps it. */
  readonly file: string | undefined
}

export interface StackStatus {
  readonly stack: string
  readonly kind: StackKind
  readonly zone: string
  /** By which it alone is named, in the words of the repository. */
  readonly selector: string
  readonly claim: Claim
  readonly state: StateWhere
  /** How many resources the state has; undefined where only its backend knows. */
  readonly resources: number | undefined
  /** Whether a broken-off run may have made something that the state does not have. */
  readonly unrecorded: boolean
  /** Whether a removal was broken off. */
  readonly removing: boolean
  readonly last: LastRun | undefined
}

/** Something that a stack waits for, and the command that gets further. */
export interface Waiting {
  readonly what: Text
  readonly command: string
}

const unfinished: ReadonlySet<StackResult['status']> = new Set([
  'failed',
  'interrupted',
  'pending',
  'running',
  'skipped',
])

export function selectorOf({ kind, zone, address }: DeliveryStack): string {
  return address === undefined ? `${kind}:${zone}` : `${kind}:${address}@${zone}`
}

/** What a stack waits for; empty where nothing is known to be amiss. */
export function waitingOf(status: StackStatus): readonly Waiting[] {
  const { stack, claim, resources, last } = status
  const further = {
    wanted: `tenantry apply ${stack}`,
    ended: `tenantry apply --retire ${stack}`,
    leaked: `tenantry destroy ${stack} --confirm ${stack} --without-papers REASON`,
  }[claim]
  const waits: Waiting[] = []
  if (status.removing) waits.push({ what: words.removing, command: removalOf(status, further) })
  if (status.unrecorded) waits.push({ what: words.unrecorded, command: further })
  if (claim === 'wanted' && resources === 0) waits.push({ what: words.new, command: further })
  if (last !== undefined && unfinished.has(last.status))
    waits.push({ what: unfinishedText(last), command: `tenantry plan ${stack}` })
  if (claim === 'ended' && resources !== 0) waits.push({ what: words.ended, command: further })
  if (claim === 'leaked') waits.push({ what: words.leaked, command: further })
  return waits
}

function removalOf({ stack, claim }: StackStatus, further: string): string {
  return claim === 'wanted' ? `tenantry destroy ${stack} --confirm ${stack}` : further
}

const words = {
  removing: { zh: '删除曾被中断', en: 'a removal was broken off' },
  unrecorded: {
    zh: '中断的执行可能留有未登记的资源',
    en: 'a broken-off run may have left something that is not recorded',
  },
  new: { zh: '尚未交付', en: 'it was not applied yet' },
  ended: { zh: '批复已经终止，资源待收回', en: 'its grant has come to an end; its resources are to go' },
  leaked: {
    zh: '数据仓库没有提到它：请恢复清单，或者销毁',
    en: 'the repository does not speak of it: bring its manifest back, or destroy it',
  },
} as const satisfies Readonly<Record<string, Text>>

function unfinishedText({ status, code }: LastRun): Text {
  const named = code === undefined ? status : `${status}, ${code}`
  return { zh: `上次执行未成功（${named}）`, en: `its last run did not succeed (${named})` }
}
