import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  digestOfRecord,
  type EvidenceRecord,
  evidenceBranch,
  recordPath,
  recordSchema,
  recordText,
  signatureNamespace,
} from '../../lib/evidence/index.ts'
import { toolVersion } from '../../scripts/workspace/package-root.ts'
import { commitAll } from '../commit-all.ts'
import { systemFile } from './generate.ts'

const forge = 'https://git.example'
const [opener, authority] = [2, 3]

export interface Size {
  readonly systems: number
  readonly records: number
}

/**
 * Gives a generated repository a history of so many approved changes, each of one system, with the records of them: as
 * `tenantry record` writes them after merges, and without the hours that this takes.
 */
export function generateEvidence(root: string, size: Size): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKeyOf(publicKey)
  writeFileSync(join(root, 'catalogue/people.yaml'), peopleTable(`ssh-ed25519 ${key.toString('base64')}`))
  commitAll(root)
  fastImport(root, changes(root, size))
  git(root, 'checkout', '--quiet', 'main')
  fastImport(root, evidence(recordTexts(root, size), privateKey, key))
}

function fastImport(root: string, stream: Iterable<string>): void {
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: root, input: [...stream].join('') })
}

function git(root: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: root, maxBuffer: 2 ** 30 })
    .toString()
    .trim()
}

function peopleTable(key: string): string {
  const account = (person: string, id: number) =>
    `  - { person: ${person}, forge: "${forge}", id: ${id}, from: 2025-01-01 }\n`
  return `apiVersion: tenantry/v1\nkind: People\naccounts:\n${account('P-2', opener)}${account('P-3', authority)}offices:\n  - { person: P-3, jurisdiction: xishuangbanna, roles: [authority], from: 2025-01-01 }\nsigners:\n  - { person: P-9, key: ${key}, use: recorder, from: 2025-01-01 }\n`
}

/** Of each change its commit, and the merge of that. */
function* changes(root: string, { systems, records }: Size): Generator<string> {
  const texts = Array.from({ length: systems }, (_, index) =>
    readFileSync(join(root, systemFile(index)), 'utf8'),
  )
  let before = git(root, 'rev-parse', 'HEAD')
  for (let index = 0; index < records; index += 1) {
    const text = texts[index % systems]?.replaceAll('0691-0000103', `0691-${1_000_000 + index}`) ?? ''
    const edit = `M 100644 inline ${systemFile(index % systems)}\n${data(text)}`
    const [head, merge] = [2 * index + 1, 2 * index + 2]
    yield `${commit('refs/heads/change', head)}from ${before}\n${edit}`
    yield `${commit('refs/heads/main', merge)}from ${before}\nmerge :${head}\n${edit}`
    before = `:${merge}`
  }
}

/** Of each record its text and signature, as one commit. */
function* evidence(written: Iterable<Written>, privateKey: KeyObject, key: Buffer): Generator<string> {
  let mark = 0
  for (const { path, text } of written) {
    mark += 1
    const from = mark === 1 ? '' : `from :${mark - 1}\n`
    const signature = signatureOf(text, privateKey, key)
    yield `${commit(`refs/heads/${evidenceBranch}`, mark)}${from}M 100644 inline ${path}\n${data(text)}M 100644 inline ${path}.sig\n${data(signature)}`
  }
}

function commit(ref: string, mark: number): string {
  return `commit ${ref}\nmark :${mark}\ncommitter t <t@example.org> ${1_780_000_000 + mark} +0800\n${data('')}`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

/** As `ssh-keygen -Y sign` writes it (PROTOCOL.sshsig of OpenSSH), without a process for each. */
function signatureOf(text: string, privateKey: KeyObject, key: Buffer): string {
  const hash = 'sha512'
  const digest = createHash(hash).update(text).digest()
  const namespace = Buffer.from(signatureNamespace)
  const about = [namespace, Buffer.alloc(0), Buffer.from(hash)]
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...[...about, digest].map(lengthened)])
  const bytes = fields(Buffer.from('ssh-ed25519'), sign(null, signed, privateKey))
  const version = Buffer.from([0, 0, 0, 1])
  const body = Buffer.concat([Buffer.from('SSHSIG'), version, fields(key, ...about, bytes)])
  const lines = body.toString('base64').replaceAll(/.{70}/g, '$&\n')
  return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`
}

function publicKeyOf(publicKey: KeyObject): Buffer {
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return fields(Buffer.from('ssh-ed25519'), Buffer.from(x, 'base64url'))
}

function fields(...all: readonly Buffer[]): Buffer {
  return Buffer.concat(all.map(lengthened))
}

function lengthened(field: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(field.length)
  return Buffer.concat([length, field])
}

function* recordTexts(root: string, size: Size): Generator<Written> {
  const log = git(root, 'log', '--reverse', '--first-parent', '--format=%H %T %P', 'main')
  const [first = [], ...merges] = log.split('\n').map(line => line.split(' '))
  let [base = '', baseTree = ''] = first
  let previous: string | undefined
  for (const [index, [merge = '', tree = '', , head = '']] of merges.entries()) {
    const record = recordOf(index, size, { base, baseTree, merge, tree, head, previous })
    const text = recordText(record)
    yield { path: recordPath(record), text }
    base = merge
    baseTree = tree
    previous = digestOfRecord(text)
  }
}

interface Written {
  readonly path: string
  readonly text: string
}

/** Records are spread over fifteen months. */
function dayOf(index: number, records: number): string {
  const days = Math.floor((index * 450) / records)
  return new Date(Date.UTC(2025, 7, 1 + days)).toISOString().slice(0, 10)
}

type Commits = Readonly<Record<'base' | 'baseTree' | 'merge' | 'tree' | 'head', string>> & {
  readonly previous: string | undefined
}

function recordOf(
  index: number,
  { systems, records }: Size,
  { base, baseTree, merge, tree, head, previous }: Commits,
): EvidenceRecord {
  const [, , unit = '', name = ''] = systemFile(index % systems).split('/')
  const review = `${index + 1}`
  const day = dayOf(index, records)
  const at = `${day}T01:00:00.000Z`
  return {
    schema: recordSchema,
    number: index + 1,
    previous: previous ?? null,
    recordedAt: `${day}T03:00:00.000Z`,
    tool: toolVersion(),
    forge,
    repository: 1,
    target: 'main',
    base: { commit: base, tree: baseTree },
    merge: { commit: merge, tree },
    day,
    facts: {
      repository: 1,
      number: index + 1,
      target: 'main',
      head,
      targetTip: merge,
      state: 'merged',
      isDraft: false,
      opener,
      pushes: [{ account: opener, head }],
      turns: [{ place: 200, kind: 'merge' }],
      reviews: [{ id: review, account: authority, state: 'approve', commit: head, at, place: 100 }],
      merge: { account: opener, commit: merge, at: `${day}T02:00:00.000Z` },
    },
    contents: { [head]: tree },
    judgedBy: {},
    decision: {
      status: 'approved',
      objections: [],
      parts: [
        {
          jurisdiction: 'xishuangbanna',
          unit,
          system: `xishuangbanna/${unit}/${name.replace('.yaml', '')}`,
          kind: 'change',
          article: 'XS-22.1',
          status: 'approved',
          steps: [{ id: 'approve', article: 'XS-22.1', need: 1, by: [{ review, person: 'P-3', at }] }],
          refusals: [],
          ignored: [],
        },
      ],
      void: [],
    },
    evidenceFrom: null,
    answers: [],
    ratifies: [],
  }
}
