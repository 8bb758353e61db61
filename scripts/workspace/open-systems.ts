import { batchesOf, checkSystems, type SystemExtract } from '../../lib/check/index.ts'
import { composeSystems } from '../../lib/compose/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { parseFiles, type SourceFile, unreadDocument } from '../../lib/read/index.ts'
import { type Schemas, type ValidDocument, validateTenants } from '../../lib/validate/index.ts'

export interface LookedInto {
  /** Those without findings of their form, to be parsed again when somebody asks for their value. */
  readonly documents: readonly ValidDocument[]
  readonly findings: {
    readonly ofForm: readonly Finding[]
    readonly ofRules: readonly Finding[]
  }
  /** By file. */
  readonly facts: ReadonlyMap<string, SystemExtract>
  /** Files whose path says what their metadata say. */
  readonly agreeing: ReadonlySet<string>
}

export interface Around {
  readonly schemas: () => Schemas
  /** The catalogue and the units; undefined where rules are not to be run. */
  readonly model: Model | undefined
}

/**
 * Reads, validates and checks systems of which nothing is known yet, some of them at a time: ten thousand need no more
 * memory than these. Whatever stays of them is small, or can be had again from their bytes.
 */
export function lookInto(files: readonly SourceFile[], around: Around): LookedInto {
  const looked = batchesOf(files).map(some => lookIntoSome(some, around))
  return {
    documents: looked.flatMap(({ documents }) => documents),
    findings: {
      ofForm: looked.flatMap(({ findings }) => findings.ofForm),
      ofRules: looked.flatMap(({ findings }) => findings.ofRules),
    },
    facts: new Map(looked.flatMap(({ facts }) => [...facts])),
    agreeing: new Set(looked.flatMap(({ agreeing }) => [...agreeing])),
  }
}

function lookIntoSome(files: readonly SourceFile[], { schemas, model }: Around): LookedInto {
  const parsed = parseFiles(files)
  const valid = validateTenants(parsed.documents, schemas)
  const systems = composeSystems(valid.documents)
  const checked =
    model === undefined
      ? { findings: [], facts: new Map<System, SystemExtract>() }
      : checkSystems(model, systems)
  const understood = new Set(valid.documents.map(({ file }) => file))
  const unread = files.filter(({ file }) => understood.has(file)).map(unreadDocument)
  return {
    documents: validateTenants(unread, schemas, () => true).documents,
    findings: { ofForm: [...parsed.findings, ...valid.findings], ofRules: checked.findings },
    facts: new Map([...checked.facts].map(([{ document }, facts]) => [document.file, facts])),
    agreeing: new Set(systems.filter(agreesWithPath).map(({ document: { file } }) => file)),
  }
}

function agreesWithPath({ address, document: { file } }: System): boolean {
  return file === `tenants/${address}.yaml`
}
