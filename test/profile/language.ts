// A small regulation with one unit and one system, to which tests add one element of the language at a time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../lib/finding/finding.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { exampleFiles, type Loaded, loaded } from '../example-repository.ts'

const folder = join(packageRoot, 'test/fixtures/sixth')
const files = {
  profile: 'catalogue/jurisdictions/qingyuan.yaml',
  unit: 'tenants/qingyuan/heshan/unit.yaml',
  system: 'tenants/qingyuan/heshan/dangan.yaml',
} as const

export type Part = keyof typeof files

const texts: Readonly<Record<Part, string>> = {
  profile: readFileSync(join(folder, 'qingyuan.yaml'), 'utf8'),
  unit: readFileSync(join(folder, 'unit.yaml'), 'utf8'),
  system: readFileSync(join(folder, 'dangan.yaml'), 'utf8'),
}

/** Everything of the examples but the platform and the services: a regulation is not slower for its neighbours. */
export const otherFiles = [...exampleFiles.keys()].filter(
  file => !/^catalogue\/(?:platform|units|services\/.+)\.yaml$/.test(file),
)

/** `[part, before, after]`: the text must hold what is replaced. */
export type Edit = readonly [part: Part, before: string, after: string]

export interface Written extends Loaded {
  readonly textOf: (part: Part) => string
  /** What is found in the regulation, the unit and the system, without the notes. */
  readonly own: readonly Finding[]
}

/** The repository with the small regulation, edited, on a day, and with further files. */
export function written(
  edits: readonly Edit[],
  day?: string,
  more: readonly (readonly [file: string, text: string])[] = [],
): Written {
  const textOf = (part: Part): string =>
    edits
      .filter(([of]) => of === part)
      .reduce((text, [, before, after]) => {
        if (!text.includes(before)) throw new Error(`the ${part} does not hold ${before}`)
        return text.replace(before, () => after)
      }, texts[part])
  const parts = Object.keys(files).filter((part): part is Part => part in texts)
  const result = loaded(
    new Map([
      ...otherFiles.map(file => [file, undefined] as const),
      ...parts.map(part => [files[part], textOf(part)] as const),
      ...more,
    ]),
    day,
  )
  const places: readonly string[] = Object.values(files)
  const own = result.findings.filter(({ file, severity }) => places.includes(file) && severity !== 'info')
  return { ...result, textOf, own }
}

/** The address of the one system. */
export const address = 'qingyuan/heshan/dangan'

/** What stands in a file at a finding: enough to see that it points at the right words. */
export function pointedAt({ textOf }: Written, { file, range: { start, end } }: Finding): string {
  const part = Object.entries(files).find(([, path]) => path === file)?.[0]
  const text = part === undefined ? '' : textOf(part === 'profile' || part === 'unit' ? part : 'system')
  return (text.split('\n')[start.line - 1] ?? '').slice(start.column - 1, end.column - 1)
}
