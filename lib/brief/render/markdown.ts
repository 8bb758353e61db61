import type { Language, Text } from '../../finding/finding.ts'
import { type Markdown, markdown, objectName, writtenOut } from '../../markdown/index.ts'
import type { Block, Brief, ComparedStates, Flag, Part } from '../brief.ts'
import {
  behind,
  colon,
  flagsLeftOut,
  flagsName,
  gravities,
  leftOut,
  nameLength,
  noFlags,
  nothingChanged,
  title,
  working,
} from './labels.ts'

/**
 * The brief for a comment in a forge. The same brief gives the same bytes.
 *
 * @param most so many characters; what is too long goes without its last parts, and says so
 * @default no end
 */
export function briefMarkdown(
  brief: Brief,
  language: Language,
  most: number = Number.POSITIVE_INFINITY,
): string {
  const { flags } = brief
  const parts = brief.parts.map(part => partOf(part, language))
  const written = (shown: number, shownFlags = flags.length) =>
    writtenOut(documentOf(brief, language, { parts: parts.slice(0, shown), flags: shownFlags }))
  const whole = written(parts.length)
  if (whole.length <= most) return whole
  const fitting = mostThat(parts.length, shown => written(shown).length <= most)
  if (fitting !== undefined) return written(fitting)
  const fewest = fewerFlags.map(shown => written(0, shown)).find(text => text.length <= most)
  if (fewest === undefined) throw new RangeError(`no brief has room in ${most} characters`)
  return fewest
}

/** The largest number below another that holds, where every smaller one holds too; undefined where not even 0 does. */
function mostThat(below: number, holds: (count: number) => boolean): number | undefined {
  let [least, over] = [-1, below]
  while (over - least > 1) {
    const middle = Math.floor((least + over) / 2)
    if (holds(middle)) least = middle
    else over = middle
  }
  return least < 0 ? undefined : least
}

/** How many are shown where there is no room for all; an answer of many flags is no anyway. */
const fewerFlags = [100, 20, 5, 0] as const

interface Shown {
  readonly parts: readonly Markdown[]
  readonly flags: number
}

function documentOf({ compared, flags, parts }: Brief, language: Language, shown: Shown): Markdown {
  const left = parts.length - shown.parts.length
  const rest = left === 0 ? [] : [markdown`${leftOut(left)[language]}`]
  const body = [...shown.parts, ...rest]
  const told = body.length === 0 ? [markdown`${nothingChanged[language]}`] : body
  return markdown`## ${title[language]}

${comparedOf(compared, language)}

### ${flagsName[language]}

${flagsOf(flags, language, shown.flags)}

${spaced(told)}
`
}

function comparedOf({ before, after, on }: ComparedStates, language: Language): Markdown {
  const [base, head] = [before, after].map(commit =>
    commit === undefined ? markdown`${working[language]}` : objectName(commit.slice(0, nameLength)),
  )
  return markdown`${base ?? ''} → ${head ?? ''} ${on}`
}

function flagsOf(flags: readonly Flag[], language: Language, shown: number): Markdown {
  if (flags.length === 0) return markdown`${noFlags[language]}`
  const left = flags.length - shown
  const rest = left > 0 ? [markdown`- ${flagsLeftOut(left)[language]}`] : []
  return markdown`${[...flags.slice(0, shown).map(flag => flagOf(flag, language)), ...rest]}`
}

function flagOf(flag: Flag, language: Language): Markdown {
  const { severity, name, message } = flag
  const about = name[language] === '' ? '' : `${name[language]}${colon[language]}`
  const said = behind(flag, language)
  const within = said === '' ? '' : { zh: `（${said}）`, en: ` (${said})` }[language]
  return markdown`- **${gravities[severity][language]}** ${`${about}${message[language]}${within}`}`
}

function partOf({ heading, sections }: Part, language: Language): Markdown {
  const filled = sections.map(
    ({ name, blocks }) => markdown`#### ${name[language]}

${spaced(blocks.map(block => blockOf(block, language)))}`,
  )
  return markdown`### ${heading[language]}

${spaced(filled)}`
}

function blockOf(block: Block, language: Language): Markdown {
  if (block.kind === 'facts')
    return markdown`${block.facts.map(({ name, value }) => markdown`- **${name[language]}** ${value[language]}`)}`
  if (block.kind === 'list') return markdown`${block.items.map(item => markdown`- ${item[language]}`)}`
  const { columns, rows } = block
  const rule = columns.map(() => markdown`---`)
  return markdown`${[rowOf(columns, language), inCells(rule), ...rows.map(row => rowOf(row, language))]}`
}

function rowOf(cells: readonly Text[], language: Language): Markdown {
  return inCells(cells.map(cell => markdown`${cell[language]}`))
}

function inCells(cells: readonly Markdown[]): Markdown {
  return cells.reduce((row, cell) => markdown`${row} ${cell} |`, markdown`|`)
}

/** With an empty line between them, without which a list would go on in a table. */
function spaced(parts: readonly Markdown[]): Markdown {
  return markdown`${parts.flatMap((part, index) => (index === 0 ? [part] : [markdown``, part]))}`
}
