import { expect, it } from 'vitest'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { jobsOf } from '../../stacks/job.ts'
import { synthesise } from '../../stacks/synthesise.ts'
import { loaded } from '../example-repository.ts'

const { stacks } = await synthesise(jobsOf(outlineOf(loaded().model)))
const texts = [...stacks].map(([name, text]) => ({ name, json: JSON.parse(text) }))

interface RoleData {
  readonly name: string
}

function rolesIn(json: {
  data?: { openstack_identity_role_v3?: Record<string, RoleData> }
}): readonly string[] {
  return Object.values(json.data?.openstack_identity_role_v3 ?? {}).map(({ name }) => name)
}

it('XS-31.1: no stack hands out the highest rights; they stay with the authority', () => {
  expect(new Set(texts.flatMap(({ json }) => rolesIn(json)))).toEqual(new Set(['member', 'reader']))
})

it('XS-31.2: roles go to groups of the unit alone, never to people and never to the provider', () => {
  const assignments = texts.flatMap(({ json }) =>
    Object.values(json.resource?.openstack_identity_role_assignment_v3 ?? {}),
  )
  expect(assignments.length).toBeGreaterThan(0)
  for (const assignment of assignments) {
    expect(Object.keys(Object(assignment))).toContain('group_id')
    expect(Object.keys(Object(assignment))).not.toContain('user_id')
  }
})
