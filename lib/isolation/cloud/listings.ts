// What has to be asked of a cloud for a model of it: pure data, so that whoever reads needs no list of its own.
import type { Service } from '../../resource-types/index.ts'

export type ListingName =
  | 'domains'
  | 'projects'
  | 'users'
  | 'assignments'
  | 'trusts'
  | 'ec2Keys'
  | 'networks'
  | 'subnets'
  | 'routers'
  | 'ports'
  | 'groups'
  | 'policies'
  | 'qosPolicies'
  | 'addressScopes'
  | 'addressGroups'
  | 'subnetPools'
  | 'flavors'
  | 'images'
  | 'volumes'
  | 'transfers'
  | 'applicationCredentials'
  | 'flavorAccess'
  | 'imageMembers'

export interface Listing {
  readonly name: ListingName
  readonly service: Service
  /** With `{id}` in the place of that of an entry of another listing. */
  readonly path: string
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  /** Not every cloud has it: one without answers 404, or has no such service. */
  readonly optional?: true
  /** Whoever is no administrator is not refused, and is answered with what is their own alone. */
  readonly wholeToAdministrators?: true
  /** It is asked once for each entry of another listing, or for those with this value in a field. */
  readonly each?: {
    readonly of: ListingName
    readonly where?: { readonly field: string; readonly is: string | boolean }
  }
}

const ofAll = { all_tenants: '1' }

/** Those that are asked for each entry of another stand behind it. */
export const listings: readonly Listing[] = [
  { name: 'domains', service: 'identity', path: '/domains', key: 'domains' },
  { name: 'projects', service: 'identity', path: '/projects', key: 'projects' },
  { name: 'users', service: 'identity', path: '/users', key: 'users' },
  {
    name: 'assignments',
    service: 'identity',
    path: '/role_assignments',
    key: 'role_assignments',
    query: { include_names: 'true' },
  },
  { name: 'trusts', service: 'identity', path: '/OS-TRUST/trusts', key: 'trusts', optional: true },
  // The answer holds secrets: an administrator alone is given it (`_list_credentials` of Keystone), and of each entry only
  // whose it is goes any further.
  {
    name: 'ec2Keys',
    service: 'identity',
    path: '/credentials',
    key: 'credentials',
    query: { type: 'ec2' },
    wholeToAdministrators: true,
  },
  { name: 'networks', service: 'network', path: '/networks', key: 'networks' },
  { name: 'subnets', service: 'network', path: '/subnets', key: 'subnets' },
  { name: 'routers', service: 'network', path: '/routers', key: 'routers' },
  { name: 'ports', service: 'network', path: '/ports', key: 'ports' },
  { name: 'groups', service: 'network', path: '/security-groups', key: 'security_groups' },
  { name: 'policies', service: 'network', path: '/rbac-policies', key: 'rbac_policies' },
  { name: 'qosPolicies', service: 'network', path: '/qos/policies', key: 'policies' },
  { name: 'addressScopes', service: 'network', path: '/address-scopes', key: 'address_scopes' },
  {
    name: 'addressGroups',
    service: 'network',
    path: '/address-groups',
    key: 'address_groups',
    optional: true,
  },
  { name: 'subnetPools', service: 'network', path: '/subnetpools', key: 'subnetpools' },
  {
    name: 'flavors',
    service: 'compute',
    path: '/flavors/detail',
    key: 'flavors',
    query: { is_public: 'None' },
  },
  {
    name: 'images',
    service: 'image',
    path: '/v2/images',
    key: 'images',
    query: { visibility: 'all' },
    optional: true,
  },
  { name: 'volumes', service: 'block-storage', path: '/volumes/detail', key: 'volumes', query: ofAll },
  {
    name: 'transfers',
    service: 'block-storage',
    path: '/os-volume-transfer/detail',
    key: 'transfers',
    query: ofAll,
    optional: true,
  },
  {
    name: 'applicationCredentials',
    service: 'identity',
    path: '/users/{id}/application_credentials',
    key: 'application_credentials',
    each: { of: 'users' },
  },
  {
    name: 'flavorAccess',
    service: 'compute',
    path: '/flavors/{id}/os-flavor-access',
    key: 'flavor_access',
    each: { of: 'flavors', where: { field: 'os-flavor-access:is_public', is: false } },
  },
  {
    name: 'imageMembers',
    service: 'image',
    path: '/v2/images/{id}/members',
    key: 'members',
    optional: true,
    each: { of: 'images', where: { field: 'visibility', is: 'shared' } },
  },
]
