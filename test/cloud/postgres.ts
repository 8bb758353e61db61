// A PostgreSQL of its own for a test, on loopback, with nothing in it and gone afterwards.
import { type ExecFileException, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface Postgres {
  /** What terraform reads as `PG_CONN_STR`. */
  readonly connection: string
  readonly stop: () => Promise<void>
}

/** Nobody may run it as root; Debian has a user for it. */
async function account(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const found = await execute('getent', ['passwd', 'postgres']).catch(() => undefined)
  const [, , uid, gid] = found?.stdout.split(':').map(Number) ?? []
  return uid === undefined || gid === undefined ? undefined : { uid, gid }
}

/** Undefined on a machine without PostgreSQL. */
export async function openPostgres(): Promise<Postgres | undefined> {
  const user = await account()
  const initdb = await execute('initdb', ['--version']).catch((error: ExecFileException) => error)
  if (user === undefined || 'code' in initdb) return undefined
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-postgres-'))
  await chown(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  await execute('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'], {
    ...user,
    cwd: directory,
  })
  const port = await freePort()
  const options = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', directory, '-c', 'fsync=off']
  const server = spawn('postgres', options, { ...user, cwd: directory, stdio: 'ignore' })
  const connection = `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`
  for (let tries = 0; tries < 300; tries += 1) {
    const answers = await execute('psql', [connection, '-c', 'select 1']).catch(() => undefined)
    if (answers !== undefined) break
    await sleep(200)
  }
  return {
    connection,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
