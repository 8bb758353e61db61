// The repository as it would be if what the cloud has were asked for: every piece that would not validate is left out.
import { checkChange } from '../../lib/change/index.ts'
import { checkRepository, type ExtractedModel, rulings } from '../../lib/check/index.ts'
import { factMissing } from '../../lib/check/rules/papers/fact-missing.ts'
import { paperMissing } from '../../lib/check/rules/papers/paper-missing.ts'
import { unmetRequirementsIn } from '../../lib/check/unmet-requirements.ts'
import { NotAsked, type WrittenRequest, withRequest } from '../../lib/draft/change-request.ts'
import { block, inheritedIn } from '../../lib/draft/inherited.ts'
import { eventLines, type Lacking } from '../../lib/draft/system.ts'
import { type Adoption, type ManifestChange, requestOf } from '../../lib/drift/adoption/index.ts'
import { exposureBasisOf } from '../../lib/entitlement/index.ts'
import type { Decisions } from '../../lib/evidence/index.ts'
import { type Finding, fileStart, finding, sortFindings, type Text } from '../../lib/finding/finding.ts'
import type { System } from '../../lib/model/model.ts'
import { groundOf } from '../../lib/profile/decisions.ts'
import { codes, digestOf, type SourceFile } from '../../lib/read/index.ts'
import { plainLooks, understand } from '../../lib/repository/index.ts'
import { bytesOf, filesAt } from '../git/data-files.ts'
import { openVerdictCache, remembering } from '../store/verdict-cache.ts'
import { decisionsAt } from './decisions.ts'
import { tellingOf } from './long-look.ts'
import type { CommittedPlace } from './model-at.ts'

/** A commit, and what is found in it. */
export interface CommittedData {
  readonly commit: string
  readonly files: readonly SourceFile[]
  readonly answers: Decisions['answers']
  readonly model: ExtractedModel | undefined
  readonly findings: readonly Finding[]
}

/** One drift to be taken over. */
export interface Piece {
  readonly adoption: Adoption
  /** Why it is asked for, in the words of the history. */
  readonly reason: string
}

export interface AskedAdoptions {
  readonly accepted: readonly Piece[]
  /** Pieces that are left out, and why. */
  readonly refused: ReadonlyMap<Piece, readonly Finding[] | Text>
  /** What manifests would say, by path. */
  readonly files: ReadonlyMap<string, string>
  /** What a person still has to fill in: papers and facts that the request takes. */
  readonly owed: readonly Finding[]
}

/** @param commit its full name. @throws Refusal where git lacks a part of it, and where evidence cannot be believed */
export function committedData(place: CommittedPlace, commit: string): CommittedData {
  const { blobs } = filesAt(place, commit)
  const read = bytesOf(place, commit, blobs)
  const files = blobs.flatMap(({ file, kind, object }) => {
    const bytes = read.get(object)
    return bytes === undefined ? [] : [{ file, kind, bytes, digest: digestOf(bytes) }]
  })
  const { answers } = decisionsAt(place, files, true)
  return { commit, files, answers, ...looked(place, files, answers) }
}

/** Everything but what needs more than the files themselves. */
function looked(place: CommittedPlace, files: readonly SourceFile[], answers: Decisions['answers']) {
  return tellingOf(place, files, () => {
    const { model, findings } = understand(
      { files, findings: [] },
      { asOf: place.today, today: place.actualToday },
      { looks: remembering(openVerdictCache(place, files), plainLooks), answers },
    )
    return { model, findings: [...findings, ...(model === undefined ? [] : checkRepository(model))] }
  })
}

/**
 * All pieces at once where that validates, as it nearly always does; else one system after the other, and of a system that
 * does not, one piece after the other: whatever is with one must not keep others back.
 */
export function askedAdoptions(
  place: CommittedPlace,
  base: CommittedData,
  pieces: readonly Piece[],
): AskedAdoptions {
  const ask = (some: readonly Piece[]) => asked(place, base, some)
  const { unasked, able } = sorted(base, pieces)
  const whole = ask(able)
  if (whole.errors.length === 0) return outcome(able, whole, unasked)
  const refused = new Map<Piece, readonly Finding[] | Text>(unasked)
  let accepted: readonly Piece[] = []
  for (const own of Map.groupBy(able, ({ adoption }) => adoption.system.address).values()) {
    if (ask([...accepted, ...own]).errors.length === 0) {
      accepted = [...accepted, ...own]
      continue
    }
    for (const piece of own) {
      const { errors } = ask([...accepted, piece])
      if (errors.length === 0) accepted = [...accepted, piece]
      else refused.set(piece, errors)
    }
  }
  return outcome(accepted, ask(accepted), refused)
}

function outcome(accepted: readonly Piece[], { files, owed }: Asked, refused: AskedAdoptions['refused']) {
  return { accepted, files, owed, refused }
}

const noRequest: Text = {
  zh: '该系统目前不能提出变更申请：已有申请待答复，或正在退出',
  en: 'the system can ask for nothing now: a request of it waits for its answer, or it is on its way out',
}

function sorted({ model }: CommittedData, pieces: readonly Piece[]) {
  const mayAsk = ({ adoption }: Piece) =>
    model !== undefined && requestOf(model, adoption.system) !== undefined
  return {
    able: pieces.filter(mayAsk),
    unasked: new Map(pieces.filter(piece => !mayAsk(piece)).map(piece => [piece, noRequest] as const)),
  }
}

