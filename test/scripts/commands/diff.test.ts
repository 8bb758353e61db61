import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { commitAll } from '../../commit-all.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const address = 'ningwu/jiaoyuju/xueji-guanli'
const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'

interface Answer {
  readonly before: { readonly commit?: string; readonly on: string }
  readonly after: { readonly commit?: string; readonly on: string }
  readonly differences: readonly { readonly kind: string; readonly subject: string }[]
  readonly stacks: readonly {
    readonly name: string
    readonly kind: string
    readonly resources: Readonly<Record<'made' | 'changed' | 'removed', readonly string[]>>
  }[]
}

/** A data repository of one jurisdiction, committed. */
function repository(jurisdiction = 'ningwu') {
  const root = join(temporaryDirectory(), 'repository')
  for (const folder of ['catalogue', `tenants/${jurisdiction}`])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  commitAll(root)
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
  const edit = (file: string, before: string, after: string) => {
    const text = readFileSync(join(root, file), 'utf8')
    if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
    writeFileSync(
      join(root, file),
      text.replace(before, () => after),
    )
  }
  const diff = async (...words: readonly string[]) => {
    const ended = await runHere(['diff', ...words, '--root', root, '--json', '--no-cache'])
    const answer = (): Answer => JSON.parse(ended.stdout)
    return { ...ended, answer }
  }
  return { root, git, edit, diff }
}

describe('diff', () => {
  test('tells nothing where only comments, blanks and the order of keys differ', async () => {
    const { edit, diff } = repository()
    edit(manifest, 'kind: System\n', 'kind: System # 系统\n\n')
    edit('catalogue/platform.yaml', 'kind: Platform\n', '# 平台\nkind: Platform\n')
    const { status, answer } = await diff()
    expect(status).toBe(0)
    expect([answer().differences, answer().stacks]).toEqual([[], []])
  })

  test('names the one stack that a rule of one system changes, and the rule in it', async () => {
    const { edit, diff, git } = repository()
    edit(manifest, '[22, 3306]', '[22, 3306, 6379]')
    const { answer } = await diff()
    const { before, after, differences, stacks } = answer()
    expect([before.commit, after.commit]).toEqual([git('rev-parse', 'HEAD'), undefined])
    expect(differences.map(({ kind, subject }) => [kind, subject])).toEqual([['opening', address]])
    expect(stacks.map(({ name, kind }) => [name, kind])).toEqual([[stack, 'changed']])
    const [{ resources } = expect.fail('no stack')] = stacks
    expect(resources.removed).toEqual([])
    expect(
      resources.made.every(resource => resource.startsWith('openstack_networking_secgroup_rule_v2.')),
    ).toBe(true)
    expect(resources.made.length).toBeGreaterThan(0)
  })

  test('names the stacks of systems that let in another, when the network of that becomes another', async () => {
    const { edit, diff } = repository('xishuangbanna')
    const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
    edit(shebao, 'ipv4: 10.96.1.0/26', 'ipv4: 10.96.9.0/26')
    const { answer } = await diff()
    expect(new Set(answer().differences.map(({ subject }) => subject))).toEqual(
      new Set(['xishuangbanna/rensheju/shebao-jingban']),
    )
    expect(answer().stacks.map(({ name }) => name)).toContain(
      'system_extranet_xishuangbanna_gonganju_huji-guanli',
    )
  })

  test('goes from where a branch left the other, so that what the other has got since is no part of it', async () => {
    const { git, edit, diff, root } = repository()
    git('checkout', '--quiet', '-b', 'change')
    edit(manifest, '[22, 3306]', '[22]')
    commitAll(root)
    const head = git('rev-parse', 'HEAD')
    git('checkout', '--quiet', '-')
    const main = git('rev-parse', '--abbrev-ref', 'HEAD')
    edit(manifest, 'source: ', 'source:  ')
    edit('tenants/ningwu/weijianju/jiankang-dangan.yaml', 'kind: System\n', 'kind: System # 改\n')
    commitAll(root)
    const { answer } = await diff(`${main}..change`)
    expect(answer().after.commit).toBe(head)
    expect(new Set(answer().differences.map(({ subject }) => subject))).toEqual(new Set([address]))
  })

  test('lists every stack of a system that comes and goes', async () => {
    const { git, diff, root } = repository()
    git('rm', '--quiet', manifest)
    commitAll(root)
    const gone = (await diff('HEAD~1..HEAD')).answer()
    expect(gone.stacks.map(({ name, kind }) => [name, kind])).toContainEqual([stack, 'removed'])
    git('checkout', '--quiet', 'HEAD~1', '--', manifest)
    commitAll(root)
    const back = (await diff('HEAD~1..HEAD')).answer()
    expect(back.stacks.map(({ name, kind }) => [name, kind])).toContainEqual([stack, 'made'])
  })

  test('compares two days of the same files', async () => {
    const { diff } = repository()
    const { answer } = await diff('--from', '2020-01-01', '--to', '2026-11-23')
    expect([answer().before.on, answer().after.on]).toEqual(['2020-01-01', '2026-11-23'])
    expect(answer().stacks.map(({ name, kind }) => [name, kind])).toContainEqual([stack, 'made'])
  })

  test('compares nothing with what cannot be read', async () => {
    const { edit, diff, root } = repository()
    edit(manifest, 'kind: System\n', 'kind: [System\n')
    for (const words of [[], ['--from', '2026-11-01', '--to', '2026-11-02']]) {
      const here = await diff(...words)
      expect([here.status, here.stdout]).toEqual([1, expect.stringContaining('TY4022')])
    }
    commitAll(root)
    const { status, stdout } = await diff('HEAD..HEAD')
    expect(status).toBe(1)
    expect(stdout).toContain('TY4022')
  })
})

describe('diff refuses', () => {
  let diff: ReturnType<typeof repository>['diff']
  beforeAll(() => {
    diff = async (...words) => {
      const ended = await runHere(['diff', ...words, '--json'])
      return { ...ended, answer: () => expect.fail('no answer') }
    }
  })

  test.each([
    [['HEAD...HEAD'], 'TY9050'],
    [['..HEAD'], 'TY9050'],
    [['HEAD..'], 'TY9050'],
    [['a..b..c'], 'TY9050'],
    [['HEAD', '--from', '2026-01-01'], 'TY9050'],
    [['--to', '2026-01-01'], 'TY9004'],
    [['--from', '2026-02-30'], 'TY9007'],
  ] as const)('%j with %s', async (words, code) => {
    const { status, stdout } = await diff(...words)
    expect(status).toBe(2)
    expect(stdout).toContain(code)
  })
})
