import { expect, it } from 'vitest'
import { removeBorn } from '../../../scripts/openstack/born.ts'
import { recordingCloud } from './recording-cloud.ts'

const rules = (...ids: readonly string[]) => ids.map(id => ({ id }))

it('takes its rules out of the group that Neutron makes, and none out of another', async () => {
  const cloud = recordingCloud({
    'network /security-groups': [
      { id: 'g', name: 'default', project_id: 'p', security_group_rules: rules('in', 'out') },
      { id: 'h', name: 'theirs', project_id: 'p', security_group_rules: rules('kept') },
      { id: 'i', name: 'default', project_id: 'q', security_group_rules: rules('of another') },
    ],
  })
  await removeBorn(cloud, ['p'])
  expect(cloud.requests.filter(line => !line.startsWith('GET'))).toEqual([
    'DELETE network /security-group-rules/in',
    'DELETE network /security-group-rules/out',
  ])
})

it('asks for nothing but a list where the group is empty', async () => {
  const cloud = recordingCloud({
    'network /security-groups': [{ id: 'g', name: 'default', project_id: 'p', security_group_rules: [] }],
  })
  await removeBorn(cloud, ['p'])
  expect(cloud.requests.filter(line => !line.startsWith('GET'))).toEqual([])
})
