import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { scratchAt } from '../git/scratch.ts'
import { runHere, temporaryDirectory } from '../harness.ts'
import { withWarmCache } from '../warm-cache.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const tousu = 'tenants/datong/shichangju/tousu-jubao.yaml'
const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
const compute = 'catalogue/services/compute.yaml'
const platform = 'catalogue/platform.yaml'
const day = '2026-11-23'

/** The example tree on `main`, with a branch `change` that is checked out. */
function repository() {
  const made = scratchAt(exampleTree())
  made.git('init', '--quiet', '--initial-branch=main')
  made.commit('base')
  made.git('checkout', '--quiet', '-b', 'change')
  const environment = withWarmCache({ PATH: process.env.PATH, XDG_STATE_HOME: temporaryDirectory() })
  const run = async (...words: readonly string[]) => {
    const { status, stdout } = await runHere([...words, '--at', day], { cwd: made.root, environment })
    return { status, stdout }
  }
  const text = (file: string) => readFileSync(join(made.root, file), 'utf8')
  return {
    ...made,
    run,
    text,
    replace: (file: string, before: string, after: string) => {
      if (!text(file).includes(before)) throw new Error(`${file} does not hold ${before}`)
      writeFileSync(join(made.root, file), text(file).replace(before, after))
    },
    append: (file: string, lines: string) => writeFileSync(join(made.root, file), `${text(file)}${lines}`),
    /** What `validate --base` finds beyond notes, and the notes about the base itself. */
    judged: async (base = 'main') => {
      const { status, stdout } = await run('validate', '--base', base, '--json')
      const found: {
        code: string
        severity: string
        file: string
        message: { en: string }
        fix?: { message: { en: string } }
      }[] = JSON.parse(stdout).findings
      const errors = found.filter(({ severity }) => severity === 'error')
      return {
        status,
        errors: errors.map(({ code, file }) => `${code} ${file}`),
        fixes: errors.map(({ fix }) => fix?.message.en ?? ''),
        notes: found.filter(({ code }) => /^TY402/.test(code)).map(({ code }) => code),
      }
    },
  }
}

const tested = '  - event: periodic-test-done\n    on: 2026-11-20\n    source: { forge: gitea, change: 90 }\n'

describe('a branch that is behind its target', () => {
  it('is not held to what others merged meanwhile, and is told so in one line', async () => {
    const made = repository()
    made.replace(xueji, 'note: 全县学校经政务外网办理', 'note: 改动')
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.append(tousu, tested)
    made.commit()
    made.git('checkout', '--quiet', 'change')
    expect(await made.judged()).toEqual({ status: 0, errors: [], fixes: [], notes: ['TY4020'] })
  })

  it('is judged where the target has not moved on, without a line', async () => {
    const made = repository()
    made.replace(xueji, 'note: 全县学校经政务外网办理', 'note: 改动')
    made.commit()
    expect((await made.judged()).notes).toEqual([])
  })

  it('is still found to take away what it takes away', async () => {
    const made = repository()
    rmSync(join(made.root, xueji))
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.append(tousu, tested)
    made.commit()
    made.git('checkout', '--quiet', 'change')
    expect((await made.judged()).errors).toEqual([`TY4002 ${xueji}`])
  })

  it('is refused where it conflicts with the target, until that was merged', async () => {
    const made = repository()
    made.replace(xueji, 'note: 全县学校经政务外网办理', 'note: 一')
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.replace(xueji, 'note: 全县学校经政务外网办理', 'note: 二')
    made.commit()
    made.git('checkout', '--quiet', 'change')
    expect((await made.judged()).errors).toEqual([`TY4021 ${xueji}`])
  })

  it('is merged line by line where both sides changed one file', async () => {
    const made = repository()
    made.replace(xueji, 'note: 全县学校经政务外网办理', 'note: 一')
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.replace(xueji, 'name: 中小学学籍管理系统（示例）', 'name: 中小学学籍系统（示例）')
    made.commit()
    made.git('checkout', '--quiet', 'change')
    expect(await made.judged()).toMatchObject({ status: 0, errors: [], notes: ['TY4020'] })
  })

  it('is found to drop an event that the target got meanwhile', async () => {
    const made = repository()
    made.append(tousu, tested.replace('change: 90', 'change: 91'))
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.append(tousu, tested)
    made.commit()
    made.git('checkout', '--quiet', 'change')
    expect((await made.judged()).errors).toEqual([`TY4021 ${tousu}`])
  })
})

