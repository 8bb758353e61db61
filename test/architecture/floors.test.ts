import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

/** What each part may import beside itself: what lies on its floor or below. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  lib: ['generated'],
  stacks: ['lib', 'generated'],
  'scripts/files': ['lib'],
  'scripts/workspace': [
    'lib',
    'stacks',
    'generated',
    'scripts/files',
    'scripts/store',
    'scripts/git',
    'packages',
  ],
  'scripts/store': ['lib', 'stacks', 'generated', 'packages', 'scripts/files'],
  'scripts/git': ['lib', 'generated', 'scripts/files'],
  'scripts/openstack': ['lib', 'stacks', 'generated', 'scripts/files'],
  'scripts/forge': ['lib', 'generated', 'scripts/files'],
  'scripts/evidence': ['lib', 'generated', 'scripts/git', 'scripts/workspace'],
  'scripts/terraform': [
    'lib',
    'stacks',
    'generated',
    'packages',
    'scripts/files',
    'scripts/git',
    'scripts/openstack',
    'scripts/store',
    'scripts/workspace',
  ],
}

/** Rooms of effects know no screen. */
const terminal = /\bprocess\.(?:stdout|stderr|exit|exitCode)\b|\bconsole\./

interface Import {
  readonly file: string
  readonly line: number
  readonly target: string
}

const specifier = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

function importsOf(file: string): readonly Import[] {
  const lines = readFileSync(join(packageRoot, file), 'utf8').split('\n')
  return lines.flatMap((text, index) =>
    [...text.matchAll(specifier)].map(([, path = '']) => ({
      file,
      line: index + 1,
      target: normalize(join(dirname(file), path)),
    })),
  )
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`)
}

function isIn(path: string, part: string): boolean {
  return path.startsWith(`${part}/`)
}

/** The code's groups of files that import each other in a circle, each as a text. */
function circles(files: readonly string[], edges: (file: string) => readonly string[]): readonly string[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const path: string[] = []
  const found: string[] = []
  const visit = (file: string): number => {
    const own = index.size
    index.set(file, own)
    low.set(file, own)
    path.push(file)
    for (const next of edges(file)) {
      if (!index.has(next)) low.set(file, Math.min(low.get(file) ?? own, visit(next)))
      else if (path.includes(next)) low.set(file, Math.min(low.get(file) ?? own, index.get(next) ?? own))
    }
    if (low.get(file) === own) {
      const members = path.splice(path.indexOf(file))
      if (members.length > 1) found.push(members.toSorted().join(' → '))
    }
    return low.get(file) ?? own
  }
  for (const file of files) if (!index.has(file)) visit(file)
  return found
}

describe('the floors of the house', () => {
  it.each(Object.entries(mayImport))('%s imports from its own floor and below alone', (part, others) => {
    const upward = sourcesIn(part)
      .flatMap(importsOf)
      .filter(({ target }) => ![part, ...others].some(other => isIn(target, other)))
    expect(upward.map(({ file, line, target }) => `${file}:${line} imports ${target}`)).toEqual([])
  })

  it('no rule asks another stage than those it may rest on, and only the table of codes and loading ask for rules', () => {
    const askers = sourcesIn('lib')
      .filter(file => !isIn(file, 'lib/check'))
      .flatMap(importsOf)
      .filter(({ target }) => isIn(target, 'lib/check'))
    const allowed = ['lib/codes.ts', 'lib/repository/']
    expect(
      askers
        .filter(({ file }) => !allowed.some(place => file.startsWith(place)))
        .map(({ file, line, target }) => `${file}:${line} imports ${target}`),
    ).toEqual([])
  })

  it.each(Object.keys(mayImport))('%s writes to no screen and ends no process', part => {
    const lines = sourcesIn(part).flatMap(file =>
      readFileSync(join(packageRoot, file), 'utf8')
        .split('\n')
        .flatMap((text, index) => (terminal.test(text) ? [`${file}:${index + 1} ${text.trim()}`] : [])),
    )
    expect(lines).toEqual([])
  })

  it('has no files that import each other in a circle', () => {
    const files = ['lib', 'stacks', 'scripts'].flatMap(sourcesIn)
    const known = new Set(files)
    const targets = new Map(
      files.map(file => [
        file,
        importsOf(file)
          .map(({ target }) => target)
          .filter(target => known.has(target)),
      ]),
    )
    expect(circles(files, file => targets.get(file) ?? [])).toEqual([])
  })
})

describe('the tests', () => {
  it("put nothing in a module's place but where each file has its modules to itself", () => {
    const replacing = /\bvi\.(?:mock|doMock)\(/
    const elsewhere = sourcesIn('test').filter(
      file => !isIn(file, 'test/replaced') && replacing.test(readFileSync(join(packageRoot, file), 'utf8')),
    )
    expect(elsewhere).toEqual([])
  })
})

describe('the pages about the house', () => {
  it.each(['docs/architecture.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md', 'CHANGELOG.md'])(
    '%s names only folders and files that are there',
    page => {
      const text = readFileSync(join(packageRoot, page), 'utf8')
      const named = [
        ...text.matchAll(/`((?:lib|stacks|scripts|test|catalogue|tenants|docs|packages)\/[^`<{*]*)[`<{*]/g),
      ]
      const missing = named.flatMap(([, path = '']) => (isThere(path) ? [] : [path]))
      expect(missing).toEqual([])
    },
  )
})

function isThere(path: string): boolean {
  const [folder, name] = [dirname(`${path}x`), path.endsWith('/') ? undefined : path.split('/').at(-1)]
  try {
    const entries = readdirSync(join(packageRoot, folder))
    return name === undefined || entries.includes(name)
  } catch {
    return false
  }
}
