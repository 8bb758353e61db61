import { textAt } from '../../deliver/json.ts'
import { domainId, projectId } from '../identity.ts'
import type { Origin } from '../model.ts'
import type { CloudLists } from './answers.ts'

/** Ids of a cloud's own, in the words of every model. */
export interface Named {
  readonly cloud: string
  /** A project that the cloud does not list keeps the cloud's own id; `*` stays what it is. */
  readonly project: (id: string | undefined) => string
  readonly domain: (id: string | undefined) => string
  /** A person's name, or the id of whoever is not listed. */
  readonly person: (id: string | undefined) => string
  /** An object's id, which no other cloud has. */
  readonly object: (id: string | undefined) => string
  readonly origin: (kind: string, entry: unknown) => Origin
}

export function namedIn(lists: CloudLists): Named {
  const { name, cloud } = lists
  const domainNames = namesById(lists.of('domains'))
  const userNames = namesById(lists.of('users'))
  const object = (id: string | undefined): string => `${cloud}#${id ?? ''}`
  const projects = new Map(
    lists.of('projects').flatMap(entry => {
      const domain = domainNames.get(textAt(entry, 'domain_id') ?? '')
      const [id, project] = [textAt(entry, 'id'), textAt(entry, 'name')]
      return domain === undefined || id === undefined || project === undefined
        ? []
        : [[id, projectId(cloud, domain, project)] as const]
    }),
  )
  return {
    cloud,
    object,
    project: id => (id === '*' ? id : (projects.get(id ?? '') ?? object(id))),
    domain: id => {
      const domain = domainNames.get(id ?? '')
      return domain === undefined ? object(id) : domainId(cloud, domain)
    },
    person: id => userNames.get(id ?? '') ?? id ?? '',
    origin: (kind, entry) => ({
      cloud: name,
      object: { kind, id: textAt(entry, 'id') ?? '', name: textAt(entry, 'name') ?? '' },
    }),
  }
}

function namesById(entries: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(entry => {
      const [id, name] = [textAt(entry, 'id'), textAt(entry, 'name')]
      return id === undefined || name === undefined ? [] : [[id, name] as const]
    }),
  )
}