describe('two branches that take the same network', () => {
  /** Both clean alone; the first is merged, and the second is checked out. */
  async function second() {
    const made = repository()
    for (const name of ['xin-a', 'xin-b']) {
      made.git('checkout', '--quiet', '-B', name, 'main')
      const file = `tenants/xishuangbanna/jiuye-zhongxin/${name}.yaml`
      made.write(
        file,
        made
          .text(jiuye)
          .replace('id: jiuye-fuwu', `id: ${name}`)
          .replaceAll(/^ {4}network: .*\n/gm, ''),
      )
      expect((await made.run('allocate', 'xishuangbanna', '--write')).status).toBe(0)
      made.commit()
      expect(await made.judged()).toMatchObject({ status: 0, errors: [] })
    }
    made.git('checkout', '--quiet', 'main')
    made.git('merge', '--quiet', 'xin-a')
    made.git('checkout', '--quiet', 'xin-b')
    return made
  }

  it('are told apart at the second one’s check, which one command mends', async () => {
    const made = await second()
    const { status, errors, fixes } = await made.judged()
    expect(status).toBe(1)
    expect(new Set(errors)).toEqual(new Set(['TY3205 tenants/xishuangbanna/jiuye-zhongxin/xin-b.yaml']))
    const [command = ''] = fixes[0]?.match(/tenantry allocate .*/) ?? []
    expect(command).toBe('tenantry allocate xishuangbanna/jiuye-zhongxin/xin-b --base main --write')
    const { status: allocated } = await made.run(...command.split(' ').slice(1))
    expect(allocated).toBe(0)
    expect(await made.judged()).toMatchObject({ status: 0, errors: [] })
    made.commit()
    made.git('checkout', '--quiet', 'main')
    made.git('merge', '--quiet', '--message=m', 'xin-b')
    expect((await made.run('validate')).status).toBe(0)
  })
})

describe('a target branch that is broken', () => {
  const broken = (made: ReturnType<typeof repository>, file: string, before: string, after: string) => {
    made.git('checkout', '--quiet', 'main')
    made.replace(file, before, after)
    made.commit('broken')
    made.git('checkout', '--quiet', '-B', 'change', 'main')
  }

  it('is mended by a change that does nothing else', async () => {
    const made = repository()
    broken(made, xueji, 'origin: migrated', 'orign: migrated')
    made.replace(xueji, 'orign: migrated', 'origin: migrated')
    made.commit()
    expect(await made.judged()).toMatchObject({ status: 0, errors: [], notes: ['TY4023'] })
  })

  it.each([
    ['rewrites history', 'on: 2023-05-15', 'on: 2023-05-14', 'TY4001'],
    [
      'takes more than was granted',
      '- { item: evs.sas, quantity: 300 }',
      '- { item: evs.sas, quantity: 400 }',
      'TY4003',
    ],
  ])('lets no change through that mends it and %s', async (_what, before, after, code) => {
    const made = repository()
    broken(made, xueji, 'origin: migrated', 'orign: migrated')
    made.replace(xueji, 'orign: migrated', 'origin: migrated')
    made.replace(xueji, before, after)
    made.commit()
    const { errors } = await made.judged()
    expect(errors).toContain(`${code} ${xueji}`)
  })

  it('lets no removal of what cannot be read through', async () => {
    const made = repository()
    broken(made, xueji, 'origin: migrated', 'orign: migrated')
    rmSync(join(made.root, xueji))
    made.commit()
    expect((await made.judged()).errors).toEqual([`TY4002 ${xueji}`])
  })

  it.each([
    ['its platform', platform, 'zones:', 'zone:'],
    ['an item that manifests name', compute, 'id: ecs.domestic.4c8g', 'id: ecs.domestic.5c8g'],
    ['a file that is no YAML', compute, 'items:', 'items: ['],
  ])('judges the mending of %s by the commit before it', async (_what, file, before, after) => {
    const made = repository()
    broken(made, file, before, after)
    made.replace(file, after, before)
    made.commit()
    expect(await made.judged()).toMatchObject({ status: 0, errors: [] })
    made.replace(xueji, 'on: 2023-05-15', 'on: 2023-05-14')
    made.commit()
    expect((await made.judged()).errors).toContain(`TY4001 ${xueji}`)
  })

  it('is compared with nothing where it could never be read', async () => {
    const made = scratchAt(exampleTree())
    made.git('init', '--quiet', '--initial-branch=main')
    const path = join(made.root, xueji)
    const sound = readFileSync(path, 'utf8')
    writeFileSync(path, sound.replace('origin: migrated', 'orign: migrated'))
    made.commit()
    made.git('checkout', '--quiet', '-b', 'change')
    writeFileSync(path, sound)
    made.commit()
    const { status, stdout } = await runHere(['validate', '--base', 'main', '--json', '--at', day], {
      cwd: made.root,
      environment: { PATH: process.env.PATH },
    })
    const errors = JSON.parse(stdout).findings.filter(
      ({ severity }: { severity: string }) => severity === 'error',
    )
    expect(errors.map(({ code, file }: { code: string; file: string }) => [code, file])).toEqual([
      ['TY4022', xueji],
    ])
    expect(status).toBe(1)
  })

  it('is not held against a change that leaves the broken file alone', async () => {
    const made = repository()
    broken(made, tousu, 'origin:', 'orign:')
    made.replace(xueji, 'on: 2023-05-15', 'on: 2023-05-14')
    made.commit()
    const { errors, notes } = await made.judged()
    expect(errors).toContain(`TY4001 ${xueji}`)
    expect(notes).toEqual([])
  })
})

