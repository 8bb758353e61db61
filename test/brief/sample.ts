import { asksOf, type PartVerdict } from '../../lib/approval/index.ts'
import {
  asGranted,
  type Brief,
  briefOf,
  changedSystemsOf,
  partsOf,
  type ReachDifference,
} from '../../lib/brief/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { extracted, rulings } from '../../lib/check/index.ts'
import { composeSystem, withSystems } from '../../lib/compose/compose-model.ts'
import { lazily } from '../../lib/model/lazily.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { parseDocument } from '../../lib/read/index.ts'
import { isKind } from '../../lib/validate/document.ts'
import { composeSchemas, validateTenants } from '../../lib/validate/index.ts'
import { plannedShortages } from '../../scripts/workspace/planned-shortages.ts'
import { poolUses } from '../../scripts/workspace/pool-uses.ts'
import { exampleDay, exampleFiles, exampleText, loaded, placed } from '../example-repository.ts'

export const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
export const shebaoAddress = 'xishuangbanna/rensheju/shebao-jingban'

/** A file of the examples with texts replaced, and lines behind its end. */
export function edited(
  file: string,
  replacements: readonly (readonly [before: string, after: string])[],
  end = '',
): readonly [string, string] {
  const text = replacements.reduce((one, [before, after]) => {
    if (!one.includes(before)) throw new Error(`${file} does not hold ${before}`)
    return one.replace(before, () => after)
  }, exampleText(file))
  return [file, `${text.trimEnd()}\n${end}`]
}

/** A request for more servers and a port more, with one paper of the two that it needs. */
export const request = edited(
  shebao,
  [
    ['{ item: ecs.domestic.4c8g, quantity: 2 }', '{ item: ecs.domestic.4c8g, quantity: 6 }'],
    [
      '{ from: internet, protocol: tcp, ports: [443] }',
      '{ from: internet, protocol: tcp, ports: [443, 8080] }',
    ],
  ],
  `  - event: change-submitted
    on: 2026-11-20
    reason: 参保登记高峰
    papers:
      - { type: 云服务调整申请, number: TZ-1, on: 2026-11-19 }
`,
)

export interface Looked {
  readonly reach?: readonly ReachDifference[]
  /** Paths beside those of manifests. */
  readonly more?: readonly string[]
  readonly verdicts?: readonly PartVerdict[]
}

/** The brief of a change from one model to another, without what only stacks can tell. */
export function briefBetween(
  before: Model,
  after: Model,
  { reach = [], verdicts, more = [] }: Looked = {},
): Brief {
  const files = filesBetween(before, after)
  const granted = asGranted(after, new Set(changedSystemsOf({ before, after })))
  const planned = extracted(granted.model)
  const parts = partsOf({
    before,
    after,
    granted,
    asks: asksOf(before, after, files),
    verdicts,
    objections: [],
    files: [...files, ...more],
    findings: checkChange(before, after, rulings),
    reach,
    shortages: plannedShortages({ after: extracted(after), planned }, granted.waiting),
    pools: { before: poolUses(extracted(before)), planned: poolUses(planned) },
  })
  return briefOf(parts.systems, parts.shared, { before: 'a'.repeat(40), after: undefined, on: exampleDay })
}

function filesBetween(before: Model, after: Model): readonly string[] {
  const digests = ({ systems, units, catalogue }: Model) =>
    new Map(
      [...systems, ...units, ...catalogue.allItems, catalogue.platform].map(({ document }) => [
        document.file,
        document.digest,
      ]),
    )
  const [had, has] = [digests(before), digests(after)]
  return [...new Set([...had.keys(), ...has.keys()])].filter(file => had.get(file) !== has.get(file)).sort()
}

export type ChangedFile = readonly [file: string, text: string | undefined]

/** The examples with some files changed; where they are systems, without a look at anything else. */
export function changedModel(...files: readonly ChangedFile[]): Model {
  const { model } = loaded()
  if (!files.every(([file]) => model.systems.some(({ document }) => document.file === file)))
    return loaded(new Map(files)).model
  const texts = new Map(files)
  return withSystems(
    model,
    model.systems.flatMap(system => {
      const { file } = system.document
      return texts.has(file) ? systemIn(system, texts.get(file)) : [system]
    }),
  )
}

function systemIn({ document: { file } }: System, text: string | undefined): readonly System[] {
  if (text === undefined) return []
  const { document } = parsed(file, text)
  const { documents } = validateTenants(document === undefined ? [] : [document], schemas)
  return documents.flatMap(valid => (isKind(valid, 'system') ? [composeSystem(valid)] : []))
}

const schemas = lazily(() =>
  composeSchemas(
    [...exampleFiles].flatMap(([file, text]) => parsed(file, text).document ?? []),
    [],
  ),
)

function parsed(file: string, text: string) {
  return parseDocument(file, placed(file), new TextEncoder().encode(text))
}
