import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printers } from '../../../lib/finding/printers/index.ts'
import { committedTree, exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** The example tree, with a key of one system misspelt. */
function brokenRepository(): string {
  const root = exampleTree()
  misspell(root)
  return root
}

const file = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'

function misspell(root: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace('\npurpose:', '\npurpos:'))
}

function mend(root: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace('\npurpos:', '\npurpose:'))
}

describe('validate', () => {
  test('finds no error in the example tree', async () => {
    const { status, stdout, stderr } = await runHere(['validate'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/(?:^|\n)\d+ files checked: (?!.*error).+\.\n$/)
  })

  test('shows a misspelt key where it stands, with what was meant, and ends with status 1', async () => {
    const { status, stdout } = await runHere(['validate', '--root', brokenRepository()])
    expect(status).toBe(1)
    expect(stdout).toMatch(/jiuye-fuwu\.yaml:\d+:1: error TY2\d{3}: /)
    expect(stdout).toMatch(/│ purpos: 政务服务\n.*│ \^{6}\n/)
    expect(stdout).toContain('purpose')
  })

  test.each([
    'catalogue/services/network.yaml',
    'catalogue/jurisdictions/datong.yaml',
    'catalogue/platform.yaml',
    'tenants/xishuangbanna/rensheju/unit.yaml',
    'tenants/xishuangbanna/gonganju/huji-guanli.yaml',
  ])('keeps quiet about what %s would have said while it cannot be read', async broken => {
    const root = exampleTree()
    writeFileSync(join(root, broken), `${readFileSync(join(root, broken), 'utf8')}\n: [\n`)
    const { status, stdout } = await runHere(['validate', '--json'], { cwd: root })
    expect(status).toBe(1)
    // Of a text that is a draft, or whose days nobody has looked up, the example is warned in any case.
    const always = ['TY4113']
    const findings: readonly { code: string; file: string; severity: string }[] = JSON.parse(stdout).findings
    const grave = findings.filter(({ code, severity }) => severity !== 'info' && !always.includes(code))
    expect(new Set(grave.map(({ file }) => file))).toEqual(new Set([broken]))
  })

  test.each(['tenants/xishuangbanna/rensheju/unit.yaml', 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'])(
    'tells of %s the first hundred problems and how many more there are',
    async broken => {
      const root = exampleTree()
      const keys = Array.from({ length: 130 }, (_, index) => `zz${index}: 1\n`).join('')
      writeFileSync(join(root, broken), readFileSync(join(root, broken), 'utf8') + keys)
      const { stdout } = await runHere(['validate', '--json'], { cwd: root })
      const findings: readonly { code: string; file: string }[] = JSON.parse(stdout).findings
      const own = findings.filter(({ file }) => file === broken).map(({ code }) => code)
      expect([own.length, own.at(-1)]).toEqual([101, 'TY2031'])
    },
  )

  test('shows only what is found below the paths given', async () => {
    const root = brokenRepository()
    const other = await runHere(['validate', 'tenants/ningwu/weijianju'], { cwd: root })
    expect(other.status).toBe(0)
    expect(other.stdout).toMatch(/^\d files checked: (?!.*error)/m)
    const own = await runHere(['validate', 'jiuye-zhongxin/jiuye-fuwu.yaml'], {
      cwd: join(root, 'tenants/xishuangbanna'),
    })
    expect(own.status).toBe(1)
    expect(own.stdout).toMatch(/1 file checked: 1 error\.\n$/)
  })

  test.each(['tenants/nowhere', '/etc/passwd', '..'])('says that %s is not in the repository', async path => {
    const { status, stderr } = await runHere(['validate', path])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY9014: /)
  })

  test('tells paths from where it was called, so that they can be opened', async () => {
    const root = brokenRepository()
    const { stdout } = await runHere(['validate'], { cwd: join(root, 'tenants/xishuangbanna') })
    expect(stdout).toMatch(/^jiuye-zhongxin\/jiuye-fuwu\.yaml:/m)
  })

  test('tells paths from the git repository around it to forges', async () => {
    const outer = temporaryDirectory({ '.git/HEAD': '' })
    cpSync(brokenRepository(), join(outer, 'data'), { recursive: true })
    const { stdout } = await runHere(['validate', '--root', 'data', '--format', 'github'], { cwd: outer })
    expect(stdout).toContain(`::error file=data/${file},line=`)
  })

  test.each(printers.map(({ name }) => name))('--format %s carries the finding', async format => {
    const { status, stdout } = await runHere(['validate', '--root', brokenRepository(), '--format', format])
    expect(status).toBe(1)
    expect(stdout).toMatch(/TY2\d{3}/)
    expect(stdout).toContain('jiuye-fuwu.yaml')
  })

  test('--json is the json format', async () => {
    const root = brokenRepository()
    const [a, b] = [
      await runHere(['validate', '--root', root, '--json']),
      await runHere(['validate', '--root', root, '--format', 'json']),
    ]
    expect(a).toEqual(b)
    const { findings, summary } = JSON.parse(a.stdout)
    expect(summary.error).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ file, severity: 'error', path: ['purpos'] }))
  })

  test('--out writes the chosen form to a file and text to the terminal, coloured only there', async () => {
    const root = brokenRepository()
    const { stdout } = await runHere(['validate', '--format', 'gitlab', '--out', 'report.json'], {
      cwd: root,
      terminal: true,
    })
    expect(stdout).toContain('\u001b[')
    const issues: readonly { location: { path: string } }[] = JSON.parse(
      readFileSync(join(root, 'report.json'), 'utf8'),
    )
    expect(issues.map(({ location }) => location.path)).toContain(file)
  })

  test('--json stays JSON on the terminal when another form goes to a file', async () => {
    const out = join(temporaryDirectory(), 'report.sarif')
    const { stdout } = await runHere(['validate', '--json', '--format', 'sarif', '--out', out])
    expect(JSON.parse(stdout).tool).toBe('tenantry')
    expect(JSON.parse(readFileSync(out, 'utf8')).version).toBe('2.1.0')
  })

  test('colours neither with --no-colour nor with NO_COLOR', async () => {
    const root = brokenRepository()
    const plain = await runHere(['validate', '--root', root, '--no-colour'], { terminal: true })
    const asked = await runHere(['validate', '--root', root], {
      terminal: true,
      environment: { NO_COLOR: '1' },
    })
    expect(plain.stdout).not.toContain('\u001b[')
    expect(asked.stdout).not.toContain('\u001b[')
  })

  test('--watch checks again after a change, until it is interrupted', async () => {
    const root = brokenRepository()
    const controller = new AbortController()
    const summaries: string[] = []
    const onOutput = (text: string) => {
      summaries.push(text.trimEnd().split('\n').at(-1) ?? '')
      if (summaries.length === 1) mend(root)
      if (summaries.length === 2) controller.abort()
    }
    const { status } = await runHere(['validate', '--watch', '--root', root], {
      signal: controller.signal,
      onOutput,
    })
    expect(summaries[0]).toContain('1 error')
    expect(summaries[1]).not.toContain('error')
    expect(status).toBe(0)
  })
})

