import { join } from 'node:path'
import { ports } from './address.ts'

/** One cloud of the lab: where it listens and where it keeps everything. */
export interface Cloud {
  readonly name: string
  readonly address: string
  /** Configuration, databases, logs and images. */
  readonly directory: string
  /** Where the paste pipelines were unpacked; shared by all clouds. */
  readonly packages: string
}

/** Of the cloud's admin, its service users and its database. The clouds listen on loopback and last minutes. */
export const password = 'labpass'
export const computeHost = 'fake-compute-1'

export type Section = Readonly<Record<string, string | number | boolean>>
export type Sections = Readonly<Record<string, Section>>

export const databases = [
  'keystone',
  'placement',
  'glance',
  'neutron',
  'nova',
  'nova_api',
  'nova_cell0',
  'cinder',
] as const

// PyMySQL of Debian 12 does not know the name utf8mb3, which is what the databases use.
export function databaseUrl(cloud: Cloud, name: (typeof databases)[number]): string {
  const server = `openstack:${password}@${cloud.address}:${ports.database}`
  return `mysql+${isOfThreads(name) ? 'mysqldb' : 'pymysql'}://${server}/${name}?charset=utf8`
}

/** The others are of green threads, where the driver written in C, which waits for all of them, may wait for its own. */
function isOfThreads(name: (typeof databases)[number]): boolean {
  return name === 'keystone' || name === 'placement'
}

export function url(cloud: Cloud, service: keyof typeof ports): string {
  return `http://${cloud.address}:${ports[service]}`
}

export function configFile(cloud: Cloud, service: Configured): string {
  // Glance's WSGI application takes a directory and looks for this name in it.
  return join(cloud.directory, 'etc', service, service === 'glance' ? 'glance-api.conf' : `${service}.conf`)
}

/** Every configuration file of a cloud: path and text. */
export function configurationFiles(cloud: Cloud): readonly (readonly [file: string, text: string])[] {
  return configured.flatMap(
    service =>
      [
        [configFile(cloud, service), configurationText(cloud, service)],
        // Without a policy file of its own a service would look in /etc, where another installation may have one.
        [join(cloud.directory, 'etc', service, 'policy.yaml'), '{}\n'],
      ] as const,
  )
}

/** The configuration of a service; with settings that are added to it, or take the place of its own. */
export function configurationText(cloud: Cloud, service: Configured, extra: Sections = {}): string {
  const own = configurations[service](cloud)
  const added = Object.entries(extra).map(([name, section]) => [name, { ...own[name], ...section }] as const)
  return ini({ ...own, ...Object.fromEntries(added) })
}

const configured = ['keystone', 'placement', 'glance', 'neutron', 'nova', 'cinder'] as const
export type Configured = (typeof configured)[number]

