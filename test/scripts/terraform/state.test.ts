import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../lib/finding/refusal.ts'
import type { Access } from '../../../scripts/terraform/session.ts'
import { readState } from '../../../scripts/terraform/state.ts'
import { filesOf, workspaceIn } from '../../../scripts/workspace/delivery-files.ts'
import { temporaryDirectory } from '../harness.ts'

const stack = { name: 'platform_internet', kind: 'platform', zone: 'internet', after: [] } as const
const remote = { terraform: { backend: { http: { address: 'http://127.0.0.1:1' } } } }
const local = { terraform: { backend: { local: { path: '../../state/platform_internet.tfstate' } } } }

/** A stack whose terraform says this to `state pull`, and fails at what `failing` names. */
function place(
  configuration: { readonly terraform: { readonly backend: object } },
  pulled = '',
  failing = '',
) {
  const script = `#!/bin/sh
case "$1" in
  ${failing === '' ? 'nothing' : failing}) echo 'Error: HTTP remote state endpoint requires auth' >&2; exit 1 ;;
  init) mkdir -p .terraform; : > .terraform.lock.hcl ;;
  state) echo 'Warning: a newer version' >&2; printf '%s' '${pulled}' ;;
esac
`
  const root = temporaryDirectory({ terraform: script })
  chmodSync(join(root, 'terraform'), 0o755)
  const workspace = workspaceIn(join(root, 'home'), root)
  const files = filesOf(workspace, stack.name)
  mkdirSync(files.directory, { recursive: true })
  mkdirSync(workspace.state, { recursive: true })
  writeFileSync(files.configuration, JSON.stringify(configuration))
  const entry = { file: 'clouds.yaml', region: undefined, interface: 'public', caFile: undefined } as const
  const access: Access = {
    engine: { program: join(root, 'terraform'), name: 'terraform', version: '1.11.4' },
    workspace,
    home: workspace,
    localZones: new Set('local' in configuration.terraform.backend ? ['internet'] : []),
    environment: { PATH: process.env.PATH },
    shrinkOf: () => undefined,
    gate: () => undefined,
    reviewedLock: undefined,
    providerLocks: new Map(),
    cloudOf: name => ({ ...entry, name, verify: true, auth: {}, secureAuth: {} }),
    signal: new AbortController().signal,
  }
  return { files, state: async () => await readState(access, stack, files) }
}

describe('the state of a stack', () => {
  test('is asked of its backend, and a warning beside it does no harm', async () => {
    const { state } = place(remote, '{"version":4,"resources":[]}')
    expect(await state()).toEqual({ version: 4, resources: [] })
  })

  test('is none where the backend has nothing of it yet', async () => {
    expect(await place(remote).state()).toBeUndefined()
    expect(await place(local).state()).toBeUndefined()
  })

  test.each([
    ['init', ''],
    ['state', ''],
    ['', '{"version":4,'],
  ])('is never taken for none where it cannot be read (%s %s)', async (failing, pulled) => {
    const caught: unknown = await place(remote, pulled, failing)
      .state()
      .catch((error: unknown) => error)
    expect(caught).toBeInstanceOf(Refusal)
    const { finding } = caught instanceof Refusal ? caught : { finding: undefined }
    expect(finding).toMatchObject({ code: 'TY6211', stack: stack.name })
  })

  test('is never taken for none where its file is half a file', async () => {
    const { files, state } = place(local)
    writeFileSync(files.state, '{"version":4,')
    await expect(state()).rejects.toThrow('TY6211')
  })
})
