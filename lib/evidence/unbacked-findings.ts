import { lastDecider } from '../approval/index.ts'
import {
  type CodeDefinition,
  type Finding,
  finding,
  type RecordPlace,
  type Text,
} from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import type { Model } from '../model/model.ts'
import { openingsOf } from '../network/exposure.ts'
import { peerOf } from '../network/peer.ts'
import { inARow, roleTerm } from '../term/index.ts'
import { evidenceCodes as codes } from './codes.ts'
import { evidenceFolder } from './record.ts'
import type { Unbacked } from './unbacked.ts'

/** Whether a stack of an address rests on a file; the platform, which has none, on the catalogue alone. */
export function restsOn(address: string | undefined, file: string): boolean {
  const [top, ...rest] = file.replace(/(?:\/unit)?\.yaml$/, '').split('/')
  if (top !== 'tenants') return true
  const part = rest.join('/')
  return address !== undefined && (address === part || address.startsWith(`${part}/`))
}

/** Of what is not backed, what some stacks rest on: by their own address, and by the systems whose networks they let in. */
export function unbackedBehind(
  model: Model,
  unbacked: readonly Unbacked[],
  stacks: readonly { readonly address?: string }[],
): readonly Unbacked[] {
  if (unbacked.length === 0) return []
  const addresses = new Set(stacks.flatMap(({ address }) => [address, ...peersOf(model, address)]))
  return unbacked.filter(({ file }) => [...addresses].some(address => restsOn(address, file)))
}

function peersOf({ systemByAddress }: Model, address = ''): readonly string[] {
  const system = systemByAddress.get(address)
  if (system === undefined) return []
  return openingsOf(system.value).flatMap(({ peerText }) => {
    const peer = peerOf(peerText)
    return peer.kind === 'system' ? [`${system.value.metadata.jurisdiction}/${peer.unit}/${peer.system}`] : []
  })
}

/** One finding for each record, and one for all that no record holds. */
export function unbackedFindings(
  model: Model,
  unbacked: readonly Unbacked[],
): readonly Finding<RecordPlace>[] {
  const byRecord = Map.groupBy(unbacked, ({ record }) => record?.file)
  return [...byRecord].map(([record, files]) => {
    const [{ file, since } = { file: '', since: undefined }] = files
    const more = files.length - 1
    const shown = {
      zh: `${printable(file)}${more === 0 ? '' : ` 等 ${files.length} 个文件`}`,
      en: `${printable(file)}${more === 0 ? '' : ` and ${more} more`}`,
    }
    return record === undefined
      ? told(codes.waiting, evidenceFolder, shown, comparedWith(since))
      : told(codes.notBacked, record, shown, joined(decidersOf(model, file), comparedWith(since)))
  })
}

function told(
  definition: CodeDefinition,
  record: string,
  shown: { readonly zh: string; readonly en: string },
  more: Text,
): Finding<RecordPlace> {
  const { title, why } = definition
  const message = { zh: `${title.zh}：${shown.zh}${more.zh}`, en: `${title.en}: ${shown.en}${more.en}` }
  return finding(definition, { record }, { message, fix: { message: why } })
}

/** How to see what is there beyond what was approved, in words. */
function comparedWith(commit: string | undefined): Text {
  if (commit === undefined) return { zh: '', en: '' }
  const command = `tenantry diff ${commit.slice(0, 12)}`
  return {
    zh: `；与已批准的差别见 ${command}`,
    en: `; \`${command}\` shows what differs from what was approved`,
  }
}

function joined(one: Text, other: Text): Text {
  return { zh: `${one.zh}${other.zh}`, en: `${one.en}${other.en}` }
}

/** Who could have approved it, and may yet. */
function decidersOf({ catalogue }: Model, file: string): { readonly zh: string; readonly en: string } {
  const [top, jurisdiction = ''] = file.split('/')
  const profiles = [...catalogue.jurisdictions.values()]
    .map(({ value }) => value)
    .filter(({ metadata }) => top !== 'tenants' || metadata.id === jurisdiction)
  const kinds =
    top === 'tenants' ? (['change', 'request'] as const) : (['catalogue', 'change', 'request'] as const)
  const terms = profiles.flatMap(profile =>
    (lastDecider(profile, kinds)?.steps ?? []).flatMap(({ roles }) =>
      roles.map(role => roleTerm(profile, role)),
    ),
  )
  const distinct = [...new Map(terms.map(term => [term.zh, term])).values()]
  if (distinct.length === 0) return { zh: '', en: '' }
  const { zh, en } = inARow(distinct)
  return { zh: `；可由${zh}批准`, en: `; the ${en} may approve it` }
}
