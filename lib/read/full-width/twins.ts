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

export function isTwinOf(sign: string, character: string | undefined): boolean {
  return (
    character !== undefined && table.some(([ascii, twins]) => ascii === sign && twins.includes(character))
  )
}

/** The bracket that a character opens or closes, whichever way it is typed. */
export function bracketOf(character: string | undefined): '[' | ']' | '{' | '}' | undefined {
  return (['[', ']', '{', '}'] as const).find(sign => sign === character || isTwinOf(sign, character))
}

/** Letters, digits and signs of full width, and its blank. */
export const fullWidth = /[\uff01-\uff5e\u3000]/u
