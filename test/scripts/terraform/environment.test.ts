import { expect, test } from 'vitest'
import { outsideOf, programsOutside } from '../../../scripts/terraform/environment.ts'
import { temporaryDirectory } from '../harness.ts'

test('nothing of the environment leads into the repository', () => {
  const root = temporaryDirectory()
  const outside = {
    HOME: '/home/u',
    https_proxy: 'http://proxy:3128',
    TF_LOG: 'debug',
    PG_CONN_STR: 'postgres://u@h/d',
  }
  const environment = {
    ...outside,
    PATH: `${root}/bin:/usr/bin:${root}/node_modules/.bin:/bin`,
    TF_CLI_CONFIG_FILE: `${root}/.terraformrc`,
    TF_PLUGIN_CACHE_DIR: `${root}/cache`,
    SSL_CERT_FILE: `${root}/ca.pem`,
    TENANTRY_TERRAFORM: './terraform',
    PGPASSFILE: '/home/u/.pgpass',
  }
  const kept = outsideOf({ environment, root, cwd: root })
  const defined = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
  expect(defined).toEqual({ ...outside, PATH: '/usr/bin:/bin', PGPASSFILE: '/home/u/.pgpass' })
})

test.each([
  ['.:/usr/bin', '/usr/bin'],
  [':/usr/bin', '/usr/bin'],
  ['/usr/bin:', '/usr/bin'],
  ['bin:/usr/bin::./x:../y:~/z:/bin', '/usr/bin:/bin'],
  ['', undefined],
  ['.', undefined],
])('no program is looked for where somebody stands: of the PATH “%s” stays %s', (PATH, kept) => {
  const root = temporaryDirectory()
  expect(programsOutside({ environment: { PATH }, root, cwd: root }).PATH).toBe(kept)
})

test('a PATH that leads into the repository alone leaves none, which is not the same as an empty one', () => {
  const root = temporaryDirectory()
  expect(programsOutside({ environment: { PATH: `${root}/bin` }, root, cwd: '/' })).toEqual({
    PATH: undefined,
  })
})
