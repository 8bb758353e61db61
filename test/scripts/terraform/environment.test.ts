import { expect, test } from 'vitest'
import { outsideOf } from '../../../scripts/terraform/environment.ts'
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
