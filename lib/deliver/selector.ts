// What a person names on the command line: stacks, by what they are for.
import { closest } from '../finding/closest.ts'
import { type Finding, finding, type MachinePlace } from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import { codes } from './codes.ts'
import type { DeliveryStack } from './stack.ts'

export interface Selection {
  /** In the order of all stacks, each once; empty with problems. */
  readonly stacks: readonly DeliveryStack[]
  readonly problems: readonly Finding<MachinePlace>[]
}

/** All stacks without selectors; else those that at least one selector names. A selector that names none is a problem. */
export function selectStacks(all: readonly DeliveryStack[], selectors: readonly string[]): Selection {
  if (selectors.length === 0) return { stacks: all, problems: [] }
  const chosen = new Set<DeliveryStack>()
  const problems: Finding<MachinePlace>[] = []
  for (const selector of selectors) {
    const matches = matcherOf(selector)
    const found = matches === undefined ? [] : all.filter(matches)
    if (matches === undefined) problems.push(malformed(selector))
    else if (found.length === 0) problems.push(unknown(selector, all))
    for (const stack of found) chosen.add(stack)
  }
  return { stacks: problems.length > 0 ? [] : all.filter(stack => chosen.has(stack)), problems }
}

type Matches = (stack: DeliveryStack) => boolean

/** Slugs, `/` and `_` between them, and `*` for any part of one. */
const form = /^(?:(platform|zone|unit|system):)?([a-z0-9*][a-z0-9*._/-]*)(?:@([a-z0-9*-]+))?$/

function matcherOf(selector: string): Matches | undefined {
  const [, prefix, body, zone] = form.exec(selector) ?? []
  if (body === undefined || body.endsWith('/')) return undefined
  const matches = bodyMatcher(prefix, body)
  if (matches === undefined || zone === undefined) return matches
  const inZone = glob(zone)
  return stack => inZone(stack.zone) && matches(stack)
}

function bodyMatcher(prefix: string | undefined, body: string): Matches | undefined {
  const parts = body.split('/')
  if (prefix === 'zone') return parts.length === 1 ? byZone(glob(body)) : undefined
  if (prefix === 'platform') return parts.length === 1 ? platformsIn(glob(body)) : undefined
  if (prefix === 'unit') return parts.length <= 2 ? byAddress(parts, 'unit') : undefined
  if (parts.length > 3) return undefined
  if (prefix === 'system') return byAddress(parts, 'system')
  if (body === 'platform') return stack => stack.kind === 'platform'
  // No slug holds `_`, and every name of a stack does.
  if (body === '*' || body.includes('_')) return byName(glob(body))
  return byAddress(parts)
}

function byName(matches: (text: string) => boolean): Matches {
  return stack => matches(stack.name)
}

function byZone(matches: (text: string) => boolean): Matches {
  return stack => matches(stack.zone)
}

function platformsIn(matches: (text: string) => boolean): Matches {
  return stack => stack.kind === 'platform' && matches(stack.zone)
}

/** What stands at or below an address: a unit's address also means its systems. */
function byAddress(parts: readonly string[], kind?: DeliveryStack['kind']): Matches {
  const globs = parts.map(glob)
  return stack => {
    const segments = stack.address?.split('/') ?? []
    if (segments.length < globs.length || (kind !== undefined && stack.kind !== kind)) return false
    return globs.every((matches, index) => matches(segments[index] ?? ''))
  }
}

/** `*` stands for any characters but `/`. */
function glob(pattern: string): (text: string) => boolean {
  const escaped = pattern.replaceAll(/[.\\^$+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/\*+/g, '[^/]*')
  const expression = new RegExp(`^${escaped}$`)
  return text => expression.test(text)
}

function malformed(selector: string): Finding<MachinePlace> {
  const shown = printable(selector)
  const message = { zh: `选择符 ${shown} 写法有误`, en: `the selector ${shown} is malformed` }
  const fix = { message: codes.selectorInvalid.why }
  return finding(codes.selectorInvalid, { machine: selector }, { message, fix })
}

function unknown(selector: string, all: readonly DeliveryStack[]): Finding<MachinePlace> {
  const meant = closest(selector, spellings(selector, all))
  const shown = printable(selector)
  const message = {
    zh: `选择符 ${shown} 没有选中任何栈${meant === undefined ? '' : `；是否为 ${meant}？`}`,
    en: `the selector ${shown} selects no stack${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  }
  return finding(codes.selectorUnknown, { machine: selector }, { message })
}

/** Everything that would select something, in the same form as what was written. */
function spellings(selector: string, all: readonly DeliveryStack[]): ReadonlySet<string> {
  const zone = /@.*$/.exec(selector)?.[0] ?? ''
  const words = all.flatMap(stack => [stack.name, `zone:${stack.zone}`, ...addressSpellings(stack)])
  const platforms = all.map(stack => `platform:${stack.zone}`)
  return new Set([...words, ...platforms, 'platform'].map(word => `${word}${zone}`))
}

function addressSpellings({ address, kind }: DeliveryStack): readonly string[] {
  if (address === undefined) return []
  const parts = address.split('/')
  return [...parts.map((_, index) => parts.slice(0, index + 1).join('/')), `${kind}:${address}`]
}
