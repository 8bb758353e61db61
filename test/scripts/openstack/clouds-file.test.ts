import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCloud } from '../../../scripts/openstack/index.ts'
import { refusalOf, temporaryDirectory } from '../harness.ts'

const entry = (url: string, more = '') =>
  `clouds: { internet: { ${more}auth: { auth_url: "${url}", username: u, project_name: p } } }`

function machine(files: Readonly<Record<string, string>>) {
  const directory = temporaryDirectory({ 'repository/catalogue/platform.yaml': '', ...files })
  const at = (file: string) => join(directory, file)
  const read = (environment: Readonly<Record<string, string>> = {}) =>
    readCloud('internet', {
      environment: { HOME: at('home'), ...environment },
      cwd: at('repository'),
      root: at('repository'),
    })
  return { at, read }
}

const own = 'home/.config/openstack/clouds.yaml'

describe('clouds.yaml', () => {
  test('may be a link, and is refused at once where it is a pipe, whose end nobody knows', () => {
    const { at, read } = machine({ 'mine.yaml': entry('http://own') })
    mkdirSync(dirname(at(own)), { recursive: true })
    symlinkSync(at('mine.yaml'), at(own))
    expect(read().auth.auth_url).toBe('http://own')
    execFileSync('mkfifo', [at('pipe')])
    expect(refusalOf(() => read({ OS_CLIENT_CONFIG_FILE: at('pipe') }))).toBe('TY6006')
    expect(refusalOf(() => read({ OS_CLIENT_CONFIG_FILE: '/dev/zero' }))).toBe('TY6006')
  })

  test('of the data repository and of the current directory is never read', () => {
    const planted = {
      'repository/clouds.yaml': entry('http://attacker'),
      'repository/secure.yaml': entry('http://attacker'),
      'repository/.config/openstack/clouds.yaml': entry('http://attacker'),
    }
    expect(refusalOf(machine(planted).read)).toBe('TY6005')
    const { read } = machine({ ...planted, [own]: entry('http://own') })
    expect(read().auth.auth_url).toBe('http://own')
    expect(read().secureAuth).toEqual({})
    expect(refusalOf(() => machine(planted).read({ HOME: '' }))).toBe('TY6005')
  })

  test('is refused where the environment names one of the repository, by whatever path', () => {
    const { at, read } = machine({
      'repository/clouds.yaml': entry('http://attacker'),
      [own]: entry('http://own'),
    })
    symlinkSync(at('repository/clouds.yaml'), at('link.yaml'))
    symlinkSync(at('home'), at('repository/out'))
    for (const named of [
      at('repository/clouds.yaml'),
      'clouds.yaml',
      at('link.yaml'),
      at(`repository/out/.config/openstack/clouds.yaml`),
    ])
      expect(refusalOf(() => read({ OS_CLIENT_CONFIG_FILE: named }))).toBe('TY6028')
    expect(refusalOf(() => read({ HOME: at('repository/out') }))).toBe('TY6028')
    expect(read({ OS_CLIENT_CONFIG_FILE: at(own) }).auth.auth_url).toBe('http://own')
  })

  test('is completed from secure.yaml beside it and from where the environment says, but not from the repository', () => {
    const secret = 'clouds: { internet: { auth: { password: secret } } }'
    const { at, read } = machine({
      [own]: entry('http://own'),
      'repository/secure.yaml': secret,
      'apart.yaml': secret,
    })
    expect(read().auth.password).toBeUndefined()
    expect(read({ OS_CLIENT_SECURE_FILE: at('apart.yaml') }).secureAuth).toEqual({ password: 'secret' })
    expect(refusalOf(() => read({ OS_CLIENT_SECURE_FILE: at('repository/secure.yaml') }))).toBe('TY6028')
    symlinkSync(at('repository/secure.yaml'), join(dirname(at(own)), 'secure.yaml'))
    expect(refusalOf(read)).toBe('TY6028')
  })

  test('may not trust an authority of the repository', () => {
    const { at, read } = machine({ 'repository/ca.pem': '', 'ca.pem': '' })
    mkdirSync(dirname(at(own)), { recursive: true })
    writeFileSync(at(own), entry('http://own', `cacert: ${at('repository/ca.pem')}, `))
    expect(refusalOf(read)).toBe('TY6028')
    writeFileSync(at(own), entry('http://own', `cacert: ${at('ca.pem')}, `))
    expect(read().caFile).toBe(at('ca.pem'))
  })
})
