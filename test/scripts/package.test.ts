// The package as a user gets it: packed, installed into an empty folder, and run from there.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot, toolVersion } from '../../scripts/workspace/package-root.ts'
import { temporaryDirectory } from './harness.ts'

const minutes = 60_000
const npmFor = { encoding: 'utf8', env: { ...process.env, npm_config_update_notifier: 'false' } } as const

interface Packed {
  readonly files: readonly { readonly path: string }[]
}

test('has every file that another of its files imports, starts or reads', () => {
  const listed = execFileSync('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], {
    ...npmFor,
    cwd: packageRoot,
    maxBuffer: 64 * 1024 * 1024,
  })
  // One package, in a list or under its name, as this or that npm has it.
  const [packed]: Packed[] = Object.values(JSON.parse(listed))
  const files = new Set(packed?.files.map(({ path }) => path))
  const own = [...files].filter(file => /^(?:dist|scripts)\/.*\.m?js$/.test(file))
  expect(own.length).toBeGreaterThan(100)
  const named = own.flatMap(file => {
    const text = readFileSync(join(packageRoot, file), 'utf8')
    const imported = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
      join(dirname(file), target),
    )
    // Below the package’s own folder, as what is no module is found.
    const opened = !file.startsWith('dist/scripts/')
      ? []
      : [...text.matchAll(/join\(packageRoot, '([^']+)'\)/g)].map(([, target = '']) => target)
    return [...imported, ...opened].map(target => ({ file, target }))
  })
  expect(named.map(({ target }) => target)).toContain('scripts/terraform/supervise.sh')
  const missing = named.filter(({ target }) => !files.has(target))
  expect(missing.map(({ file, target }) => `${file} needs ${target}`)).toEqual([])
})

/** Without a registry, and nothing kept of it, no package can be installed anywhere. */
const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENOTCACHED|ENETUNREACH/

test('is whole: it makes a repository, takes a request and synthesises on a bare machine, where npm lists what it is made of', {
  timeout: 8 * minutes,
}, ({ skip }) => {
  const bare = temporaryDirectory()
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', bare], {
    ...npmFor,
    cwd: packageRoot,
  })
  const [packed = ''] = readdirSync(bare)
  expect(packed).toBe(`tenantry-${toolVersion()}.tgz`)
  writeFileSync(join(bare, 'package.json'), '{ "name": "release", "version": "1.0.0", "private": true }\n')
  const install = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    `./${packed}`,
  ]
  const installed = spawnSync('npm', install, { ...npmFor, cwd: bare })
  if (installed.status !== 0 && unreachable.test(installed.stderr)) skip('no registry is reached from here')
  expect({ status: installed.status, stderr: installed.stderr }).toEqual({ status: 0, stderr: '' })

  const tool = (line: readonly string[]) => {
    const environment = { PATH: process.env.PATH, HOME: bare, LANG: 'C.UTF-8' }
    return spawnSync(join(bare, 'node_modules/.bin/tenantry'), [...line], {
      encoding: 'utf8',
      cwd: bare,
      env: environment,
    })
  }
  const at = ['--root', 'data', '--at', '2026-11-23']
  expect(tool(['init', 'data', '--jurisdiction', 'datong'])).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(join(bare, 'data/catalogue/tenantry.version'), 'utf8')).toBe(`${toolVersion()}\n`)
  const system = ['--name', '新系统', '--origin', 'new', '--purpose', '内部管理', '--mlps', '2']
  const asked = ['--service', 'extranet:ecs.domestic.4c8g=1', '--contact', '张三,0350-0000123']
  const [unit = ''] = readdirSync(join(bare, 'data/tenants/datong'))
  expect(tool(['new', 'system', `datong/${unit}/xin`, ...system, ...asked, ...at]).status).toBe(0)
  expect(tool(['run', ...at, '--json']).status).toBe(1)
  expect(tool(['validate', `data/tenants/datong/${unit}/xin.yaml`, ...at, '--lang', 'en']).stdout).toContain(
    'TY4201',
  )
  // Nothing of a machine is there to deliver by, which is said, and is no defect.
  expect(tool(['doctor', '--root', 'data']).status).toBe(3)
  expect(tool(['explain', 'TY1327'])).toMatchObject({ status: 0, stderr: '' })
  expect(tool(['schema', '--check', '--root', 'data'])).toMatchObject({ status: 0, stderr: '' })
  const sbom = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { ...npmFor, cwd: bare })
  const { components }: { components: { name: string }[] } = JSON.parse(sbom)
  const { dependencies }: { dependencies: object } = JSON.parse(
    readFileSync(join(packageRoot, 'package.json'), 'utf8'),
  )
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['tenantry', ...Object.keys(dependencies)]),
  )
  expect(components.map(({ name }) => name)).not.toContain('vitest')
  // Ten thousand files: more than the hook after the tests has time for.
  rmSync(join(bare, 'node_modules'), { recursive: true })
})
