import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { firstAdded, headSystems, judgingProfile } from '../change/changed.ts'
import { replay } from '../lifecycle/index.ts'
import type { Model, System } from '../model/model.ts'
import { goesBy } from '../money/price-list.ts'
import { caseOf } from '../profile/case.ts'
import { type Asked, approvalsAskedFor, type KindOfChange, lastDecider, policyOf } from './asked.ts'
import { policiesFor } from './policies.ts'
import { isPriceList, repricedList } from './repriced-list.ts'

/**
 * What a change needs, part by part: by the target branch's regulations, and by a new one's own where the change brings it.
 *
 * @param base the target branch, @param head what the merge would make of it
 * @param files every path that differs between the two, manifests or not
 */
export function asksOf(base: Model, head: Model, files: readonly string[]): readonly Asked[] {
  const ofSystems = [...headSystems(base, head)].flatMap(({ before, system }) => {
    const profile = judgingProfile(base, head, system)
    return profile === undefined ? [] : systemAsks(head, profile, before, system)
  })
  const told = new Set(ofSystems.map(({ file }) => file))
  const others = files.filter(file => !told.has(file)).flatMap(file => fileAsks(base, head, file))
  return once([...ofSystems, ...others])
}

function systemAsks(
  head: Model,
  profile: JurisdictionProfile,
  before: System | undefined,
  system: System,
): readonly Asked[] {
  const { jurisdiction, unit } = system.value.metadata
  const part = { jurisdiction, unit, file: system.document.file, system: system.address }
  const start = firstAdded(before)
  const appended = [...replay(profile, system.value.history)].filter(({ index }) => index >= start)
  const decided = appended.flatMap(({ index, event, state }) => {
    const own = caseOf(head, profile, system, index)
    return approvalsAskedFor(profile, event.event, state, own.flags).flatMap(kind => {
      const policies = policiesFor(profile, kind, own)
      if (policies.length === 0) return [{ ...part, kind, steps: [], article: undefined }]
      return policies.map(({ policy, steps }) => ({ ...part, kind, steps, article: policy.article }))
    })
  })
  return decided.length > 0 ? decided : [{ ...part, ...decider(profile, ['change', 'request']) }]
}

function fileAsks(base: Model, head: Model, file: string): readonly Asked[] {
  const [top = '', folder = '', name = ''] = file.split('/')
  const profiles = profilesIn(base, head)
  if (top === 'tenants') {
    const profile = profiles.get(folder)
    const unit = name === '' ? undefined : name
    if (profile !== undefined)
      return [
        {
          jurisdiction: folder,
          unit,
          file,
          system: undefined,
          ...decider(profile, ['change', 'request']),
        },
      ]
  }
  const priced = priceAsks(base, head, file)
  // A price list says nothing but what those pay who go by it; where nobody does, it is looked at as all else is.
  if (priced.length > 0 && isPriceList(file)) return priced
  const kinds: readonly KindOfChange[] = file === 'catalogue/platform.yaml' ? ['platform'] : []
  const owner = ownerOf(file)
  const looked = [...profiles]
    .filter(([id]) => owner === undefined || !profiles.has(owner) || owner === id)
    .map(([jurisdiction, profile]) =>
      shared(jurisdiction, file, decider(profile, [...kinds, 'catalogue', 'change', 'request'])),
    )
  return [...looked, ...priced]
}

/** What those are asked for who pay something else: whoever sets the fee standards under their regulation. */
function priceAsks(base: Model, head: Model, file: string): readonly Asked[] {
  const list = repricedList(base, head, file)
  if (list === undefined) return []
  return [...profilesIn(base, head)]
    .filter(([jurisdiction]) =>
      [base, head].some(({ catalogue }) => goesBy({ catalogue, jurisdiction }, list)),
    )
    .map(([jurisdiction, profile]) =>
      shared(
        jurisdiction,
        file,
        policyOf(profile, 'fee-standard') ?? decider(profile, ['catalogue', 'change', 'request']),
      ),
    )
}

function shared(jurisdiction: string, file: string, asked: Pick<Asked, 'kind' | 'steps' | 'article'>): Asked {
  return { jurisdiction, unit: undefined, file, system: undefined, ...asked }
}

const ownFile =
  /^catalogue\/(?:(?:jurisdictions|forms|routines)\/([^/]+)\.yaml|forms\/templates\/([^/]+)\/[^/]+\.docx|utilisation\/([^/]+)\/[^/]+\/[^/]+\.yaml)$/

/**
 * The jurisdiction whose regulation, forms or records a file holds: they are its own affair. Undefined for what is everybody's, such
 * as a file of that name that lies elsewhere.
 */
function ownerOf(file: string): string | undefined {
  const [, ...named] = ownFile.exec(file) ?? []
  return named.find(name => name !== undefined)
}

function profilesIn(base: Model, head: Model): ReadonlyMap<string, JurisdictionProfile> {
  const both = [...head.catalogue.jurisdictions, ...base.catalogue.jurisdictions]
  return new Map(both.map(([id, { value }]) => [id, value]))
}

function decider(
  profile: JurisdictionProfile,
  kinds: readonly KindOfChange[],
): Pick<Asked, 'kind' | 'steps' | 'article'> {
  return lastDecider(profile, kinds) ?? { kind: kinds[0] ?? 'change', steps: [], article: undefined }
}

/** Parts that need the same of the same people are one. */
function once(asks: readonly Asked[]): readonly Asked[] {
  const key = ({ jurisdiction, unit, system, kind, steps }: Asked) =>
    JSON.stringify([jurisdiction, unit, system, kind, steps])
  return [...new Map(asks.toReversed().map(one => [key(one), one])).values()].reverse()
}
