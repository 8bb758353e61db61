// Brings one cloud up: Keystone, Placement, Glance, Neutron, Nova and Cinder, all real but for what would touch
// hardware (hypervisor, volume backend, network agents). No message broker: each project is one process, and
// oslo.messaging's `fake:///` carries its messages inside it.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect as connectSocket } from 'node:net'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ports } from './address.ts'
import {
  type Cloud,
  configFile,
  configurationFiles,
  configurationText,
  data,
  databases,
  databaseUrl,
  dataDirectories,
  password,
  pasteOfGlance,
  type Sections,
  url,
} from './configuration.ts'
import { runOnce, startService, stopService, waitFor, waitForHttp } from './processes.ts'
import { registerServices, waitForAgents } from './registration.ts'

const python = '/usr/bin/python3'

export async function startCloud(cloud: Cloud): Promise<void> {
  await writeFiles(cloud)
  await startDatabase(cloud)
  await prepareKeystone(cloud)
  startWsgi(cloud, 'keystone', launcher('wsgi_keystone.py'), 'OS_KEYSTONE_CONFIG_DIR')
  // Schema changes are the longest part and CPU bound: two chains, as many as a small machine has cores.
  const nova = prepareNova(cloud)
  const others = prepareOthers(cloud)
  await Promise.all([nova, others, waitForHttp(cloud, 'keystone', `${url(cloud, 'keystone')}/v3`)])
  await registerServices(cloud)
  startWsgi(cloud, 'placement', '/usr/bin/placement-api', 'OS_PLACEMENT_CONFIG_DIR')
  startWsgi(cloud, 'glance', launcher('wsgi_glance.py'), 'OS_GLANCE_CONFIG_DIR')
  startPython(cloud, 'neutron')
  startPython(cloud, 'cinder')
  // Nova's compute service reports to Placement when it starts, and gives up for a minute if nobody answers.
  await waitForHttp(cloud, 'placement', `${url(cloud, 'placement')}/`)
  startPython(cloud, 'nova')
  await Promise.all(
    (['glance', 'neutron', 'cinder', 'nova'] as const).map(name =>
      waitForHttp(cloud, name, `${url(cloud, name)}/`),
    ),
  )
  await waitForAgents(cloud)
  await rows(cloud, 'keep')
}

/** Has the databases hold again what they held when the cloud came up, and waits until its services are seen at work. */
export async function restoreRows(cloud: Cloud): Promise<void> {
  await rows(cloud, 'restore')
  await waitForAgents(cloud)
}

async function rows(cloud: Cloud, order: 'keep' | 'restore'): Promise<void> {
  const place = [cloud.address, String(ports.database), password]
  await runOnce(cloud, `rows-${order}`, [
    python,
    launcher('rows.py'),
    ...place,
    order,
    join(cloud.directory, 'rows'),
  ])
}

/** Starts Neutron anew, with settings beside those that it has by itself; without any, as it was at first. */
export async function restartNeutron(cloud: Cloud, extra: Sections): Promise<void> {
  await stopService(cloud, 'neutron')
  await writeFile(configFile(cloud, 'neutron'), configurationText(cloud, 'neutron', extra))
  startPython(cloud, 'neutron')
  await waitForHttp(cloud, 'neutron', `${url(cloud, 'neutron')}/`)
}

async function writeFiles(cloud: Cloud): Promise<void> {
  const directories = ['log', 'var/mariadb', 'var/mariadb-tmp'].map(name => join(cloud.directory, name))
  for (const directory of [...directories, ...dataDirectories(cloud)]) {
    await mkdir(directory, { recursive: true, mode: 0o700 })
  }
  for (const [file, text] of configurationFiles(cloud)) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const paste = pasteOfGlance(cloud)
  await copyFile(paste.from, paste.to)
}

