// What git makes of files in this clone by attributes that no commit holds: those of the clone, of folders above the
// data, of the user and of the machine.
import { join, relative, resolve } from 'node:path'
import { readRegularFile } from '../../lib/read/file.ts'
import { realPathOf } from '../../lib/read/inside.ts'
import { type Checkout, tryGit } from './call.ts'
import { ownSettings, settingPath } from './own-settings.ts'

/** A file that git holds, and what it may do with its bytes in this clone. */
export interface FileAttributes {
  readonly file: string
  /** The attribute, with its value, by which other bytes are checked out than are held. */
  readonly changing?: string
  readonly mayConvertLineEnds: boolean
}

/**
 * Of the files below some folders of the data's root, those of which git may change bytes.
 *
 * @returns nothing where no attributes beside the repository's own are about bytes; undefined where git does not say
 */
export function changedFiles(
  checkout: Checkout,
  folders: readonly string[],
): readonly FileAttributes[] | undefined {
  const own = settingsOf(checkout)
  if (own === undefined) return undefined
  if (!own.convertsLineEnds && !outerFiles(checkout, own).some(mentionsBytes)) return []
  const listed = tryGit(checkout, ['ls-files', '-z', '--', ...folders])
  if (listed?.status !== 0) return undefined
  const setting = `core.attributesFile=${own.attributesFile}`
  const words = ['-c', setting, 'check-attr', '-z', '--stdin', ...asked]
  const called = tryGit(checkout, words, listed.stdout)
  if (called?.status !== 0) return undefined
  return attributesIn(called.stdout.toString(), own.convertsLineEnds)
}

const changingNames = ['filter', 'working-tree-encoding', 'ident'] as const
const asked = [...changingNames, 'text', 'crlf', 'eol'] as const

interface Settings {
  /** Those of texts, and of what may be one. */
  readonly convertsLineEnds: boolean
  readonly attributesFile: string
}

function settingsOf(checkout: Checkout): Settings | undefined {
  const found = ownSettings(checkout, '^core\\.(autocrlf|attributesfile)$')
  if (found === undefined) return undefined
  const { HOME = '/', XDG_CONFIG_HOME = join(HOME, '.config') } = checkout.environment
  const file = found.get('core.attributesfile')
  return {
    convertsLineEnds: !no.has((found.get('core.autocrlf') ?? 'false').toLowerCase()),
    attributesFile:
      file === undefined ? join(XDG_CONFIG_HOME, 'git', 'attributes') : settingPath(checkout, file),
  }
}

/** How git writes that something is not so. */
const no: ReadonlySet<string> = new Set(['false', 'no', 'off', '0', ''])

function outerFiles(checkout: Checkout, { attributesFile }: Settings): readonly string[] {
  const answer = (words: readonly string[]) => {
    const called = tryGit(checkout, words)
    return called?.status === 0 ? called.stdout.toString().replace(/\n$/, '') : undefined
  }
  const own = answer(['rev-parse', '--git-path', 'info/attributes'])
  const system = answer(['var', 'GIT_ATTR_SYSTEM']) ?? '/etc/gitattributes'
  const top = answer(['rev-parse', '--show-toplevel'])
  const below = top === undefined ? '' : relative(top, realPathOf(checkout.root))
  const parts = below === '' ? [] : below.split(/[/\\]/)
  const above = parts.map((_, index) => join(top ?? '', ...parts.slice(0, index), '.gitattributes'))
  return [...(own === undefined ? [] : [resolve(checkout.root, own)]), ...above, attributesFile, system]
}

/** More than any honest file of attributes has. */
const mostBytes = 1024 * 1024

/** Whether a file is there that says anything of bytes; one that cannot be read may. */
function mentionsBytes(path: string): boolean {
  const content = readRegularFile(realPathOf(path), mostBytes)
  if ('refused' in content) return content.reason !== 'ENOENT' && content.reason !== 'ENOTDIR'
  return content.bytes.length > mostBytes || aboutBytes.test(Buffer.from(content.bytes).toString('latin1'))
}

const aboutBytes = /filter|encoding|ident|text|crlf|eol|binary|\[attr\]/

/** What `check-attr -z` writes: for each file as many times file, attribute and value as were asked for. */
function attributesIn(output: string, convertsLineEnds: boolean): readonly FileAttributes[] {
  const fields = output.split('\0')
  const found: FileAttributes[] = []
  for (let at = 0; at + 3 * asked.length <= fields.length; at += 3 * asked.length) {
    const values = asked.map((_, index) => fields[at + 3 * index + 2] ?? '')
    const [changing] = changingNames.flatMap((name, index) => {
      const value = values[index] ?? ''
      return value === 'unspecified' || value === 'unset' ? [] : `${name}=${value}`
    })
    const mayConvertLineEnds = isConverting(values.slice(changingNames.length), convertsLineEnds)
    if (changing === undefined && !mayConvertLineEnds) continue
    found.push({
      file: fields[at] ?? '',
      mayConvertLineEnds,
      ...(changing === undefined ? {} : { changing }),
    })
  }
  return found
}

/** Source: convert_attrs in git's convert.c. */
function isConverting([text = '', crlf = '', eol = '']: readonly string[], byDefault: boolean): boolean {
  const [said] = [text, crlf].filter(value => ['set', 'unset', 'auto', 'input'].includes(value))
  return said !== 'unset' && (said !== undefined || ['lf', 'crlf'].includes(eol) || byDefault)
}
