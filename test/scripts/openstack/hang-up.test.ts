import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { hangUp, untilHungUp } from '../../../scripts/openstack/hang-up.ts'
import { connect } from '../../../scripts/openstack/index.ts'
import { main } from '../../../scripts/tenantry.ts'

test('what is asked of a service that never answers ends when the command hangs up', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const called = once(server, 'connection')
  const asked = connect({
    name: 'silent',
    auth: { auth_url: `http://127.0.0.1:${port}/v3`, username: 'u', password: 'p', project_name: 'p' },
    region: undefined,
    interface: 'public',
    verify: true,
    caFile: undefined,
    file: 'clouds.yaml',
    secureAuth: {},
  })
  const ended = expect(asked).rejects.toThrow('silent')
  await called
  hangUp()
  await ended
})

test('the program hangs up once its command has answered', async () => {
  const ended = untilHungUp()
  await main(['--version'])
  expect(ended.aborted).toBe(true)
  expect(untilHungUp().aborted).toBe(false)
})
