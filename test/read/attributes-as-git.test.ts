// What the real git answers to generated attributes.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { attributeLines } from '../../lib/read/attribute-lines.ts'
import { convertingLine, type KeptFolder } from '../../lib/read/kept-bytes.ts'
import { temporaryDirectory } from '../scripts/harness.ts'

const names = ['a.csv', 'a.pdf', 'papers', 'a b.txt', '合同.csv', 'x.yaml', 'evidence', '!a.csv']
const folders: Readonly<Record<KeptFolder, readonly string[]>> = {
  papers: ['papers', 'catalogue/papers', 'tenants/x/y/papers', 'tenants/x/y/papers/2026', 'a/papers/b'],
  evidence: ['evidence', 'evidence/2026'],
}
const paths = (folder: KeptFolder) => folders[folder].flatMap(one => names.map(name => `${one}/${name}`))

let root = ''

const git = (words: readonly string[], input: string) =>
  execFileSync('git', [...words], {
    cwd: root,
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, HOME: root, GIT_ATTR_NOSYSTEM: '1' },
  }).toString()

beforeEach(() => {
  root = temporaryDirectory()
  git(['init', '--quiet'], '')
})

/** The files whose line ends git would see to. */
function convertedByGit(text: string, folder: KeptFolder): readonly string[] {
  writeFileSync(join(root, '.gitattributes'), text)
  const asked = paths(folder)
    .map(path => `${path}\0`)
    .join('')
  const said = git(['check-attr', '-z', '--stdin', 'text', 'eol', 'crlf'], asked).split('\0')
  const answers = new Map<string, string[]>()
  for (let at = 0; at + 2 < said.length; at += 3) {
    const [file = '', , value = ''] = said.slice(at, at + 3)
    answers.set(file, [...(answers.get(file) ?? []), value])
  }
  return [...answers].filter(([, values]) => isConverting(values)).map(([file]) => file)
}

/** Source: convert_attrs in git's convert.c. */
function isConverting([text = '', eol = '', crlf = '']: readonly string[]): boolean {
  const [said] = [text, crlf].filter(value => ['set', 'unset', 'auto', 'input'].includes(value))
  return said !== 'unset' && (said !== undefined || ['lf', 'crlf'].includes(eol))
}

const part = fc.constantFrom(
  'papers',
  'evidence',
  '**',
  '*',
  'tenants',
  'x',
  'p?pers',
  '[p]apers',
  'PAPERS',
  '*.csv',
  'a.csv',
  'pap\\ers',
  '2026',
)
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '/', '!', '**/'),
    fc.array(part, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', '', '/'),
  )
  .map(([start, parts, end]) => start + parts.join('/') + end)
const covering = fc.constantFrom('*', '**/papers/**', '**/evidence/**', 'evidence/**', '/evidence/**')
const written = fc
  .tuple(
    fc.oneof(pattern, covering, fc.constantFrom('[attr]own', '[attr]binary', '[attr]', '"[attr] own"')),
    fc.nat(5),
  )
  .map(([text, how]) => {
    if (how === 0) return `"${text.replaceAll('\\', '\\\\')}"`
    if (how === 1) return `"${text.replace('a', '\\141')}"`
    return text
  })
const attribute = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      '-text',
      'text',
      'text=auto',
      '!text',
      'eol=lf',
      'eol=crlf',
      '!eol',
      '-eol',
      'binary',
    ),
    weight: 5,
  },
  fc.constantFrom(
    '-binary',
    '!binary',
    'own',
    '-own',
    '!own',
    'crlf',
    '-crlf',
    'crlf=input',
    'diff',
    '-text=x',
    'text=',
    'x@y',
    '--text',
    '-',
    '=text',
    'b"',
    '-diff',
  ),
)
const line = fc
  .tuple(
    fc.constantFrom('', '', ' ', '\t'),
    written,
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom(0, 0, 0, 0, 2046, 2047, 2048),
  )
  .map(([start, fits, attributes, width]) => `${start}${fits} ${attributes.join(' ')}`.padEnd(width))
const text = fc.array(line, { minLength: 1, maxLength: 6 }).map(lines => `${lines.join('\n')}\n`)

test('where our answer is that bytes are kept, git changes none', () => {
  let kept = 0
  fc.assert(
    fc.property(text, fc.constantFrom<KeptFolder>('papers', 'evidence'), (written, folder) => {
      if (convertingLine(attributeLines(written), folder) !== undefined) return
      kept += 1
      expect(convertedByGit(written, folder)).toEqual([])
    }),
    { numRuns: 400, seed: 20_261_127 },
  )
  expect(kept).toBeGreaterThan(100)
}, 120_000)

test('where nothing but covering lines stands, git changes files wherever our answer is that it may', () => {
  const plain = fc
    .tuple(fc.constantFrom('*', '**/papers/**'), fc.constantFrom('-text', 'text', 'text=auto', 'eol=lf'))
    .map(words => words.join(' '))
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), lines => {
      const written = `${lines.join('\n')}\n`
      const converted = convertedByGit(written, 'papers').length > 0
      expect(convertingLine(attributeLines(written), 'papers') !== undefined).toBe(converted)
    }),
    { numRuns: 100, seed: 1 },
  )
}, 60_000)

test('git takes in other bytes exactly where its attributes say so', () => {
  const taken = (attributes: string) => {
    writeFileSync(join(root, '.gitattributes'), attributes)
    const plain = git(['hash-object', '--no-filters', '--stdin'], 'a,b\r\n')
    return git(['hash-object', '--stdin', '--path=tenants/x/y/papers/a.csv'], 'a,b\r\n') === plain
  }
  const keeping = ['', '**/papers/** -text\n', '* text\n**/papers/** -text\n* eol=lf\n', '* text -text\n']
  const changing = [
    '* text=auto\n',
    '*.csv eol=lf\n',
    '**/papers/** -text\n*.csv text\n',
    `* text\n${'**/papers/** -text'.padEnd(2048)}\n`,
    '* -text text\n',
  ]
  for (const one of [...keeping, ...changing]) {
    const answer = convertingLine(attributeLines(one), 'papers') === undefined
    expect([one, taken(one), answer]).toEqual([one, keeping.includes(one), keeping.includes(one)])
  }
})