const configurations: Readonly<Record<Configured, (cloud: Cloud) => Sections>> = {
  keystone: cloud => ({
    DEFAULT: logging(cloud, 'keystone'),
    // The default cost makes every password check take a quarter of a second.
    identity: { password_hash_rounds: 4 },
    token: { provider: 'fernet', expiration: 86_400 },
    fernet_tokens: { key_repository: keys(cloud, 'fernet') },
    fernet_receipts: { key_repository: keys(cloud, 'fernet') },
    credential: { key_repository: keys(cloud, 'credential') },
    // A backend that hands out the very object would keep what Keystone takes out of it: a credential without its blob.
    cache: { enabled: true, backend: 'dogpile.cache.memory_pickle' },
    ...common(cloud, 'keystone'),
  }),
  placement: cloud => ({
    DEFAULT: logging(cloud, 'placement'),
    api: { auth_strategy: 'keystone' },
    placement_database: { connection: databaseUrl(cloud, 'placement') },
    ...common(cloud, 'placement'),
    ...tokenChecks(cloud, 'placement', 'placement'),
  }),
  glance: cloud => ({
    DEFAULT: { ...logging(cloud, 'glance'), enabled_backends: 'fs:file' },
    glance_store: { default_backend: 'fs' },
    fs: { filesystem_store_datadir: data(cloud, 'glance/images') },
    os_glance_staging_store: { filesystem_store_datadir: data(cloud, 'glance/staging') },
    os_glance_tasks_store: { filesystem_store_datadir: data(cloud, 'glance/tasks') },
    paste_deploy: { flavor: 'keystone', config_file: pasteOfGlance(cloud).to },
    ...common(cloud, 'glance'),
    ...tokenChecks(cloud, 'glance', 'image'),
  }),
  neutron: cloud => ({
    DEFAULT: {
      ...logging(cloud, 'neutron'),
      host: computeHost,
      state_path: data(cloud, 'neutron'),
      bind_host: cloud.address,
      bind_port: ports.neutron,
      api_workers: 0,
      api_paste_config: join(cloud.packages, 'neutron-common/usr/share/neutron-common/api-paste.ini'),
      auth_strategy: 'keystone',
      core_plugin: 'ml2',
      service_plugins: 'router,qos',
      transport_url: 'fake:///',
      notify_nova_on_port_status_changes: true,
      notify_nova_on_port_data_changes: true,
    },
    ml2: {
      type_drivers: 'local,flat,vlan,vxlan',
      tenant_network_types: 'vxlan',
      mechanism_drivers: 'openvswitch',
      extension_drivers: 'port_security,qos',
    },
    ml2_type_flat: { flat_networks: '*' },
    ml2_type_vlan: { network_vlan_ranges: 'public:1:4094' },
    ml2_type_vxlan: { vni_ranges: '1:100000' },
    securitygroup: { enable_security_group: true },
    // Whoever runs the tool owns a policy for each system with a way out; Neutron lets a project own ten.
    quotas: { quota_rbac_policy: -1 },
    ...common(cloud, 'neutron'),
    ...tokenChecks(cloud, 'neutron', 'network'),
    nova: account(cloud, 'nova'),
    placement: account(cloud, 'placement'),
  }),
  nova: cloud => ({
    DEFAULT: {
      ...logging(cloud, 'nova'),
      host: computeHost,
      state_path: data(cloud, 'nova'),
      instances_path: data(cloud, 'nova/instances'),
      transport_url: 'fake:///',
      compute_driver: 'fake.FakeDriver',
      enabled_apis: 'osapi_compute',
      osapi_compute_listen: cloud.address,
      osapi_compute_listen_port: ports.nova,
      osapi_compute_workers: 1,
      my_ip: cloud.address,
      // Up to a minute of random delay would keep the scheduler from finding the compute host.
      periodic_fuzzy_delay: 0,
    },
    api: { auth_strategy: 'keystone' },
    wsgi: { api_paste_config: join(cloud.packages, 'nova-common/usr/share/nova-common/api-paste.ini') },
    conductor: { workers: 1 },
    // Stands in for `nova-manage cell_v2 discover_hosts`, which an operator would run once.
    scheduler: { workers: 1, discover_hosts_in_cells_interval: 5 },
    vnc: { enabled: false },
    glance: { region_name: cloud.name },
    cinder: { os_region_name: cloud.name },
    api_database: { connection: databaseUrl(cloud, 'nova_api') },
    ...common(cloud, 'nova'),
    ...tokenChecks(cloud, 'nova', 'compute'),
    service_user: { ...account(cloud, 'nova'), send_service_user_token: true },
    placement: account(cloud, 'placement'),
    neutron: account(cloud, 'neutron'),
  }),
  cinder: cloud => ({
    DEFAULT: {
      ...logging(cloud, 'cinder'),
      host: 'fake-block-1',
      state_path: data(cloud, 'cinder'),
      my_ip: cloud.address,
      transport_url: 'fake:///',
      auth_strategy: 'keystone',
      api_paste_config: join(cloud.packages, 'cinder-common/usr/share/cinder-common/api-paste.ini'),
      resource_query_filters_file: join(cloud.packages, 'cinder-common/etc/cinder/resource_filters.json'),
      osapi_volume_listen: cloud.address,
      osapi_volume_listen_port: ports.cinder,
      osapi_volume_workers: 1,
      // The scheduler sleeps one interval before it reports itself up.
      periodic_interval: 10,
      periodic_fuzzy_delay: 0,
      enabled_backends: 'fake',
      default_volume_type: '__DEFAULT__',
    },
    fake: { volume_driver: 'cinder.tests.fake_driver.FakeLoggingVolumeDriver', volume_backend_name: 'fake' },
    coordination: { backend_url: `file://${data(cloud, 'cinder/coordination')}` },
    ...common(cloud, 'cinder'),
    ...tokenChecks(cloud, 'cinder', 'volumev3'),
    nova: account(cloud, 'nova'),
    service_user: { ...account(cloud, 'cinder'), send_service_user_token: true },
  }),
}

/** Glance's paste pipeline, which has to lie beside its configuration. */
export function pasteOfGlance(cloud: Cloud): { readonly from: string; readonly to: string } {
  const name = 'glance-api-paste.ini'
  return {
    from: join(cloud.packages, 'glance-common/usr/share/glance-common', name),
    to: join(cloud.directory, 'etc/glance', name),
  }
}

/** Directories that have to exist before the services start. */
export function dataDirectories(cloud: Cloud): readonly string[] {
  const services = configured.map(service => data(cloud, join(service, 'lock')))
  const stores = ['glance/images', 'glance/staging', 'glance/tasks', 'nova/instances', 'cinder/coordination']
  return [
    ...services,
    ...stores.map(name => data(cloud, name)),
    keys(cloud, 'fernet'),
    keys(cloud, 'credential'),
  ]
}

export function data(cloud: Cloud, name: string): string {
  return join(cloud.directory, 'var', name)
}

function keys(cloud: Cloud, kind: 'fernet' | 'credential'): string {
  return data(cloud, `keystone/${kind}-keys`)
}

function logging(cloud: Cloud, service: string): Section {
  return { log_file: join(cloud.directory, 'log', `${service}.log`), use_stderr: false }
}

function common(cloud: Cloud, service: Configured): Sections {
  return {
    oslo_concurrency: { lock_path: data(cloud, `${service}/lock`) },
    oslo_messaging_notifications: { driver: 'noop' },
    oslo_policy: { policy_file: join(cloud.directory, 'etc', service, 'policy.yaml') },
    database: { connection: databaseUrl(cloud, service) },
  }
}

function account(cloud: Cloud, username: string): Section {
  return {
    auth_url: `${url(cloud, 'keystone')}/v3`,
    auth_type: 'password',
    project_domain_name: 'Default',
    user_domain_name: 'Default',
    project_name: 'service',
    username,
    password,
    region_name: cloud.name,
  }
}

/** @param type of the service, without which credentials that name the calls they are for are refused */
function tokenChecks(cloud: Cloud, username: string, type: string): Sections {
  return {
    keystone_authtoken: {
      ...account(cloud, username),
      www_authenticate_uri: `${url(cloud, 'keystone')}/v3`,
      service_type: type,
      service_token_roles: 'service',
      service_token_roles_required: true,
    },
  }
}

function ini(sections: Sections): string {
  return Object.entries(sections)
    .map(([name, section]) => {
      const lines = Object.entries(section).map(([key, value]) => `${key} = ${value}\n`)
      return `[${name}]\n${lines.join('')}`
    })
    .join('\n')
}
