import type { People } from './resource-type.ts'

/** Whoever has a role on a project, by a group too, and so may have credentials for it. */
export const usersOfProject = {
  of: { service: 'identity', path: '/role_assignments', key: 'role_assignments' },
  query: { 'scope.project.id': '{owner}', effective: '1' },
  id: ['user', 'id'],
  argument: 'user_id',
} as const satisfies People

export const usersOfDomain = {
  of: { service: 'identity', path: '/users', key: 'users' },
  query: { domain_id: '{owner}' },
  id: ['id'],
  argument: 'user_id',
} as const satisfies People
