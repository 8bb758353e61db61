import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** What every repository needs before it is clean. */
export const catalogue: Readonly<Record<string, string>> = {
  'catalogue/platform.yaml': 'kind: Platform\n',
  'catalogue/services/compute.yaml': 'kind: Services\n',
  'catalogue/jurisdictions/ningwu.yaml': 'kind: Jurisdiction\n',
}

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tenantry-read-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A data repository of the given files, removed after the test. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder()
  for (const [file, content] of Object.entries(files)) write(root, file, content)
  return root
}

export function write(root: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
}
