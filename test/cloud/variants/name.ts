import type { Random } from '../long/random.ts'

/**
 * Blocks of characters: common hanzi, rare ones within the basic plane, letters, marks, combining ones; the last three
 * are private ones and two beyond the plane.
 */
const blocks: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fa5],
  [0x3400, 0x4db5],
  [0x9fa6, 0x9fef],
  [0x61, 0x7a],
  [0x21, 0x7e],
  [0x3001, 0x3011],
  [0xff01, 0xff5e],
  [0xc0, 0x17f],
  [0x391, 0x3c9],
  [0x300, 0x36f],
  [0xe000, 0xe0ff],
  [0x20000, 0x2a6d6],
  [0x1f300, 0x1f64f],
]
const inThePlane = blocks.length - 3

/** Around the lengths that services know: 64 and 255 characters, and 255 bytes of three each. */
const lengths = [1, 2, 8, 20, 63, 64, 65, 84, 85, 86, 127, 128, 198, 199, 200, 201] as const

/** What some tool on the way may take for something else. */
const odd = [
  'default',
  'null',
  'true',
  '~',
  '0',
  '1e3',
  '"引号"',
  "'单引号'",
  '`命令`',
  '$HOME',
  '${var.name}',
  '%{ if true }',
  '#{注释}',
  '{{ 模板 }}',
  '<b>粗体</b>',
  'a\\nb',
  'C:\\系统',
  '系统（一期）/二期',
  "'; DROP TABLE projects; --",
  ' 前有空格',
  '后有空格 ',
  '　全角空格　',
  'e\u0301 合成',
  'ﬁ 连字',
  '-',
  '--name',
  '@文件',
  '100%',
  '中文 English 混写 2026',
] as const

export function nameOf(random: Random): string {
  if (random.happens(15)) return random.one(odd)
  const length = random.one(lengths)
  const last = random.happens(4) ? blocks.length - 1 : inThePlane - 1
  const only = random.happens(60) ? random.whole(0, 2) : undefined
  const text = Array.from({ length }, () => {
    const [first, end] = blocks[only ?? random.whole(0, last)] ?? [0x4e00, 0x9fa5]
    return String.fromCodePoint(random.whole(first, end))
  })
  return text.join('').normalize('NFC')
}
