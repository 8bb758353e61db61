import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileStart, finding } from '../../../lib/finding/finding.ts'
import { codes as readCodes } from '../../../lib/read/index.ts'
import { unseenNetworks } from '../../../scripts/workspace/unseen-networks.ts'
import { exampleTree } from '../../documents.ts'
import { exampleText } from '../../example-repository.ts'
import { scratchAt } from '../git/scratch.ts'
import { runHere } from '../harness.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const huji = 'tenants/xishuangbanna/gonganju/huji-guanli.yaml'

/** The example tree, in which the systems of these files have no networks. */
function treeWithout(...files: readonly string[]): string {
  const root = exampleTree()
  for (const file of files) edit(root, file, text => text.replaceAll(/ {4}network: .*\n/g, ''))
  return root
}

function edit(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))
}

function given(stdout: string): string[] {
  return JSON.parse(stdout).allocations.map(
    ({ zone, cidr }: { zone: { id: string }; cidr: string }) => `${zone.id} ${cidr}`,
  )
}

describe('allocate', () => {
  test('shows what it would give and touches nothing', async () => {
    const root = treeWithout(shebao)
    const before = readFileSync(join(root, shebao), 'utf8')
    const { status, stdout, stderr } = await runHere(['allocate', '--root', root])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('xishuangbanna/rensheju/shebao-jingban  Internet zone  10.64.0.192/26\n')
    expect(readFileSync(join(root, shebao), 'utf8')).toBe(before)
  })

  test('enters the networks, and then lacks none', async () => {
    const root = treeWithout(shebao)
    const written = await runHere(['allocate', 'xishuangbanna/rensheju', '--write', '--root', root, '--json'])
    expect({ status: written.status, stderr: written.stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(written.stdout).written).toBe(true)
    expect(readFileSync(join(root, shebao), 'utf8')).toContain(
      '\n    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n',
    )
    const again = await runHere(['allocate', '--write', '--root', root, '--json'])
    expect(JSON.parse(again.stdout)).toMatchObject({ written: false, allocations: [], findings: [] })
  })

  test('leaves alone the networks of a manifest that is broken', async () => {
    const root = treeWithout(shebao)
    const free = await runHere(['allocate', '--root', root, '--json'])
    edit(root, huji, text =>
      text.replace('\npurpose:', '\npurpos:').replace(/ipv4: 10\.96\.\S+?([,} ])/, 'ipv4: 10.96.1.0/26$1'),
    )
    const { stdout } = await runHere(['allocate', '--root', root, '--json'])
    expect(given(free.stdout)).toContain('extranet 10.96.1.0/26')
    expect(given(stdout)).not.toContain('extranet 10.96.1.0/26')
    edit(root, huji, text => `${text}\n  : [`)
    expect(given((await runHere(['allocate', '--root', root, '--json'])).stdout)).toEqual(given(stdout))
  })

  test('gives nothing while a manifest is too large to look into', async () => {
    const root = treeWithout(shebao)
    edit(root, huji, text => text + '#'.repeat(300_000))
    const { status, stderr } = await runHere(['allocate', '--write', '--root', root])
    expect(status).toBe(1)
    expect(stderr).toContain('TY3222')
    expect(readFileSync(join(root, shebao), 'utf8')).not.toContain('network:')
  })

  test('gives nothing while a folder cannot be looked into, for it may hold any network', () => {
    const at = (file: string) => ({ file, range: fileStart, path: [] })
    const found = ['tenants/zhejiang/shuiliting', 'catalogue/services'].map(file =>
      finding(readCodes.unreadable, at(file), { message: { zh: '', en: '' } }),
    )
    const unseen = unseenNetworks('/', { documents: [], files: [], findings: found })
    expect(unseen.findings.map(({ code, file }) => [code, file])).toEqual([
      ['TY3222', 'tenants/zhejiang/shuiliting'],
    ])
  })

  test('says what is still wrong with a manifest that it wrote', async () => {
    const root = treeWithout(shebao)
    edit(root, shebao, text => text.replace('classified: false', 'classified: true'))
    const { status, stdout, stderr } = await runHere(['allocate', '--write', '--root', root])
    expect(status).toBe(1)
    expect(stdout).toContain('written')
    expect(stderr).toContain('TY3507')
  })

  test('writes into no manifest where one cannot be edited without changing more, and says what to enter', async () => {
    const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
    const made = scratchAt(treeWithout(shebao, jiuye))
    const { root, checkout } = made
    const give = (file: string, network: string) =>
      edit(root, file, text => text.replace(/ {2}internet:\n/, `  internet:\n    network:${network}\n`))
    made.git('init', '--quiet', '--initial-branch=main')
    made.commit()
    made.git('checkout', '--quiet', '-b', 'change')
    give(shebao, '\n      ipv4: |-\n        10.64.0.192/26')
    made.commit()
    made.git('checkout', '--quiet', 'main')
    give(jiuye, ' { ipv4: 10.64.0.192/26 }')
    made.commit()
    made.git('checkout', '--quiet', 'change')
    const before = [shebao, jiuye].map(file => readFileSync(join(root, file), 'utf8'))
    const words = ['allocate', '--write', '--base', 'main', '--root', root, '--at', '2026-11-23']
    const { status, stdout, stderr } = await runHere(words, { environment: checkout.environment })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^error TY1019: tenants\/xishuangbanna\/rensheju\/shebao-jingban\.yaml: .+\n$/)
    expect(stderr).toContain('zones.internet.network.ipv4: 10.64.')
    expect([shebao, jiuye].map(file => readFileSync(join(root, file), 'utf8'))).toEqual(before)
  })

  test('proposes the rest, and writes nothing at all, when one network cannot be had', async () => {
    const root = treeWithout(shebao)
    edit(root, 'catalogue/platform.yaml', text =>
      text.replace(
        'cidr: 10.64.0.0/12, prefixLength: { min: 22, default: 26, max: 28 }',
        'cidr: 10.64.0.0/26, prefixLength: { min: 26, default: 26, max: 28 }',
      ),
    )
    const before = readFileSync(join(root, shebao), 'utf8')
    const proposed = await runHere(['allocate', 'xishuangbanna/rensheju', '--root', root])
    expect(proposed.status).toBe(1)
    expect(proposed.stdout).toContain('3 networks proposed')
    const refused = await runHere(['allocate', 'xishuangbanna/rensheju', '--write', '--root', root])
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('nothing was written')
    expect(refused.stderr).toMatch(/error TY3220: [\s\S]*\n1 error\.\n$/)
    expect(readFileSync(join(root, shebao), 'utf8')).toBe(before)
  })

  test('says that a manifest was left out, rather than that nothing is lacking', async () => {
    const root = treeWithout()
    edit(root, shebao, text => text.replace('network: { ipv4: 10.64.0.192/26, ', 'network: { ipv4: 4, '))
    const all = await runHere(['allocate', '--root', root])
    expect(all.status).toBe(1)
    expect(all.stderr).toMatch(/^warning TY9020: .*shebao-jingban\.yaml.*\n$/)
    const one = await runHere(['allocate', 'xishuangbanna/rensheju/shebao-jingban', '--root', root])
    expect(one.status).toBe(1)
    expect(one.stderr).toMatch(/^error TY9021: .*shebao-jingban.*\n$/)
  })

  test.each(['0', '33', '26.5', 'wide'])('refuses --prefix %s before it looks at anything', async length => {
    const { status, stderr } = await runHere(['allocate', '--prefix', length])
    expect(status).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('says which lengths there are when the pools give none of that', async () => {
    const root = treeWithout(shebao)
    const { status, stdout } = await runHere(['allocate', '--prefix', '8', '--root', root, '--json'])
    expect(status).toBe(1)
    expect(given(stdout).every(network => network.includes('fd6a:'))).toBe(true)
    const lengths = { en: expect.stringContaining('/22–/28') }
    expect(JSON.parse(stdout).findings).toMatchObject([
      { code: 'TY3221', file: shebao, path: ['zones', 'internet'], message: lengths },
      { code: 'TY3221', file: shebao, path: ['zones', 'extranet'], message: lengths },
    ])
    expect(exampleText(shebao)).toContain('network:')
  })
})
