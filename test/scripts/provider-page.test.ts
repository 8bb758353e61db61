// What the provider's page shows, used as it stands there.
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { readCloud } from '../../scripts/openstack/clouds-file.ts'
import { engineEnvironment } from '../../scripts/terraform/environment.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { exampleTree } from '../documents.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { temporaryDirectory } from './harness.ts'

const page = readFileSync(join(packageRoot, 'docs/provider.zh.md'), 'utf8')
const [, commands = ''] = /^```bash\n([\s\S]*?)^```$/m.exec(page) ?? []
const stacks = ['platform_internet', 'platform_extranet']

/** What a state holds of a stack; its lineage begins anew where it is moved to. */
function resourcesOf(stack: string) {
  return [
    {
      mode: 'managed',
      type: 'openstack_identity_project_v3',
      name: 'project',
      provider: 'provider["registry.terraform.io/terraform-provider-openstack/openstack"]',
      instances: [{ schema_version: 0, attributes: { name: stack }, sensitive_attributes: [] }],
    },
  ]
}

/** Keeps states as Terraform's HTTP backend asks of a server: path to what was written there. */
async function stateServer() {
  const kept = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const { url = '', method } = request
    const body = await text(request)
    if (method === 'POST' && !url.endsWith('/lock')) kept.set(url.replace(/\?.*/, ''), body)
    const found = kept.get(url)
    response.writeHead(method === 'GET' && found === undefined ? 404 : 200).end(found)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { kept, address: `http://127.0.0.1:${address.port}/states` }
}

function stateHome(): string {
  const home = temporaryDirectory()
  mkdirSync(join(home, 'state'))
  for (const stack of stacks) {
    const head = { version: 4, terraform_version: '1.5.0', serial: 7, lineage: stack, outputs: {} }
    const state = { ...head, resources: resourcesOf(stack) }
    writeFileSync(join(home, 'state', `${stack}.tfstate`), JSON.stringify(state))
  }
  return home
}

/** A folder with the tool, under the name that the page calls it by. */
function toolFolder(): string {
  const folder = temporaryDirectory()
  const program = join(packageRoot, 'scripts/tenantry.mjs')
  writeFileSync(join(folder, 'tenantry'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`)
  chmodSync(join(folder, 'tenantry'), 0o755)
  return folder
}

test('the clouds.yaml of the page is one that the tool reads', () => {
  const [, text = ''] = /^```yaml\n(# clouds\.yaml\n[\s\S]*?)^```$/m.exec(page) ?? []
  const folder = temporaryDirectory({ 'clouds.yaml': text })
  const environment = { OS_CLIENT_CONFIG_FILE: join(folder, 'clouds.yaml') }
  const { auth } = readCloud('internet', { environment, cwd: folder, root: packageRoot })
  expect(auth).toMatchObject({ auth_url: 'https://keystone.internet.example:5000/v3', username: 'tenantry' })
})

describe('the backends of the page', () => {
  const rows = [...page.matchAll(/^\| `(\{ type: .+? \})` \| (.+?) \|/gm)].map(
    ([, backend = '', variables = '']) => ({ backend, variables }),
  )

  test('are all that a platform may name', () => {
    const types = rows.map(({ backend }) => parse(backend).type)
    expect(types).toEqual(['local', 'pg', 's3', 'http'])
  })

  test.each(rows)('$backend fits platform.yaml', ({ backend }) => {
    const file = 'catalogue/platform.yaml'
    const text = exampleText(file).replaceAll('{ type: local }', backend)
    const { findings } = loaded(new Map([[file, text]]))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.each(rows)('$backend: terraform is given the variables that the page names', ({ variables }) => {
    const names = [...variables.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name)
    const given = Object.fromEntries(names.map(name => [name, 'x']))
    expect(engineEnvironment(given)).toMatchObject(given)
  })
})

const hasTerraform = spawnSync('terraform', ['version']).status === 0

test.runIf(hasTerraform)(
  'states are moved to a remote backend, each whole and to its own place',
  async () => {
    const { kept, address } = await stateServer()
    const root = exampleTree()
    const platform = join(root, 'catalogue/platform.yaml')
    const backend = `backend: { type: http, address: "${address}" }`
    writeFileSync(platform, readFileSync(platform, 'utf8').replaceAll('backend: { type: local }', backend))
    const home = stateHome()
    const environment = {
      PATH: [toolFolder(), dirname(process.execPath), process.env.PATH].join(delimiter),
      HOME: temporaryDirectory(),
      TENANTRY_STATE_DIR: home,
      CHECKPOINT_DISABLE: '1',
    }
    await promisify(execFile)('bash', ['-c', commands], { cwd: root, env: environment })
    expect([...kept.keys()].toSorted()).toEqual(stacks.map(stack => `/states/${stack}`).toSorted())
    for (const stack of stacks) {
      const moved = JSON.parse(kept.get(`/states/${stack}`) ?? '{}')
      expect(moved.resources).toMatchObject(resourcesOf(stack))
    }
  },
)
