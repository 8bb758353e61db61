import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { likest, listedZh } from '../../lib/validate/mistakes/labels.ts'
import { type ArgumentSpec, CommandError, exitStatus } from './command.ts'
import { isWithin } from './left-out.ts'

/** What commands that look at systems take; see `systemsAt`. */
export const systemArgument: ArgumentSpec = {
  name: '[system...]',
  summary: {
    zh: '地区、单位或系统，如 ningwu/jiaoyuju，或名称的一部分；不写则全部',
    en: 'a jurisdiction, unit or system, such as ningwu/jiaoyuju, or a part of its name; without it, all',
  },
  complete: 'system',
}

/** The systems at or below the addresses given: `ningwu`, `ningwu/jiaoyuju`, `ningwu/jiaoyuju/xueji-guanli`; all without any. */
export function systemsAt(model: Model, addresses: readonly string[]): readonly System[] {
  if (addresses.length === 0) return model.systems
  const chosen = addresses.map(address => wantedBy(model, address))
  return model.systems.filter(system => chosen.some(isWanted => isWanted(system)))
}

/** By address; whoever knows only the name, or a part of it, is understood too. */
function wantedBy(model: Model, text: string): (system: System) => boolean {
  const isBelow = ({ address }: System) => address === text || address.startsWith(`${text}/`)
  if (model.systems.some(isBelow)) return isBelow
  const isNamed = ({ value }: System) => folded(value.metadata.name).includes(folded(text))
  if (folded(text) !== '' && model.systems.some(isNamed)) return isNamed
  requireKnown(model, text)
  return isBelow
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}

const mostNear = 5

function requireKnown(model: Model, address: string): void {
  const known = new Set(model.systems.flatMap(system => prefixes(system.address)))
  if (known.has(address)) return
  requireUnderstood(model, address)
  const [shown, meant] = [printable(address), closest(address, known)]
  const names = model.systems.map(({ address: value, value: { metadata } }) => ({
    value,
    label: metadata.name,
  }))
  const near = meant === undefined ? likest(address, names).slice(0, mostNear) : []
  const listed = { zh: listedZh(near), en: near.map(({ value, label }) => `${value} (${label})`).join(', ') }
  throw new CommandError(codes.unknownAddress.code, {
    zh: `没有系统 ${shown}${meant === undefined ? '' : `；是否为 ${meant}？`}${near.length === 0 ? '' : `；相近的有：${listed.zh}`}`,
    en: `there is no system ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}${near.length === 0 ? '' : `; near ones: ${listed.en}`}`,
  })
}

/** Throws a `CommandError` when what stands at an address is there, but broken. */
export function requireUnderstood(model: Model, address: string): void {
  const folder = `tenants/${address}`
  const file = [...(model.leftOut ?? [])].find(
    path => path === `${folder}.yaml` || isWithin(path, folder) || isWithin(folder, path),
  )
  if (file === undefined) return
  const [shown, at] = [printable(address), printable(file)]
  throw new CommandError(
    codes.brokenSystem.code,
    {
      zh: `${shown} 的清单有误（${at}）；请运行 tenantry validate`,
      en: `the manifest of ${shown} cannot be understood (${at}); run \`tenantry validate\``,
    },
    exitStatus.findings,
  )
}

function prefixes(address: string): readonly string[] {
  const parts = address.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
