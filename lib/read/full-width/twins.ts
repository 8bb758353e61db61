// The signs that a Chinese input method puts where YAML wants those of ASCII.

const colons = '：﹕︰∶'
const commas = '，、；﹐﹑﹔'
const dashes = '－﹣−‐–—'
const hashes = '＃﹟'

/** What each sign of YAML is typed as: `【` and `「` are what keyboards give for `[` and `{`. */
const table: readonly (readonly [string, string])[] = [
  [':', colons],
  [',', commas],
  ['-', dashes],
  ['#', hashes],
  ['[', '［【﹝'],
  [']', '］】﹞'],
  ['{', '｛「﹛'],
  ['}', '｝」﹜'],
  ['"', '“”＂「」'],
  ["'", '‘’＇'],
]

/** A class of a pattern: the sign of ASCII, and what is typed for it. */
export const either = {
  colon: `[:${colons}]`,
  comma: `[,${commas}]`,
  dash: `[-${dashes}]`,
} as const

/** Both are asked of nearly every character of a text. */
const twins: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  table.map(([sign, typed]) => [sign, new Set(typed)]),
)
const brackets = ['[', ']', '{', '}'] as const
const bracketBySign: ReadonlyMap<string, (typeof brackets)[number]> = new Map(
  brackets.flatMap(bracket => [bracket, ...(twins.get(bracket) ?? [])].map(sign => [sign, bracket] as const)),
)

export function isTwinOf(sign: string, character: string | undefined): boolean {
  return character !== undefined && twins.get(sign)?.has(character) === true
}

/** The bracket that a character opens or closes, whichever way it is typed. */
export function bracketOf(character: string | undefined): (typeof brackets)[number] | undefined {
  return character === undefined ? undefined : bracketBySign.get(character)
}

/** Letters, digits and signs of full width, and its blank. */
export const fullWidth = /[\uff01-\uff5e\u3000]/u