interface Asked {
  readonly files: ReadonlyMap<string, string>
  /** What the change brings that keeps it from being written. */
  readonly errors: readonly Finding[]
  readonly owed: readonly Finding[]
}

const nothing: Asked = { files: new Map(), errors: [], owed: [] }

/** First without comments on what is lacking, to learn that; then with them. */
function asked(place: CommittedPlace, base: CommittedData, pieces: readonly Piece[]): Asked {
  if (pieces.length === 0) return nothing
  try {
    const plain = judged(
      place,
      base,
      textsOf(place, base, pieces, () => []),
    )
    const { model } = plain
    if (plain.errors.length > 0 || model === undefined) return plain
    const lacking = ({ address }: System) => lackingIn(model, address)
    return judged(place, base, textsOf(place, base, pieces, lacking))
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error
    return { ...nothing, errors: pieces.slice(0, 1).map(notEdited) }
  }
}

function textsOf(
  { today }: CommittedPlace,
  { model, files }: CommittedData,
  pieces: readonly Piece[],
  lackingOf: (system: System) => readonly Lacking[],
): ReadonlyMap<string, string> {
  const bySystem = Map.groupBy(pieces, ({ adoption }) => adoption.system)
  return new Map(
    [...bySystem].flatMap(([system, own]) => {
      const { file } = system.document
      const source = files.find(one => one.file === file)
      const event = model && requestOf(model, system)
      if (source === undefined || model === undefined || event === undefined) return []
      const reason = own.map(piece => piece.reason).join('')
      const inherited = repeated(model, system, own)
      const more = Object.entries(inherited).flatMap(([key, value]) => block(key, value, 4))
      const answer = { on: today, papers: [], reason: reason.slice(0, mostReason), more }
      const request: WrittenRequest = {
        lines: eventLines(answer, { event, lacking: lackingOf(system) }),
        value: { event: event.id, on: today, reason: answer.reason, ...inherited },
      }
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.bytes)
      return [[file, withRequest(text, mergedChanges(own), request)] as const]
    }),
  )
}

/** Who asks for openings while what is open was never granted says what that is. */
function repeated(model: ExtractedModel, { value }: System, pieces: readonly Piece[]) {
  const basis = exposureBasisOf(model, value, model.asOf)
  const opens = pieces.some(({ adoption }) => adoption.change.kind !== 'quantity')
  const isSaid = basis.kind !== 'inherited' || basis.record !== undefined
  return opens && !isSaid ? { inherited: inheritedIn(value) } : {}
}

/** What the schema takes of a text. */
const mostReason = 2000

/** Several limits may follow from one line: the largest that any of them takes, and each rule once. */
function mergedChanges(pieces: readonly Piece[]): readonly ManifestChange[] {
  const byPlace = Map.groupBy(
    pieces.map(({ adoption }) => adoption.change),
    change => JSON.stringify(change.kind === 'quantity' ? [change.zone, change.line] : change),
  )
  return [...byPlace.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    return [others.reduce((one, other) => (isMore(other, one) ? other : one), first)]
  })
}

function isMore(one: ManifestChange, other: ManifestChange): boolean {
  return one.kind === 'quantity' && other.kind === 'quantity' && one.after > other.after
}

interface Judged extends Asked {
  readonly model: ExtractedModel | undefined
}

function judged(place: CommittedPlace, base: CommittedData, texts: ReadonlyMap<string, string>): Judged {
  const files = base.files.map(source => {
    const text = texts.get(source.file)
    if (text === undefined) return source
    const bytes = Buffer.from(text)
    return { ...source, bytes, digest: digestOf(bytes) }
  })
  const { model, findings } = looked(place, files, base.answers)
  const ofChange =
    base.model === undefined || model === undefined ? [] : checkChange(base.model, model, rulings)
  const had = new Set(base.findings.map(keyOf))
  const fresh = sortFindings([...findings, ...ofChange]).filter(
    one => one.severity === 'error' && !had.has(keyOf(one)),
  )
  return {
    files: texts,
    model,
    errors: fresh.filter(({ code }) => !owedCodes.has(code)),
    owed: fresh.filter(({ code }) => owedCodes.has(code)),
  }
}

/** What nobody but a person has: the draft says in comments what to fill in. */
const owedCodes: ReadonlySet<string> = new Set([paperMissing.code, factMissing.code])

/** The same finding in a file of which other lines were changed. */
function keyOf({ code, file, message }: Finding): string {
  return JSON.stringify([code, file, message.en])
}

function lackingIn(model: ExtractedModel, address: string): readonly Lacking[] {
  const system = model.systemByAddress.get(address)
  if (system === undefined) return []
  const last = system.value.history.length - 1
  return unmetRequirementsIn(model, system)
    .filter(({ index }) => index === last)
    .map(({ unmet, profile }) => ({
      article: groundOf(profile, unmet.requirement),
      papers: unmet.papers,
      anyPaper: unmet.anyPaper,
      facts: unmet.facts,
    }))
}

function notEdited({ adoption: { system, says } }: Piece): Finding {
  const { file } = system.document
  const message = {
    zh: `${file}：无法写入而不改动其他内容；请手工${says.zh}`,
    en: `${file}: nothing can be put in without changing something else; by hand, ${says.en}`,
  }
  return finding(codes.notEdited, { file, range: fileStart, path: [] }, { message })
}
