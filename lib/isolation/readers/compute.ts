import type { Readers } from './reader.ts'

export const computeReaders: Readers = {
  openstack_compute_flavor_access_v2: ({ part, origin, identity, unread }, { accesses }) => {
    const project = identity('tenant_id')
    const flavor = part.attributes.flavor_id
    if (typeof flavor !== 'string') unread('flavor_id')
    else if (project !== undefined) accesses.push({ flavor, project, origin })
  },
}
