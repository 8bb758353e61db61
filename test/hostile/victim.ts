// A machine with the real terraform, and a data repository on it that somebody else may write to.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Site, site } from '../deliver/delivery.ts'
import { type Ended, runHere } from '../scripts/harness.ts'

export interface Victim extends Site {
  /** What a planted command would leave. */
  readonly mark: string
  /** Writes files into the repository and commits them, ignored or not. */
  readonly plant: (files: Readonly<Record<string, string>>) => void
  readonly tenantry: (argv: readonly string[], settings?: Readonly<Record<string, string>>) => Promise<Ended>
}

/** The runner's clouds.yaml lies where OpenStack's clients look, and the command is called in the repository. */
export async function victim(): Promise<Victim> {
  const place = await site()
  const own = place.beside('.config/openstack/clouds.yaml')
  mkdirSync(dirname(own), { recursive: true })
  copyFileSync(place.beside('clouds.yaml'), own)
  const settings = process.env.TF_CLI_CONFIG_FILE ?? join(homedir(), '.terraformrc')
  if (existsSync(settings)) copyFileSync(settings, place.beside('.terraformrc'))
  const environment = { PATH: process.env.PATH ?? '', HOME: place.beside(), TF_HTTP_PASSWORD: 'secret' }
  return {
    ...place,
    mark: place.beside('mark'),
    plant: files => {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(place.path(file)), { recursive: true })
        writeFileSync(place.path(file), text, { mode: 0o755 })
      }
      commitEverything(place.root)
    },
    tenantry: async (argv, more = {}) =>
      await runHere([...argv, '--root', place.root], {
        cwd: place.root,
        environment: { ...environment, ...more },
      }),
  }
}

export function commitEverything(root: string): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
  execFileSync('git', ['-C', root, 'add', '--all', '--force'])
  execFileSync('git', ['-C', root, ...identity, 'commit', '--quiet', '--message=planted'])
}
