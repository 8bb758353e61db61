// The brief of a change: both sides read, judged, granted as if all were approved, and proven as far as they changed.
import { asGranted, type Brief, briefOf, changedSystemsOf, partsOf } from '../../lib/brief/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { checkRepository, checkSystem, type ExtractedModel, rulings } from '../../lib/check/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { isInFile } from '../../lib/finding/place.ts'
import { changedPaths } from '../git/merged-tree.ts'
import { askedApprovals } from './asked-approvals.ts'
import type { Compared } from './compared-models.ts'
import type { DecidedChange } from './decided-change.ts'
import { type ExtractedSides, extractedSides } from './extracted-sides.ts'
import type { CommittedPlace } from './model-at.ts'
import { plannedReach } from './planned-reach.ts'
import { plannedShortages } from './planned-shortages.ts'
import { poolUses } from './pool-uses.ts'

/** @param decided what the reviews of the change have come to, where any have been looked at */
export async function briefOfChange(
  place: CommittedPlace,
  compared: Compared,
  decided: Pick<DecidedChange, 'decision' | 'objections'> | undefined,
): Promise<Brief> {
  const { before, after } = compared
  const addresses = new Set(changedSystemsOf(compared))
  const granted = asGranted(after, addresses)
  const files = filesOf(place, compared)
  const asked = askedApprovals(place, compared.now, compared, files)
  const sides = extractedSides(compared, granted.model)
  const proven = await plannedReach(place, sides, granted, addresses)
  const parts = partsOf({
    before,
    after,
    granted,
    asks: decided?.decision?.parts.map(part => part.asked) ?? asked.asks,
    verdicts: decided?.decision?.parts,
    objections: [
      // What is in a file, the rules find here too.
      ...(decided?.objections.filter(one => !isInFile(one)) ?? []),
      ...proven.breaches,
    ],
    files,
    findings: [...newFindings(sides, addresses), ...asked.findings, ...proven.findings],
    reach: proven.reach,
    shortages: plannedShortages(sides, granted.waiting),
    pools: { before: poolUses(sides.before), planned: poolUses(sides.planned) },
  })
  return briefOf(parts.systems, parts.shared, {
    ...compared.commits,
    on: after.asOf,
  })
}

/** Every path that differs; of the working tree those alone that are data. */
function filesOf(place: CommittedPlace, { commits, files }: Compared): readonly string[] {
  if (commits.before !== undefined && commits.after !== undefined)
    return changedPaths(place, commits.before, commits.after)
  const [had, has] = [digests(files.before), digests(files.after)]
  const paths = new Set([...had.keys(), ...has.keys()])
  return [...paths].filter(file => had.get(file) !== has.get(file)).sort()
}

function digests(files: Compared['files']['before']): ReadonlyMap<string, string> {
  return new Map(files.map(({ file, digest }) => [file, digest]))
}

/** What the change may not do, and what the rules find now and did not before. */
function newFindings({ before, after }: ExtractedSides, addresses: ReadonlySet<string>): readonly Finding[] {
  const known = new Set(checked(before, addresses).map(keyOf))
  const added = checked(after, addresses).filter(one => !known.has(keyOf(one)))
  const all = [...checkChange(before, after, rulings), ...added]
  return [...new Map(all.map(one => [keyOf(one), one])).values()]
}

function checked(model: ExtractedModel, addresses: ReadonlySet<string>): readonly Finding[] {
  const own = [...addresses].flatMap(address => model.systemByAddress.get(address) ?? [])
  return [...own.flatMap(system => checkSystem(model, system)), ...checkRepository(model)]
}

function keyOf({ code, file, path, message }: Finding): string {
  return JSON.stringify([code, file, path, message.en])
}
