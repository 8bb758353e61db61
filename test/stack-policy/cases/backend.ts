import { type Case, system } from '../edits.ts'

const backend = 'terraform/backend'
const path = `${backend}/local/path`
const hash = '0123456789abcdef0123456789abcdef01234567'

/** Every setting that a type may have. */
const settings = {
  local: { path: `${system}.tfstate` },
  pg: { schema_name: system },
  s3: {
    bucket: 'state',
    key: `${system}.tfstate`,
    region: 'a',
    endpoints: { s3: 'https://s3.example' },
    use_lockfile: true,
    use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
  },
  http: {
    address: `https://state.example/${system}`,
    lock_address: `https://state.example/${system}/lock`,
    lock_method: 'POST',
    unlock_address: `https://state.example/${system}/lock`,
    unlock_method: 'DELETE',
  },
} as const

export const backendTypes: readonly Case[] = [
  { title: 'no backend', edits: { [backend]: undefined }, finds: [`TY5014 ${backend}`] },
  ...[
    ['a backend without a type', {}],
    ['a backend that is not known', { swift: { path: system } }],
    ['a backend that every object of the language has', { constructor: { path: system } }],
    ['a list of backends', [settings.local]],
    ['two backends', { local: settings.local, pg: settings.pg }],
    ['a second backend that is not known', { local: settings.local, swift: {} }],
  ].map(([title, value]) => ({
    title: String(title),
    edits: { [backend]: value },
    finds: [`TY5014 ${backend}`],
  })),
  ...Object.entries(settings).map(([type, all]) => ({
    title: `the backend ${type} with all that it may be given`,
    edits: { [backend]: { [type]: all } },
    finds: [],
  })),
  ...[
    ['local', { ...settings.local, workspace_dir: 'a' }, 'workspace_dir'],
    ['pg', { ...settings.pg, conn_str: 'postgres://u:p@h' }, 'conn_str'],
    ['s3', { ...settings.s3, secret_key: 'a' }, 'secret_key'],
    ['http', { ...settings.http, password: 'a' }, 'password'],
    ['pg', { ...settings.pg, key: system }, 'key'],
  ].map(([type, all, setting]) => ({
    title: `the backend ${type} with ${setting}`,
    edits: { [backend]: { [String(type)]: all } },
    finds: [`TY5014 ${backend}/${type}/${setting}`],
  })),
  {
    title: 'two secrets',
    edits: { [backend]: { s3: { ...settings.s3, access_key: 'a', secret_key: 'b' } } },
    finds: [`TY5014 ${backend}/s3/access_key`, `TY5014 ${backend}/s3/secret_key`],
  },
]

export const stateKeys: readonly Case[] = [
  ...[
    ['another stack’s file', '../../state/x.tfstate'],
    ['nothing', undefined],
    ['a number', 5],
    ['a list', [system]],
    ['a name cut short', `${system.slice(0, -1)}.tfstate`],
    ['a digest that is too short', `a__${hash.slice(1)}`],
    ['a digest of other letters', `a__${hash.slice(1)}g`],
    ['a digest in capitals', `a__${hash.toUpperCase()}`],
    ['a digest with something behind it', `a__${hash}.tfstate`],
    ['a digest that nothing sets apart', `a_${hash}`],
  ].map(([title, value]) => ({
    title: `${title} for a key`,
    edits: { [path]: value },
    finds: [`TY5014 ${path}`],
  })),
  { title: 'a digest for a key', edits: { [path]: `a__${hash}` }, finds: [] },
  {
    title: 'the name in another folder',
    edits: { [path]: `a/${system}/terraform.tfstate` },
    finds: [],
  },
  ...[
    ['pg', 'schema_name'],
    ['s3', 'key'],
    ['http', 'address'],
  ].map(([type, key]) => ({
    title: `the backend ${type} without ${key}`,
    edits: { [backend]: { [String(type)]: {} } },
    finds: [`TY5014 ${backend}/${type}/${key}`],
  })),
  {
    title: 'settings that are text',
    edits: { [`${backend}/local`]: system },
    finds: [`TY5014 ${path}`],
  },
]

export const statePaths: readonly Case[] = [
  ...['/var/state/', '\\\\server\\state\\', '~/', 'C:\\', 'c:', 'Z:/'].map(root => ({
    title: `a file under ${root}`,
    edits: { [path]: `${root}${system}.tfstate` },
    finds: [`TY5014 ${path}`],
  })),
  ...['', './', '../', 'a~/', 'a/', '1:', 'ab:'].map(root => ({
    title: `a file under ${root || 'the stack’s own folder'}`,
    edits: { [path]: `${root}${system}.tfstate` },
    finds: [],
  })),
  {
    title: 'an absolute path of another stack',
    edits: { [path]: '/x.tfstate' },
    finds: [`TY5014 ${path}`, `TY5014 ${path}`],
  },
  {
    title: 'a key in an object store that begins like an absolute path',
    edits: { [`${backend}`]: { s3: { ...settings.s3, key: `/${system}` } } },
    finds: [],
  },
]
