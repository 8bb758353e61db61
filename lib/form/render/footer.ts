import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { characters, faces, sizes } from './typography.ts'

type Side = 'left' | 'right' | 'centre'

/** 页码 (7.5): 四号 宋体 with a dash on each side; a form has it in the middle, a letter on the outer side, one character in. */
export function footer(side: Side): Footer {
  const indent = { [side]: characters(1, sizes.四号) }
  const alignment = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER }[
    side
  ]
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        ...(side === 'centre' ? {} : { indent }),
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: { ...faces.table, ascii: '宋体', hAnsi: '宋体' },
            size: sizes.四号 * 2,
          }),
        ],
      }),
    ],
  })
}
