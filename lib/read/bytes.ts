// What the bytes must be before anything looks at them as text: UTF-8 without a mark, LF line ends, not binary.
import { isUtf8 } from 'node:buffer'
import { codes } from './codes.ts'
import type { DocumentKind } from './document.ts'
import { byteLimit } from './limits.ts'
import type { Problem } from './problem.ts'

/** The text of clean bytes; or as much text as gives the problem its line and column. */
export interface DecodedBytes {
  readonly text: string
  readonly problem?: Problem
}

export function decodeBytes(kind: DocumentKind, bytes: Uint8Array): DecodedBytes {
  const limit = byteLimit(kind)
  if (bytes.length > limit) return { text: '', problem: tooLarge(limit) }
  if (bytes.length === 0) return { text: '', problem: empty }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wide = wideName(buffer)
  if (wide !== undefined) return { text: '', problem: wideEncoding(wide) }
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
    return { text: '', problem: byteOrderMark }
  const nul = buffer.indexOf(0)
  if (nul !== -1) return binary(buffer, nul)
  if (!isUtf8(buffer)) return notUtf8(buffer)
  const text = buffer.toString('utf8')
  const carriageReturn = text.indexOf('\r')
  if (carriageReturn !== -1) return { text, problem: lineEnds(text, carriageReturn) }
  return { text }
}

function tooLarge(limit: number): Problem {
  const message = { zh: `文件超过上限 ${limit} 字节`, en: `the file has more than ${limit} bytes` }
  return { code: codes.tooLarge, start: 0, end: 0, message }
}

const empty: Problem = {
  code: codes.empty,
  start: 0,
  end: 0,
  message: { zh: '文件为空', en: 'the file is empty' },
}

const byteOrderMark: Problem = {
  code: codes.byteOrderMark,
  start: 0,
  end: 0,
  message: { zh: '文件开头有字节顺序标记（BOM）', en: 'the file starts with a byte order mark' },
  fix: {
    message: {
      zh: '运行 tenantry fmt，或者另存为“UTF-8（无 BOM）”',
      en: 'run `tenantry fmt`, or save it as UTF-8 without BOM',
    },
  },
}

function wideEncoding(name: string): Problem {
  return {
    code: codes.wideEncoding,
    start: 0,
    end: 0,
    message: { zh: `文件编码为 ${name}，应为 UTF-8`, en: `the file is encoded in ${name}, not in UTF-8` },
    fix: { message: { zh: '另存为 UTF-8', en: 'save it as UTF-8' } },
  }
}

/** Windows' Notepad says “Unicode” for UTF-16LE; without a mark, every other byte of mostly-ASCII text is zero. */
function wideName(buffer: Buffer): string | undefined {
  if (buffer.length >= 4 && buffer.readUInt32LE(0) === 0xfeff) return 'UTF-32LE'
  if (buffer.length >= 4 && buffer.readUInt32BE(0) === 0xfeff) return 'UTF-32BE'
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'UTF-16LE'
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'UTF-16BE'
  const sample = buffer.subarray(0, 512)
  const pairs = sample.length >> 1
  if (pairs < 2) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) if (sample[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even === 0 && odd * 3 >= pairs) return 'UTF-16LE'
  if (odd === 0 && even * 3 >= pairs) return 'UTF-16BE'
  return undefined
}

function binary(buffer: Buffer, nul: number): DecodedBytes {
  const text = buffer.toString('utf8', 0, nul)
  return {
    text,
    problem: {
      code: codes.binary,
      start: text.length,
      end: text.length,
      message: { zh: '文件含有零字节，不是文本文件', en: 'the file holds a zero byte: it is not a text' },
    },
  }
}

function notUtf8(buffer: Buffer): DecodedBytes {
  const at = firstInvalidByte(buffer)
  const text = buffer.toString('utf8', 0, at)
  const byte = (buffer[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const chinese = looksLikeGb18030(buffer)
  return {
    text,
    problem: {
      code: codes.notUtf8,
      start: text.length,
      end: text.length,
      message: {
        zh: `字节 0x${byte} 不是有效的 UTF-8${chinese ? '；文件可能采用 GB 18030（GBK）编码' : ''}`,
        en: `byte 0x${byte} is not valid UTF-8${chinese ? '; the file seems to be in GB 18030 (GBK)' : ''}`,
      },
      fix: { message: { zh: '另存为 UTF-8', en: 'save it as UTF-8' } },
    },
  }
}

/** The decoder puts U+FFFD for what it can't read; the first one that isn't in the bytes themselves marks the place. */
function firstInvalidByte(buffer: Buffer): number {
  let offset = 0
  for (const character of buffer.toString('utf8')) {
    if (character === '\ufffd' && buffer.toString('latin1', offset, offset + 3) !== '\xef\xbf\xbd')
      return offset
    offset += Buffer.byteLength(character)
  }
  return offset
}

function looksLikeGb18030(buffer: Buffer): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(buffer)
    const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
    const han = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0
    return han >= 4 && han * 10 >= foreign * 9
  } catch {
    return false
  }
}

function lineEnds(text: string, at: number): Problem {
  const windows = text[at + 1] === '\n'
  return {
    code: codes.lineEnds,
    start: at,
    end: at + 1,
    message: {
      zh: `换行符应为 LF，此处为${windows ? ' CRLF' : '单独的 CR'}`,
      en: `lines must end with LF, here is ${windows ? 'CRLF' : 'a lone CR'}`,
    },
    fix: {
      message: {
        zh: '运行 tenantry fmt，或者将换行符改为 LF；在 .gitattributes 中写入“*.yaml text eol=lf”可避免再次出现',
        en: 'run `tenantry fmt`, or change line ends to LF; “*.yaml text eol=lf” in .gitattributes keeps them so',
      },
    },
  }
}
