// Where shell completion takes its words from: names of files, and a few small files of the catalogue. At a key press there
// is no time to read ten thousand manifests.
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { readRegularFile } from '../../lib/read/file.ts'
import { limits } from '../../lib/read/limits.ts'
import { namesInReadable } from '../files/folder.ts'
import type { Completion, Context } from './command.ts'

/** What may stand in a place of the command line, with a word about it. */
export interface Candidate {
  readonly word: string
  readonly about: string
}

/** `typed` is what of the word stands there already: some words have too many forms to offer all of them at once. */
type Source = (context: Context, typed: string) => readonly Candidate[] | Promise<readonly Candidate[]>

export const sources: Readonly<Record<Completion, Source>> = {
  code: async ({ language }) =>
    (await import('../../lib/codes.ts')).codeDefinitions.map(({ code, title }) => ({
      word: code,
      about: title[language],
    })),
  system: ({ root }) => addressesIn(root).map(plain),
  selector: ({ root }, typed) => selectorsIn(root, typed).map(plain),
  form: ({ root }) => formsIn(root),
  jurisdiction: ({ root }) => jurisdictionsIn(root).map(plain),
  // `init` chooses among the regulations that come with the tool.
  regulation: async () =>
    jurisdictionsIn((await import('../workspace/package-root.ts')).packageRoot).map(plain),
  shell: () => ['bash', 'zsh', 'fish'].map(plain),
  file: () => [],
  directory: () => [],
}

function plain(word: string): Candidate {
  return { word, about: '' }
}

function addressesIn(root: string): readonly string[] {
  const tenants = join(root, 'tenants')
  return slugsIn(tenants).flatMap(jurisdiction =>
    slugsIn(join(tenants, jurisdiction)).flatMap(unit => {
      const address = `${jurisdiction}/${unit}`
      const systems = slugsIn(join(tenants, address), '.yaml').filter(system => system !== 'unit')
      return [address, ...systems.map(system => `${address}/${system}`)]
    }),
  )
}

/** What selects stacks, in the form that has been begun: `zone:…`, `unit:…`, `system:…`, `platform:…`, `…@zone`. */
function selectorsIn(root: string, typed: string): readonly string[] {
  const zones = zonesIn(root)
  const [, chosen] = /^(.+)@[a-z0-9-]*$/.exec(typed) ?? []
  if (chosen !== undefined) return zones.map(zone => `${chosen}@${zone}`)
  const addresses = addressesIn(root)
  const isUnit = (address: string): boolean => address.split('/').length === 2
  return [
    'platform',
    ...zones.flatMap(zone => [`platform:${zone}`, `zone:${zone}`]),
    ...addresses,
    ...(typed.startsWith('unit:') ? addresses.filter(isUnit).map(address => `unit:${address}`) : []),
    ...(typed.startsWith('system:')
      ? addresses.filter(address => !isUnit(address)).map(address => `system:${address}`)
      : []),
  ]
}

function zonesIn(root: string): readonly string[] {
  const zones = membersOf(membersOf(valueIn(join(root, 'catalogue/platform.yaml'))).get('zones'))
  return [...zones.keys()].filter(isSlug)
}

function jurisdictionsIn(root: string): readonly string[] {
  return slugsIn(join(root, 'catalogue/jurisdictions'), '.yaml')
}

/** The ids of all jurisdictions, each once, with the names that they go by; and `list`. */
function formsIn(root: string): readonly Candidate[] {
  const folder = join(root, 'catalogue/forms')
  const names = new Map<string, string>([['list', '']])
  for (const file of slugsIn(folder, '.yaml')) {
    const forms = membersOf(valueIn(join(folder, `${file}.yaml`))).get('forms')
    for (const form of Array.isArray(forms) ? forms : []) {
      const [id, name] = [membersOf(form).get('id'), membersOf(form).get('name')]
      if (typeof id === 'string' && isSlug(id) && !names.has(id))
        names.set(id, typeof name === 'string' ? name : '')
    }
  }
  return [...names].map(([word, about]) => ({ word, about }))
}

/** Nothing that is broken may stop somebody from typing. */
function valueIn(path: string): unknown {
  const content = readRegularFile(path, limits.catalogueBytes)
  if ('refused' in content) return undefined
  try {
    return parseDocument(new TextDecoder().decode(content.bytes)).toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

/** Names of another form are no addresses, and could be anything. */
function slugsIn(directory: string, suffix = ''): string[] {
  const names = namesInReadable(directory)
    .toSorted()
    .filter(name => name.endsWith(suffix))
  return names.map(name => name.slice(0, name.length - suffix.length)).filter(isSlug)
}

function isSlug(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name)
}
