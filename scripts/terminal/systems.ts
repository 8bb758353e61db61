import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { type ArgumentSpec, CommandError, exitStatus } from './command.ts'
import { isWithin } from './left-out.ts'

/** What commands that look at systems take; see `systemsAt`. */
export const systemArgument: ArgumentSpec = {
  name: '[system...]',
  summary: {
    zh: '地区、单位或系统，如 ningwu/jiaoyuju；不写则全部',
    en: 'a jurisdiction, unit or system, such as ningwu/jiaoyuju; without it, all',
  },
  complete: 'system',
}

/** The systems at or below the addresses given: `ningwu`, `ningwu/jiaoyuju`, `ningwu/jiaoyuju/xueji-guanli`; all without any. */
export function systemsAt(model: Model, addresses: readonly string[]): readonly System[] {
  if (addresses.length === 0) return model.systems
  for (const address of addresses) requireKnown(model, address)
  return model.systems.filter(system =>
    addresses.some(address => system.address === address || system.address.startsWith(`${address}/`)),
  )
}

function requireKnown(model: Model, address: string): void {
  const known = new Set(model.systems.flatMap(system => prefixes(system.address)))
  if (known.has(address)) return
  requireUnderstood(model, address)
  const [shown, meant] = [printable(address), closest(address, known)]
  throw new CommandError(codes.unknownAddress.code, {
    zh: `没有系统 ${shown}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
    en: `there is no system ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
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