function emptyCommit(cwd: string): string {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd, encoding: 'utf8' }).trim()
  git('init', '--quiet')
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
  return git(...identity, 'commit-tree', '-m', 'nothing', git('mktree'))
}

describe('validate --watch', () => {
  /** Does one thing after each output, and tells the last line of each. */
  async function watchedWhile(root: string, acts: readonly (() => void)[]): Promise<string[]> {
    const controller = new AbortController()
    const lines: string[] = []
    const onOutput = (text: string) => {
      lines.push(text.trimEnd().split('\n').at(-1) ?? '')
      const act = acts[lines.length - 1]
      if (act === undefined) controller.abort()
      else act()
    }
    await runHere(['validate', '--watch', '--root', root], { signal: controller.signal, onOutput })
    return lines
  }

  test('sees a folder that was taken away and brought back, as git does it', async () => {
    const root = exampleTree()
    const [tenants, away] = [join(root, 'tenants'), join(root, '.away')]
    const lines = await watchedWhile(root, [
      () => renameSync(tenants, away),
      () => renameSync(away, tenants),
      () => misspell(root),
    ])
    expect(lines[1]).not.toBe(lines[0])
    expect(lines[2]).toBe(lines[0])
    expect(lines[3]).toContain('1 error')
  })

  test('goes on while the catalogue is away', async () => {
    const root = exampleTree()
    const [catalogue, away] = [join(root, 'catalogue'), join(root, '.away')]
    const lines = await watchedWhile(root, [
      () => renameSync(catalogue, away),
      () => renameSync(away, catalogue),
    ])
    expect(lines[1]).toContain('TY9008')
    expect(lines[2]).toBe(lines[0])
  })

  test('sees a file that an editor writes beside it and renames', async () => {
    const root = brokenRepository()
    const lines = await watchedWhile(root, [
      () => {
        const path = join(root, file)
        const mended = readFileSync(path, 'utf8').replace('\npurpos:', '\npurpose:')
        renameSync(path, `${path}~`)
        writeFileSync(path, mended)
        rmSync(`${path}~`)
      },
    ])
    expect(lines[0]).toContain('1 error')
    expect(lines[1]).not.toContain('error')
  })
})

describe('validate --base', () => {
  const environment = { PATH: process.env.PATH }
  const codesOf = (stdout: string): string[] =>
    JSON.parse(stdout).findings.map(({ code }: { code: string }) => code)

  test('tells a manifest that can no longer be read from one that was removed', async () => {
    const cwd = committedTree()
    misspell(cwd)
    const misspelt = await runHere(['validate', '--base', 'HEAD', '--json'], { cwd, environment })
    expect(codesOf(misspelt.stdout)).toContain('TY2001')
    expect(codesOf(misspelt.stdout)).not.toContain('TY4002')
    rmSync(join(cwd, file))
    const removed = await runHere(['validate', '--base', 'HEAD', '--json'], { cwd, environment })
    expect(removed.status).toBe(1)
    expect(codesOf(removed.stdout)).toContain('TY4002')
  })

  test('has nothing to compare with where the catalogue is new', async () => {
    const cwd = exampleTree()
    const { status } = await runHere(['validate', '--base', emptyCommit(cwd)], { cwd, environment })
    expect(status).toBe(0)
  })

  test('says that git is missing rather than the version', async () => {
    const environment = { PATH: temporaryDirectory() }
    const { status, stderr } = await runHere(['validate', '--base', 'HEAD'], {
      cwd: committedTree(),
      environment,
    })
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY9104: .+\n$/)
  })
})
