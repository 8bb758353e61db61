import { join } from 'node:path'
import { allocateCodes, networksIn } from '../../lib/allocate/index.ts'
import { type Finding, fileStart, finding } from '../../lib/finding/finding.ts'
import type { Cidr } from '../../lib/network/cidr.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { codes, kindOf } from '../../lib/read/index.ts'
import { limits } from '../../lib/read/limits.ts'
import type { LoadedRepository } from './repository.ts'

export interface Unseen {
  readonly networks: readonly Cidr[]
  /** Where there are manifests of which not even the bytes could be had. */
  readonly findings: readonly Finding[]
}

/** The networks that stand in manifests with findings of their own: the model goes without them, the cloud does not. */
export function unseenNetworks(
  root: string,
  { files, documents, findings: found }: Pick<LoadedRepository, 'files' | 'documents' | 'findings'>,
): Unseen {
  const understood = new Set(documents.map(({ file }) => file))
  const networks: Cidr[] = []
  const findings = found.filter(hidesManifests).map(({ file }) => unreadable(file))
  for (const file of files) {
    if (kindOf(file) !== 'system' || understood.has(file)) continue
    const text = textOf(join(root, file))
    if (text !== undefined) networks.push(...networksIn(text))
    else findings.push(unreadable(file))
  }
  return { networks, findings }
}

const hiding: ReadonlySet<string> = new Set([
  codes.unreadable.code,
  codes.tooManyEntries.code,
  codes.repositoryTooLarge.code,
])

/** Whether nobody knows which manifests there are: a folder that cannot be looked into, or more than is read. */
function hidesManifests({ code, file }: Finding): boolean {
  return hiding.has(code) && kindOf(file) === undefined && !file.startsWith('catalogue')
}

function textOf(path: string): string | undefined {
  const content = readRegularFile(path, limits.manifestBytes)
  // A link is no manifest: where it leads inside the repository, the file there is read itself.
  if ('refused' in content) return content.refused === 'unreadable' ? undefined : ''
  return content.bytes.length > limits.manifestBytes ? undefined : new TextDecoder().decode(content.bytes)
}

function unreadable(file: string): Finding {
  return finding(
    allocateCodes.unseen,
    { file, range: fileStart, path: [] },
    {
      message: {
        zh: '此处的清单无法读取，不知其占用的网段',
        en: 'the manifests here cannot be read, so that their networks are not known',
      },
    },
  )
}
