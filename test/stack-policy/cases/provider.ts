import type { Case } from '../edits.ts'

const required = 'terraform/required_providers'
const version = `${required}/openstack/version`
const only = { cloud: 'a', region: 'b' }

export const providerRequirements: readonly Case[] = [
  ...[
    'example/openstack',
    'terraform-provider-openstack/openstack2',
    'registry.example/terraform-provider-openstack/openstack',
    undefined,
  ].map(source => ({
    title: `the source ${source ?? 'left out'}`,
    edits: { [`${required}/openstack/source`]: source },
    finds: [`TY5013 ${required}`],
  })),
  {
    title: 'a provider more',
    edits: { [`${required}/external`]: { source: 'hashicorp/external' } },
    finds: [`TY5013 ${required}`],
  },
  {
    title: 'another name for the provider',
    edits: {
      [required]: { os: { source: 'terraform-provider-openstack/openstack', version: '3.4.0' } },
    },
    finds: [`TY5013 ${required}`, `TY5013 ${required}`],
  },
  {
    title: 'a version alone',
    edits: { [`${required}/openstack`]: '3.4.0' },
    finds: [`TY5013 ${required}`, `TY5013 ${required}`],
  },
  { title: 'no provider', edits: { [required]: {} }, finds: [`TY5013 ${required}`, `TY5013 ${required}`] },
  ...['>= 3.4.0', '~> 3.4.0', '3.4', '3', '3.4.0-rc1', 'v3.4.0', '3.4.0.1', '3.4.', '.4.0', '3..0'].map(
    text => ({
      title: `the version ${text}`,
      edits: { [version]: text },
      finds: [`TY5013 ${required}`],
    }),
  ),
  { title: 'a version left out', edits: { [version]: undefined }, finds: [`TY5013 ${required}`] },
  ...['3.4.1', '10.20.30', '0.0.0'].map(text => ({
    title: `the version ${text}`,
    edits: { [version]: text },
    finds: [],
  })),
]

export const providerConfigurations: readonly Case[] = [
  ...[
    ['no configuration', undefined],
    ['an empty list of configurations', []],
    ['two clouds', [only, { ...only, alias: 'b' }]],
    ['a configuration outside a list', only],
    ['a text for a configuration', ['a']],
    ['nothing for a configuration', [null]],
    ['a list for a configuration', [['a']]],
  ].map(([title, value]) => ({
    title: String(title),
    edits: { 'provider/openstack': value },
    finds: ['TY5013 provider'],
  })),
  { title: 'no provider block', edits: { provider: undefined }, finds: ['TY5013 provider'] },
  { title: 'a second provider', edits: { 'provider/aws': [{}] }, finds: ['TY5013 provider'] },
  ...[
    ['a password', { ...only, password: 'x' }],
    ['certificates unchecked', { ...only, insecure: true }],
    ['no cloud', { region: 'b' }],
    ['no region', { cloud: 'a' }],
    ['an empty cloud', { ...only, cloud: '' }],
    ['an empty region', { ...only, region: '' }],
    ['an address in place of a region', { cloud: 'a', auth_url: 'https://a' }],
    ['nothing in it', {}],
  ].map(([title, value]) => ({
    title: `a configuration with ${title}`,
    edits: { 'provider/openstack': [value] },
    finds: ['TY5013 provider/openstack/[0]'],
  })),
  {
    title: 'a configuration of another cloud, its region first',
    edits: { 'provider/openstack': [{ region: 'b', cloud: 'a' }] },
    finds: [],
  },
]
