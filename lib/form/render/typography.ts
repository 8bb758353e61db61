// Faces, sizes and measures of Chinese official documents (GB/T 9704-2012) and of the tables that offices print.
import type { IFontAttributesProperties } from 'docx'

/** Chinese faces by their office names; Latin letters and digits are set in Times New Roman beside them. */
function face(eastAsia: string): IFontAttributesProperties {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia,
    hint: 'eastAsia',
  }
}

export const faces = {
  title: face('方正小标宋简体'),
  body: face('仿宋_GB2312'),
  heading: face('黑体'),
  subheading: face('楷体_GB2312'),
  table: face('宋体'),
  /** Tick boxes: the Chinese faces have no ☑. */
  box: {
    ascii: 'Segoe UI Symbol',
    hAnsi: 'Segoe UI Symbol',
    eastAsia: 'Segoe UI Symbol',
    cs: 'Segoe UI Symbol',
  },
} as const satisfies Record<string, IFontAttributesProperties>

/** Named sizes in points. */
export const sizes = { 二号: 22, 小二: 18, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5 } as const

/** Letters keep 28 points from line to line, of the 22 lines a page that 7.2 asks for. */
export const letterLinePoints = 28

export function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4)
}

export function points(value: number): number {
  return Math.round(value * 20)
}

/** Characters of a size, as an indent. */
export function characters(count: number, size: number): number {
  return points(count * size)
}

export function pointsToMillimetres(value: number): number {
  return (value * 25.4) / 72
}

export interface PageMeasures {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Margins in millimetres. Letters: 7.1 (天头 37, 订口 28, 版心 156 × 225). */
export const pages: Readonly<Record<'form' | 'letter', PageMeasures>> = {
  form: { top: 20, bottom: 20, left: 25, right: 25 },
  letter: { top: 37, bottom: 35, left: 28, right: 26 },
}

export const paper = { width: 210, height: 297 } as const

export function textWidth(layout: 'form' | 'letter'): number {
  return paper.width - pages[layout].left - pages[layout].right
}

export function textHeight(layout: 'form' | 'letter'): number {
  return paper.height - pages[layout].top - pages[layout].bottom
}