describe('a target branch without a catalogue', () => {
  it('is judged by the commit that had one', async () => {
    const made = repository()
    const text = made.text(platform)
    made.git('checkout', '--quiet', 'main')
    rmSync(join(made.root, platform))
    made.commit('broken')
    made.git('checkout', '--quiet', '-B', 'change', 'main')
    made.write(platform, text)
    made.commit()
    expect(await made.judged()).toMatchObject({ status: 0, errors: [], notes: ['TY4023'] })
    made.replace(xueji, 'on: 2023-05-15', 'on: 2023-05-14')
    made.commit()
    expect((await made.judged()).errors).toContain(`TY4001 ${xueji}`)
  })

  it('is compared with nothing where nothing was there at all', async () => {
    const made = scratchAt(exampleTree())
    made.git('init', '--quiet', '--initial-branch=main')
    made.git('commit', '--quiet', '--allow-empty', '--message=first')
    made.git('checkout', '--quiet', '-b', 'change')
    made.commit()
    const environment = { PATH: process.env.PATH }
    const words = ['validate', '--base', 'main', '--at', day]
    expect((await runHere(words, { cwd: made.root, environment })).status).toBe(0)
  })
})

describe('the pins of the provider', () => {
  const pins = (version: string, more = '') =>
    `# This file is maintained automatically.\nprovider "example.org/openstack" {\n  version = "${version}"\n  hashes = [\n    "h1:abc=",${more}\n  ]\n}\n`
  const lock = 'catalogue/terraform.lock.hcl'

  function pinned() {
    const made = repository()
    made.git('checkout', '--quiet', 'main')
    made.write(lock, pins('3.4.0'))
    made.commit('pinned')
    made.git('checkout', '--quiet', '-B', 'change', 'main')
    return made
  }

  it.each([
    ['another version', pins('3.3.0')],
    ['another checksum', pins('3.4.0', '\n    "h1:def=",')],
    ['none', undefined],
  ])('are not changed to %s by the way', async (_what, text) => {
    const made = pinned()
    if (text === undefined) rmSync(join(made.root, lock))
    else made.write(lock, text)
    made.commit()
    expect((await made.judged()).errors).toEqual([`TY4027 ${lock}`])
  })

  it('may be written with other comments and blanks', async () => {
    const made = pinned()
    made.write(
      lock,
      pins('3.4.0').replace('# This', '# reviewed\n\n# This').replace('  version', '    version'),
    )
    made.commit()
    expect((await made.judged()).errors).toEqual([])
  })

  it('are not brought in by the way where something has been delivered without', async () => {
    const made = repository()
    made.write(lock, pins('3.4.0'))
    made.commit()
    expect((await made.judged()).errors).toEqual([`TY4027 ${lock}`])
  })
})