async function startDatabase(cloud: Cloud): Promise<void> {
  const user = `--user=${userInfo().username}`
  const directory = data(cloud, 'mariadb')
  const log = '--innodb-log-file-size=16M'
  // A server that starts removes whatever temporary tables it finds: in /tmp, those of the other cloud's.
  const temporary = `--tmpdir=${data(cloud, 'mariadb-tmp')}`
  // What mariadb-install-db does; that script needs programs of a package that is not installed.
  const share = '/usr/share/mysql'
  const tables = ['mysql_system_tables', 'mysql_performance_tables', 'mysql_system_tables_data']
  const sql = await Promise.all(tables.map(name => readFile(join(share, `${name}.sql`), 'utf8')))
  const start =
    'create database mysql;\nuse mysql;\nSET @skip_auth_anonymous=1;\nSET @auth_root_socket=NULL;\n'
  await runOnce(
    cloud,
    'mariadb-bootstrap',
    [
      '/usr/sbin/mariadbd',
      '--no-defaults',
      '--bootstrap',
      user,
      `--datadir=${directory}`,
      temporary,
      log,
      `--lc-messages-dir=${share}`,
    ],
    { input: start + sql.join('') },
  )
  const initial = join(cloud.directory, 'etc/databases.sql')
  await writeFile(initial, initialSql())
  startService(cloud, 'mariadb', [
    '/usr/sbin/mariadbd',
    '--no-defaults',
    user,
    `--datadir=${directory}`,
    temporary,
    log,
    // Relative to the data directory: a socket's path is limited to a hundred bytes.
    '--socket=mariadb.sock',
    `--bind-address=${cloud.address}`,
    `--port=${ports.database}`,
    `--init-file=${initial}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
    '--skip-log-bin',
    '--performance-schema=OFF',
    '--max-connections=400',
    '--skip-name-resolve',
  ])
  await waitFor(`${cloud.name}: mariadb`, 60_000, () => greets(cloud.address, ports.database))
}

function initialSql(): string {
  const create = databases.map(name => `CREATE DATABASE ${name} CHARACTER SET utf8mb3;`)
  const user = `CREATE USER 'openstack'@'%' IDENTIFIED BY '${password}';`
  return [user, "GRANT ALL PRIVILEGES ON *.* TO 'openstack'@'%';", ...create, ''].join('\n')
}

/** The server speaks first, and only after the init file was carried out; a mere connection says too little. */
function greets(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connectSocket({ host, port, timeout: 2_000 })
  const answer = (result: boolean) => () => {
    socket.destroy()
    resolve(result)
  }
  socket.once('data', answer(true)).once('error', answer(false)).once('timeout', answer(false))
  return promise
}

async function prepareKeystone(cloud: Cloud): Promise<void> {
  const manage = (...args: readonly string[]) =>
    runOnce(cloud, 'keystone-manage', [
      '/usr/bin/keystone-manage',
      '--config-file',
      configFile(cloud, 'keystone'),
      ...args,
    ])
  const { username, gid } = userInfo()
  const owner = ['--keystone-user', username, '--keystone-group', String(gid)]
  const endpoint = `${url(cloud, 'keystone')}/v3/`
  await manage('db_sync')
  await manage('fernet_setup', ...owner)
  await manage('credential_setup', ...owner)
  await manage(
    'bootstrap',
    ...['--bootstrap-password', password, '--bootstrap-region-id', cloud.name],
    ...[
      '--bootstrap-admin-url',
      endpoint,
      '--bootstrap-internal-url',
      endpoint,
      '--bootstrap-public-url',
      endpoint,
    ],
  )
}

/** A project's management command from its library: the packages with the programs are not installed. */
function manageCommand(
  cloud: Cloud,
  service: 'glance' | 'nova' | 'cinder',
  ...args: readonly string[]
): Promise<void> {
  const code = `import sys; from ${service}.cmd.manage import main; sys.exit(main())`
  return runOnce(cloud, `${service}-manage`, [
    python,
    '-c',
    code,
    '--config-file',
    configFile(cloud, service),
    ...args,
  ])
}

async function prepareNova(cloud: Cloud): Promise<void> {
  const manage = (...args: readonly string[]) => manageCommand(cloud, 'nova', ...args)
  await manage('api_db', 'sync')
  await manage('cell_v2', 'map_cell0', '--database_connection', databaseUrl(cloud, 'nova_cell0'))
  await manage('db', 'sync')
  await manage(
    ...['cell_v2', 'create_cell', '--name', 'cell1'],
    ...['--database_connection', databaseUrl(cloud, 'nova'), '--transport-url', 'fake:///'],
  )
}

async function prepareOthers(cloud: Cloud): Promise<void> {
  const placement = configFile(cloud, 'placement')
  await runOnce(
    cloud,
    'placement-manage',
    ['/usr/bin/placement-manage', '--config-file', placement, 'db', 'sync'],
    {
      OS_PLACEMENT_CONFIG_DIR: dirname(placement),
    },
  )
  await manageCommand(cloud, 'glance', 'db_sync')
  await manageCommand(cloud, 'cinder', 'db', 'sync')
  const neutron =
    'import sys; sys.argv[0] = "neutron-db-manage"; from neutron.db.migration.cli import main; sys.exit(main())'
  await runOnce(cloud, 'neutron-db-manage', [
    python,
    '-c',
    neutron,
    '--config-file',
    configFile(cloud, 'neutron'),
    'upgrade',
    'heads',
  ])
}

type WsgiService = 'keystone' | 'placement' | 'glance'

const threads = ['--processes', '1', '--threads', '4']

/**
 * Glance makes eventlet's locks of Python's: where two threads meet at one, both wait for ever, and all that is asked after
 * them. Each of its processes is asked for one thing at a time.
 */
const workers: Readonly<Record<WsgiService, readonly string[]>> = {
  keystone: threads,
  placement: threads,
  glance: ['--master', '--no-orphans', '--lazy-apps', '--processes', '2'],
}

function startWsgi(cloud: Cloud, name: WsgiService, file: string, variable: string): void {
  startService(
    cloud,
    name,
    [
      '/usr/bin/uwsgi',
      ...['--plugins', 'python3', '--http-socket', `${cloud.address}:${ports[name]}`, '--wsgi-file', file],
      ...workers[name],
      ...['--pythonpath', dirname(launcher('statements.py'))],
      ...['--enable-threads', '--need-app', '--die-on-term'],
      ...['--buffer-size', '65535', '--listen', '64', '--disable-logging'],
      // Without it, clients use a connection again that uwsgi has closed: "connection reset by peer".
      ...['--add-header', 'Connection: close'],
      // Images are uploaded in one chunk; the default limit of 1 MB ends in an error 500.
      ...['--chunked-input-limit', '67108864', '--chunked-input-timeout', '60'],
    ],
    { [variable]: dirname(configFile(cloud, name)) },
  )
}

function startPython(cloud: Cloud, name: 'neutron' | 'nova' | 'cinder'): void {
  startService(cloud, name, [python, launcher(`run_${name}.py`), '--config-file', configFile(cloud, name)], {
    LAB_ADDRESS: cloud.address,
  })
}

function launcher(file: string): string {
  return fileURLToPath(new URL(`services/${file}`, import.meta.url))
}
