// What a cloud itself has or can hold, beside what stacks make in it.
import { textAt } from '../../lib/deliver/json.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import type { OpenStack } from './client.ts'
import { ServiceError } from './service-error.ts'

export interface VolumeType {
  readonly id: string
  readonly name: string
}

/** Every volume type of a cloud by name, private ones too, asked as its administrator. */
export async function volumeTypesOf(admin: OpenStack): Promise<readonly VolumeType[]> {
  const types = await admin.list('block-storage', '/types', 'volume_types', { is_public: 'None' })
  return types
    .flatMap(type => {
      const [id = '', name] = [textAt(type, 'id'), textAt(type, 'name')]
      return name === undefined ? [] : [{ id, name }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A hanzi beyond the basic plane, as the names of places have them. */
const rareText = '𬒗'

/**
 * Whether a cloud's database takes characters beyond the basic plane. Looking such a name up does not tell: MariaDB takes
 * another text for it and answers with an empty list. So an empty security group is made in the account's own project,
 * with one in its description, read back, and removed at once.
 */
export async function holdsAnyText(admin: OpenStack): Promise<boolean> {
  const id = await made(admin)
  if (id === undefined) return false
  try {
    const { body } = await admin.request('network', 'GET', `/security-groups/${id}`)
    return textAt(body, 'security_group', 'description') === rareText
  } finally {
    await admin.request('network', 'DELETE', `/security-groups/${id}`)
  }
}

/** The id of the group; undefined where the service fails over the text, or drops the connection. */
async function made(admin: OpenStack): Promise<string | undefined> {
  const group = { name: 'tenantry-doctor', description: rareText }
  try {
    const { body } = await admin.request('network', 'POST', '/security-groups', {
      body: { security_group: group },
    })
    return textAt(body, 'security_group', 'id')
  } catch (error) {
    if (error instanceof Refusal || (error instanceof ServiceError && error.status < 500)) throw error
    return undefined
  }
}
