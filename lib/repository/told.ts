import { type Finding, finding } from '../finding/finding.ts'
import { codes } from '../validate/codes.ts'

/** More than this in one file is no slip of the pen, and nobody reads on. */
const mostInFile = 100

/** What all files together may take up: every finding is kept until the last file has been looked at. */
const mostInAll = 10_000

/** The findings of one file that are told, and in the place of the next one how many more there are. */
export function toldOf(findings: readonly Finding[], most: number = mostInFile): readonly Finding[] {
  const next = findings[most]
  if (next === undefined) return findings
  const { file, range, path } = next
  const left = findings.length - most
  const more = finding(
    codes.moreInFile,
    { file, range, path },
    {
      message: {
        zh: `该文件自此起另有 ${left} 处问题，未逐一列出`,
        en: `from here on the file has ${left} more problems, which are not listed`,
      },
    },
  )
  return [...findings.slice(0, most), more]
}

/** The same over many files, one after the other: once so many findings are told, each further file has its first. */
export function teller(): (findings: readonly Finding[]) => readonly Finding[] {
  let told = 0
  return findings => {
    const kept = toldOf(findings, told < mostInAll ? mostInFile : 1)
    told += kept.length
    return kept
  }
}
