import type { SystemExtract } from '../../lib/check/index.ts'
import { composeModel } from '../../lib/compose/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import { lazily } from '../../lib/model/lazily.ts'
import type { Model } from '../../lib/model/model.ts'
import {
  parseFiles,
  type RepositoryFiles,
  type SourceDocument,
  type SourceFile,
} from '../../lib/read/index.ts'
import { composeSchemas, type Schemas, type ValidDocument, validateAll } from '../../lib/validate/index.ts'
import type { Digested } from '../store/verdict-cache.ts'
import type { Context } from '../terminal/command.ts'
import { lookInto } from './open-systems.ts'

export interface Understood {
  /** What the clean documents say together; undefined where the catalogue is too broken to say anything. */
  readonly model: Model | undefined
  /** The documents without findings of their form. */
  readonly documents: readonly SourceDocument[]
  readonly findings: {
    readonly ofForm: readonly Finding[]
    /** What local rules find in those systems that were not known to be clean. */
    readonly ofRules: readonly Finding[]
  }
  /** By file, of the same systems. */
  readonly facts: ReadonlyMap<string, SystemExtract>
  /** Of the catalogue as it is. */
  readonly schemas: () => Schemas
  /** Whether every file of the catalogue could be read: without one, the schemas offer less. */
  readonly hasWholeCatalogue: boolean
}

export interface UnderstandOptions {
  /** Whether nothing is wrong with a file that could be found by looking at it alone: it is not even parsed for now. */
  readonly isClean: (source: Digested) => boolean
  /** Whether systems are looked at with the local rules. */
  readonly withRules: boolean
}

/** read → validate → compose, over files wherever they come from. */
export function understand(
  { today, actualToday }: Context,
  { files, findings }: RepositoryFiles,
  { isClean, withRules }: UnderstandOptions,
): Understood {
  const compose = (documents: readonly ValidDocument[], agrees: (document: ValidDocument) => boolean) =>
    composeModel(documents, today, { today: actualToday, isClean: agrees })
  const [known, open] = parted(files, source => source.kind !== 'system' || isClean(source))
  const read = parseFiles(known, isClean)
  const unread = unreadCatalogue(read.documents, [...findings, ...read.findings])
  const schemas = lazily(() => composeSchemas(read.documents, unread))
  const valid = validateAll(read.documents, schemas, isClean)
  const looked = lookInto(open, {
    schemas,
    model: withRules ? around(compose(valid.documents, isClean).model, unread) : undefined,
  })
  const documents = [...valid.documents, ...looked.documents]
  const composed = compose(documents, document => isClean(document) || looked.agreeing.has(document.file))
  const ofForm = [
    ...findings,
    ...read.findings,
    ...valid.findings,
    ...looked.findings.ofForm,
    ...composed.findings,
  ]
  return {
    model: composed.model && { ...composed.model, leftOut: filesLeftOut(documents, ofForm) },
    documents,
    findings: { ofForm, ofRules: looked.findings.ofRules },
    facts: looked.facts,
    schemas,
    hasWholeCatalogue: unread.length === 0,
  }
}

/** What local rules look at beside the systems themselves. */
function around(model: Model | undefined, unread: readonly string[]): Model | undefined {
  return model && { ...model, leftOut: new Set(unread) }
}

/** The files and folders that are there, and of which no stage could make a document. */
function filesLeftOut(
  documents: readonly SourceDocument[],
  findings: readonly Finding[],
): ReadonlySet<string> {
  const broken = findings.filter(({ file, severity }) => severity === 'error' && file !== '.')
  return new Set(broken.map(({ file }) => file)).difference(new Set(documents.map(({ file }) => file)))
}

/** What a broken file of the catalogue would have offered is unknown, and not simply absent. */
function unreadCatalogue(
  documents: readonly SourceDocument[],
  findings: readonly Finding[],
): readonly string[] {
  const clean = new Set(documents.map(document => document.file))
  const broken = findings
    .map(finding => finding.file)
    .filter(file => file.startsWith('catalogue/') && !clean.has(file))
  return [...new Set(broken)]
}

/** Those that pass, and the others. */
function parted(
  files: readonly SourceFile[],
  passes: (file: SourceFile) => boolean,
): readonly [readonly SourceFile[], readonly SourceFile[]] {
  return [files.filter(passes), files.filter(file => !passes(file))]
}
