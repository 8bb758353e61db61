// What a cloud puts by itself into a project: as open as nobody asked for.
import { listAt, textAt } from '../../lib/deliver/json.ts'
import {
  type Born,
  type Collection,
  type FieldTest,
  type ResourceType,
  resourceTypes,
} from '../../lib/resource-types/index.ts'
import { passes } from './entry.ts'
import type { OpenStack } from './index.ts'
import { listCollection } from './list-collection.ts'
import { drop } from './release.ts'

type BornType = ResourceType & {
  readonly born: Born
  readonly madeByCloud: FieldTest
  readonly collection: Collection
}

const bornTypes = resourceTypes.filter(
  (entry): entry is BornType =>
    entry.born !== undefined && entry.madeByCloud !== undefined && entry.collection !== undefined,
)

/** Takes it out of what the cloud has made in these projects, and leaves what people have made as it is. */
export async function removeBorn(cloud: OpenStack, projects: readonly string[]): Promise<void> {
  for (const project of projects)
    for (const { collection, born, madeByCloud } of bornTypes) {
      const entries = await listCollection(cloud, collection, {}, { project_id: project })
      const own = entries.filter(
        entry => textAt(entry, 'project_id') === project && passes(entry, madeByCloud),
      )
      for (const part of own.flatMap(entry => listAt(entry, born.field)))
        await drop(cloud, born.release, { id: textAt(part, 'id') ?? '' })
    }
}
