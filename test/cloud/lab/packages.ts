// OpenStack as Debian packages it: the libraries are installed, the service packages with their users, debconf
// questions and init scripts are not. The few files of those that are needed (paste pipelines) are unpacked aside.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Nobody is there to answer questions, and what is read from the output must not be translated. */
function run(program: string, args: readonly string[], cwd?: string): Promise<{ readonly stdout: string }> {
  return execute(program, args, {
    cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  })
}

const installed = [
  'python3-keystone',
  'python3-placement',
  'python3-glance',
  'python3-neutron',
  'python3-nova',
  'python3-cinder',
  'python3-pymysql',
  'python3-mysqldb',
  // Rows in C.
  'python3-sqlalchemy-ext',
  'uwsgi-core',
  'uwsgi-plugin-python3',
  'mariadb-server-core',
] as const

/** Which packages are unpacked, and the library whose version each has to match. */
const unpacked = {
  'glance-common': 'python3-glance',
  'neutron-common': 'python3-neutron',
  'nova-common': 'python3-nova',
  'cinder-common': 'python3-cinder',
} as const

/**
 * Installs what is missing, and unpacks the paste pipelines under `directory`.
 * @returns why the lab cannot run on this machine, in one line; undefined when it can.
 */
export async function preparePackages(directory: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'the lab runs on Linux only'
  const found = await run('dpkg-query', ['--version']).catch(() => undefined)
  if (found === undefined) return 'the lab is made of Debian packages, and this machine has no dpkg'
  const missing = await missingPackages()
  if (missing.length > 0 && process.getuid?.() !== 0) {
    return `not root, and these packages are missing: ${missing.join(' ')}`
  }
  try {
    await install(missing)
    for (const [name, library] of Object.entries(unpacked)) {
      await unpack(name, await versionOf(library), join(directory, name))
    }
    return undefined
  } catch (error) {
    return `these packages cannot be had: ${missing.join(' ') || Object.keys(unpacked).join(' ')} (${lastLine(error)})`
  }
}

async function install(missing: readonly string[]): Promise<void> {
  if (missing.length === 0) return
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing])
}

/** Of what a failed program wrote, the line that says most. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.trim().split('\n').at(-1) ?? ''
}

async function unpack(name: string, version: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true })
  const download = await mkdtemp(`${into}-`)
  const fetch = () => run('apt-get', ['download', '-q', `${name}=${version}`], download)
  // The lists may be older than the archive: then the version is only found after an update.
  await fetch().catch(() => run('apt-get', ['update', '-qq']).then(fetch))
  const [archive] = await readdir(download)
  if (archive === undefined) throw new Error(`${name} ${version} was not downloaded`)
  await run('dpkg-deb', ['-x', join(download, archive), into])
  await rm(download, { recursive: true })
}

async function missingPackages(): Promise<readonly string[]> {
  const present = await Promise.all(installed.map(name => versionOf(name).catch(() => '')))
  return installed.filter((_, index) => present[index] === '')
}

async function versionOf(name: string): Promise<string> {
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Version}', name])
  const [status, version] = stdout.split(' ')
  return status === 'installed' && version !== undefined ? version : ''
}
