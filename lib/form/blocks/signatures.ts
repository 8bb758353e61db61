import type { Party, SignaturesBlock } from '../../../generated/types/form.ts'
import { type Line, lineText, type Part } from '../document.ts'
import type { Subject } from '../subject.ts'
import { fillLine } from '../template.ts'
import { emWidth } from '../width.ts'

/** The sender's name over the date, or the parties of an agreement side by side. */
export function composeSignatures(block: SignaturesBlock, subject: Subject): readonly Part[] {
  return [...senderParts(block, subject), ...partiesParts(block.parties, subject)]
}

/** 成文日期右空四字;署名以日期为准居中 (GB/T 9704-2012, 7.3.5): a longer name stays two off the edge instead. */
function senderParts({ sender }: SignaturesBlock, subject: Subject): readonly Part[] {
  if (sender === undefined) return []
  const [organ, date] = [fillLine(sender.organ, subject), fillLine(sender.date, subject)]
  const excess = (emWidth(lineText(organ)) - emWidth(lineText(date))) / 2
  const organIndent = Math.max(4 - excess, 2)
  return [
    { kind: 'paragraph', style: 'spacer', line: [], keepNext: true },
    { kind: 'paragraph', style: 'spacer', line: [], keepNext: true },
    { kind: 'paragraph', style: 'sender', line: organ, indent: organIndent, keepNext: true },
    { kind: 'paragraph', style: 'date', line: date, indent: organIndent + excess },
  ]
}

function partiesParts(parties: readonly Party[] | undefined, subject: Subject): readonly Part[] {
  if (parties === undefined) return []
  const columns = parties.map(({ role, lines }): readonly Line[] => {
    const name = fillLine(role, subject)
    const seal: Line = [{ kind: 'signature', of: lineText(name), text: '' }]
    return [[...name, ...seal], ...lines.map(line => fillLine(line, subject))]
  })
  return [
    { kind: 'paragraph', style: 'spacer', line: [], keepNext: true },
    { kind: 'parties', columns },
  ]
}
