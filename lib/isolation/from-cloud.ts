import { type CloudAnswers, listsOf } from './cloud/answers.ts'
import {
  readApplicationCredentials,
  readAssignments,
  readEc2Keys,
  readProjects,
  readTrusts,
} from './cloud/identity.ts'
import { namedIn } from './cloud/named.ts'
import { readGroups, readNetworks, readRouters, readSubnets } from './cloud/network.ts'
import { readPorts } from './cloud/ports.ts'
import type { CloudReader } from './cloud/reader.ts'
import { readFlags, readFlavorAccess, readImages, readPolicies, readTransfers } from './cloud/sharing.ts'
import type { ReadRule } from './group-rules.ts'
import type { Draft } from './model.ts'

const readers: readonly CloudReader[] = [
  readProjects,
  readAssignments,
  readApplicationCredentials,
  readTrusts,
  readEc2Keys,
  readNetworks,
  readSubnets,
  readRouters,
  readPorts,
  readGroups,
  readPolicies,
  readFlags,
  readImages,
  readTransfers,
  readFlavorAccess,
]

/** Takes what a cloud answers into the model: all of it, whosever it is. */
export function addCloud(draft: Draft, answers: CloudAnswers, readRule: ReadRule): void {
  const lists = listsOf(answers)
  const source = { lists, named: namedIn(lists), readRule }
  for (const read of readers) read(source, draft)
}
