// What `drift --propose` makes of what was found: a way out for each drift, and a branch with what is to be adopted.

import type { Seen } from '../../lib/drift/history.ts'
import { driftClasses } from '../../lib/drift/kinds/index.ts'
import type { Ways, Wish } from '../../lib/drift/proposal.ts'
import { reasonOf, waysOf } from '../../lib/drift/proposal.ts'
import { proposalMessage } from '../../lib/drift/proposal-message.ts'
import type { Finding, Text } from '../../lib/finding/finding.ts'
import { type WrittenBranch, writeBranch } from '../git/new-branch.ts'
import { commitOf } from '../git/refs.ts'
import type { DriftRun } from '../terraform/drift-run.ts'
import { stackOfName } from '../terraform/stacks.ts'
import { askedAdoptions, committedData, type Piece } from '../workspace/asked-adoptions.ts'
import { toolVersion } from '../workspace/package-root.ts'
import type { Context, OptionValues } from './command.ts'
import { notAChoice } from './command-line.ts'
import { modelOf } from './require-model.ts'

/** What comes of a drift. */
export interface Proposed extends Ways {
  /** Whether it is in the branch. */
  readonly isAdopted: boolean
  /** Why it is not, though it was asked for. */
  readonly refused?: readonly Finding[] | Text
}

export interface DriftProposal {
  readonly ways: readonly Proposed[]
  /** The full name of the commit that the branch begins at. */
  readonly base: string
  /** Undefined where nothing is to be adopted. */
  readonly branch: (WrittenBranch & { readonly files: readonly string[] }) | undefined
  /** What a person still has to fill in on the branch. */
  readonly owed: readonly Finding[]
}

/** The shortest beginning of an id that names one. */
const leastOfId = 8

/** @throws CommandError for a wish that names neither a class nor a drift that was found */
export function wishesOf({ adopt }: OptionValues, { ids }: Pick<Seen, 'ids'>): readonly Wish[] {
  const words = Array.isArray(adopt) ? adopt : []
  return words.map((word: string): Wish => {
    const of = driftClasses.find(one => one === word)
    if (of !== undefined) return { class: of }
    const known = [...ids.values()]
    if (word.length >= leastOfId && known.some(id => id.startsWith(word))) return { id: word }
    throw notAChoice('--adopt', word, [...driftClasses, ...known.map(id => id.slice(0, leastOfId))])
  })
}

export function proposalOf(
  context: Context,
  { drifts, looked, startedAt }: DriftRun,
  seen: Seen,
  wishes: readonly Wish[],
): DriftProposal {
  const base = commitOf(context, 'HEAD')
  const data = committedData(context, base)
  const ways = waysOf(drifts, seen, { model: modelOf(data), looked, placeOf }, wishes)
  const pieces = new Map(ways.filter(({ isAsked }) => isAsked).flatMap(pieceOf))
  const { accepted, refused, files, owed } = askedAdoptions(context, data, [...pieces.values()])
  const proposed = ways.map((one): Proposed => {
    const piece = pieces.get(one)
    const why = piece && refused.get(piece)
    const isAdopted = piece !== undefined && accepted.includes(piece)
    return { ...one, isAdopted, ...(why === undefined ? {} : { refused: why }) }
  })
  const adopted = proposed.filter(({ isAdopted }) => isAdopted)
  if (adopted.length === 0) return { ways: proposed, base, branch: undefined, owed: [] }
  const found = { version: toolVersion(), at: startedAt }
  const message = proposalMessage(adopted, found, context.language)
  const branch = writeBranch(context, `tenantry/drift-${context.today}`, { base, files, message })
  return { ways: proposed, base, branch: { ...branch, files: [...files.keys()].sort() }, owed }
}

function pieceOf(ways: Ways): readonly (readonly [Ways, Piece])[] {
  const { adoption, firstSeen } = ways
  if (!('change' in adoption)) return []
  return [[ways, { adoption, reason: reasonOf(adoption, firstSeen) }]]
}

function placeOf(stack: string) {
  const { kind, address, zone } = stackOfName(stack) ?? {}
  return kind === 'system' && address !== undefined && zone !== undefined ? { address, zone } : undefined
}
