import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

// Texts for people stand in both languages beside each other: as `{ zh, en }`, or as the arguments of these functions
// from the place given. Tests assert codes, places and values and no wording, so a changed word says nothing about
// them. Strings that code compares stand elsewhere and are mutated.
const languages: ReadonlySet<unknown> = new Set(['zh', 'en'])
const firstText: ReadonlyMap<unknown, number> = new Map([
  ['text', 0],
  ['advice', 0],
  ['related', 1],
  ['fault', 1],
])
const separator = /^[ 、，,]*$|\p{Script=Han}/u

/** What is read here of Babel's nodes, which Stryker hands over without a type. */
interface Node {
  readonly type: string
  readonly name?: unknown
  readonly value?: unknown
  readonly key?: Node
  readonly callee?: Node
  readonly property?: Node
  readonly arguments?: readonly Node[]
}

interface Path {
  readonly node: Node
  readonly parent: Node | null
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'prose', {
    shouldIgnore: path => (isPath(path) && isProse(path) ? 'a text for people' : undefined),
  }),
]

function isPath(path: object): path is Path {
  return 'node' in path && 'parent' in path
}

function isProse({ node, parent }: Path): boolean {
  if (isObject(node)) return node.properties.some(({ key }) => key !== undefined && languages.has(key.name))
  if (parent === null) return false
  if (parent.type === 'NewExpression') return String(parent.callee?.name).endsWith('Error')
  if (parent.type !== 'CallExpression') return false
  const at = parent.arguments?.indexOf(node) ?? -1
  const called = parent.callee?.name ?? parent.callee?.property?.name
  if (called === 'join') return at === 0 && separator.test(String(node.value))
  return at >= (firstText.get(called) ?? Number.POSITIVE_INFINITY)
}

function isObject(node: Node): node is Node & { readonly properties: readonly Node[] } {
  return node.type === 'ObjectExpression' && 'properties' in node
}
