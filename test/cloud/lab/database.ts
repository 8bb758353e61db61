// Looks into a cloud's database, for what no API tells of a project that is gone.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { textAt } from '../../../lib/deliver/json.ts'
import { ports } from './address.ts'
import { password } from './configuration.ts'

const quotas = {
  compute: 'SELECT DISTINCT project_id FROM nova_api.quotas',
  'block storage': 'SELECT DISTINCT project_id FROM cinder.quotas WHERE deleted = 0',
  network: 'SELECT DISTINCT project_id FROM neutron.quotas',
} as const

/** `<service> <project>` for each project that a service of a cloud keeps a quota for. */
export async function quotasKept(cloudsFile: string, cloud: string): Promise<readonly string[]> {
  const url = textAt(parse(readFileSync(cloudsFile, 'utf8')), 'clouds', cloud, 'auth', 'auth_url') ?? ''
  const lists = Object.entries(quotas).map(async ([service, sql]) =>
    (await rows(new URL(url).hostname, sql)).map(project => `${service} ${project}`),
  )
  return (await Promise.all(lists)).flat().sort()
}

/** The services' own driver: a client of MariaDB is in none of their packages. */
const program = `
import sys, pymysql
host, port, password, sql = sys.argv[1:]
database = pymysql.connect(host=host, port=int(port), user='openstack', password=password)
with database.cursor() as cursor:
    cursor.execute(sql)
    for row in cursor.fetchall():
        print(row[0])
`

async function rows(host: string, sql: string): Promise<readonly string[]> {
  const args = ['-c', program, host, String(ports.database), password, sql]
  const { stdout } = await promisify(execFile)('/usr/bin/python3', args)
  return stdout.split('\n').filter(line => line !== '')
}
