import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRegularFile } from '../../lib/read/file.ts'
import { readRepository } from '../../lib/read/index.ts'
import { limits } from '../../lib/read/limits.ts'
import { catalogue, repository, temporaryFolder, write } from './tree.ts'

const system = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'

function found(root: string): string[] {
  const { findings } = readRepository(root)
  return findings.map(({ code, file }) => `${code} ${file}`)
}

test('the known places are read, each as its kind, in order of file', () => {
  const root = repository({
    ...catalogue,
    'catalogue/calendar.yaml': 'a: 1\n',
    'tenants/ningwu/jiaoyuju/unit.yaml': 'a: 1\n',
    [system]: 'a: 1\n',
  })
  const { documents, findings } = readRepository(root)
  expect(findings).toEqual([])
  expect(documents.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
    'calendar catalogue/calendar.yaml',
    'jurisdiction catalogue/jurisdictions/ningwu.yaml',
    'platform catalogue/platform.yaml',
    'services catalogue/services/compute.yaml',
    'unit tenants/ningwu/jiaoyuju/unit.yaml',
    `system ${system}`,
  ])
})

test('schemas, notes and papers may lie beside and are not opened', () => {
  const root = repository({
    ...catalogue,
    'README.md': '',
    'docs/else.yml': '\0',
    'catalogue/README.md': '',
    'catalogue/papers/办法.pdf': '\0',
    'catalogue/schema/system.schema.json': '\0',
    'tenants/.gitkeep': '',
    'tenants/ningwu/README.zh-CN.md': '',
    'tenants/ningwu/jiaoyuju/papers/申请表.pdf': '\0',
    'tenants/ningwu/jiaoyuju/papers/2025/7/回执 单.yml': '\0',
  })
  const { documents, findings } = readRepository(root)
  expect(findings).toEqual([])
  expect(documents).toHaveLength(3)
})

test('one broken file hides no other', () => {
  const root = repository({ ...catalogue, [system]: 'a: [\n', 'tenants/ningwu/jiaoyuju/unit.yaml': 'a: 1\n' })
  const { documents, findings } = readRepository(root)
  expect(findings.map(({ code, file }) => [code, file])).toEqual([['TY1319', system]])
  expect(documents.map(({ file }) => file)).toContain('tenants/ningwu/jiaoyuju/unit.yaml')
})

test.each([
  ['catalogue/platform.yml', 'TY1006'],
  ['catalogue/services/storage.yml', 'TY1006'],
  ['catalogue/services/storage.YAML', 'TY1006'],
  ['catalogue/services/Storage.yaml', 'TY1007'],
  ['catalogue/services/存储.yaml', 'TY1007'],
  ['catalogue/services/storage.json', 'TY1004'],
  ['catalogue/plattform.yaml', 'TY1004'],
  ['catalogue/schema/notes.txt', 'TY1004'],
  ['catalogue/misc/x.yaml', 'TY1005 catalogue/misc'],
  ['catalogue/services/deeper/x.yaml', 'TY1005 catalogue/services/deeper'],
  ['tenants/system.yaml', 'TY1004'],
  ['tenants/ningwu/system.yaml', 'TY1004'],
  ['tenants/ningwu/jiaoyuju/a.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/two--hyphens.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/under_score.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/-hyphen.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/hyphen-.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/constructor', 'TY1004'],
  [`tenants/ningwu/jiaoyuju/${'x'.repeat(31)}.yaml`, 'TY1007'],
  ['tenants/ningwu/jiaoyuju/xueji.yaml~', 'TY1016'],
  ['tenants/ningwu/jiaoyuju/.hidden.yaml', 'TY1007'],
  ['tenants/ningwu/jiaoyuju/deeper/x.yaml', 'TY1005 tenants/ningwu/jiaoyuju/deeper'],
  ['tenants/Ningwu/jiaoyuju/unit.yaml', 'TY1007 tenants/Ningwu'],
  ['tenants/ningwu/教育局/unit.yaml', 'TY1007 tenants/ningwu/教育局'],
  ['tenants/ningwu/__proto__/unit.yaml', 'TY1007 tenants/ningwu/__proto__'],
  ['tenants/ningwu/jiaoyuju/papers/1/2/3/4/5/x.pdf', 'TY1005 tenants/ningwu/jiaoyuju/papers/1/2/3/4/5'],
])('%s is not silently ignored', async (file, expected) => {
  const code = expected.includes(' ') ? expected : `${expected} ${file}`
  expect(found(repository({ ...catalogue, [file]: 'a: 1\n' }))).toEqual([code])
})

test('a misspelt or misnamed file is told its right name', () => {
  const root = repository({
    ...catalogue,
    'catalogue/calender.yaml': 'a: 1\n',
    'catalogue/services/x2.yml': 'a: 1\n',
  })
  const { findings } = readRepository(root)
  expect(findings.map(({ fix }) => fix?.message.en)).toEqual([
    'rename it to calendar.yaml',
    'rename it to x2.yaml',
  ])
})

test('a name of control characters is shown harmless', () => {
  const root = repository({ ...catalogue, 'tenants/ningwu/jiaoyuju/x\u001b[2J\n\u202e.txt': '' })
  expect(found(root)).toEqual(['TY1004 tenants/ningwu/jiaoyuju/x\\u{001b}[2J\\n\\u{202e}.txt'])
})

test('a folder named like a manifest is found, and not entered', () => {
  const root = repository({ ...catalogue, 'tenants/ningwu/jiaoyuju/xueji.yaml/unit.yaml': 'a: 1\n' })
  expect(found(root)).toEqual(['TY1009 tenants/ningwu/jiaoyuju/xueji.yaml'])
})

test('symbolic links are found and never followed, wherever they lead', () => {
  const outside = repository({ 'secret.yaml': 'secret: 1\n', 'unit/unit.yaml': 'a: 1\n' })
  const root = repository({ ...catalogue, [system]: 'a: 1\n' })
  const unit = join(root, 'tenants/ningwu/jiaoyuju')
  mkdirSync(join(unit, 'papers'))
  symlinkSync(join(outside, 'secret.yaml'), join(unit, 'out.yaml'))
  symlinkSync('xueji-guanli.yaml', join(unit, 'inside.yaml'))
  symlinkSync('/dev/zero', join(unit, 'endless.yaml'))
  symlinkSync('nowhere', join(unit, 'dangling.yaml'))
  symlinkSync('.', join(unit, 'loop'))
  symlinkSync('/etc/passwd', join(unit, 'papers/form.pdf'))
  symlinkSync(join(outside, 'unit'), join(root, 'tenants/ningwu/weijianju'))
  const { documents, findings } = readRepository(root)
  expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual(
    ['dangling.yaml', 'endless.yaml', 'inside.yaml', 'loop', 'out.yaml', 'papers/form.pdf']
      .map(name => `TY1008 tenants/ningwu/jiaoyuju/${name}`)
      .concat('TY1008 tenants/ningwu/weijianju'),
  )
  expect(documents.map(({ file }) => file).filter(file => file.startsWith('tenants/'))).toEqual([system])
})

test('the tree itself may not be a link, and what it hides is not reported twice', () => {
  const outside = repository(catalogue)
  const root = temporaryFolder()
  symlinkSync(join(outside, 'catalogue'), join(root, 'catalogue'))
  writeFileSync(join(root, 'tenants'), '')
  expect(found(root)).toEqual(['TY1008 catalogue', 'TY1009 tenants'])
})

test('the root may be a link: whoever runs the command chose it', () => {
  const link = join(temporaryFolder(), 'link')
  symlinkSync(repository(catalogue), link)
  expect(readRepository(link).documents).toHaveLength(3)
})

test('pipes and sockets are found and never opened', async () => {
  const root = repository({ ...catalogue, [system]: 'a: 1\n' })
  execFileSync('mkfifo', [join(root, 'tenants/ningwu/jiaoyuju/pipe.yaml')])
  const server = createServer().listen(join(root, 'tenants/ningwu/jiaoyuju/socket.yaml'))
  onTestFinished(() => void server.close())
  await new Promise(resolve => server.once('listening', resolve))
  expect(found(root)).toEqual([
    'TY1009 tenants/ningwu/jiaoyuju/pipe.yaml',
    'TY1009 tenants/ningwu/jiaoyuju/socket.yaml',
  ])
})

test('what turns into a pipe, a device or a link after the walk is still not read', () => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('/etc/passwd', join(folder, 'link'))
  expect(readRegularFile(join(folder, 'pipe'), 10)).toMatchObject({ refused: 'not regular' })
  expect(readRegularFile('/dev/zero', 10)).toMatchObject({ refused: 'not regular' })
  expect(readRegularFile(folder, 10)).toMatchObject({ refused: 'not regular' })
  expect(readRegularFile(join(folder, 'link'), 10)).toMatchObject({ refused: 'symbolic link' })
  expect(readRegularFile(join(folder, 'absent'), 10)).toMatchObject({
    refused: 'unreadable',
    reason: 'ENOENT',
  })
})

test('of a large file no more than the limit and one byte is read', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'large'), Buffer.alloc(5000))
  const content = readRegularFile(join(folder, 'large'), 100)
  expect('bytes' in content && content.bytes.length).toBe(101)
})

test('a huge file is refused without being read whole', () => {
  const root = repository({ ...catalogue, [system]: Buffer.alloc(limits.manifestBytes * 20, 'a: 1\n') })
  expect(found(root)).toEqual([`TY1101 ${system}`])
})

test('names that differ only in case or Unicode form collide', () => {
  const root = repository({
    ...catalogue,
    [system]: 'a: 1\n',
    'tenants/ningwu/jiaoyuju/Xueji-Guanli.yaml': 'a: 1\n',
    'tenants/ningwu/jiaoyuju/papers/caf\u00e9.pdf': '',
    'tenants/ningwu/jiaoyuju/papers/cafe\u0301.pdf': '',
    'tenants/ningwu/jiaoyuju/papers/STRASSE.pdf': '',
    'tenants/ningwu/jiaoyuju/papers/straße.pdf': '',
  })
  expect(found(root)).toEqual([
    'TY1010 tenants/ningwu/jiaoyuju/Xueji-Guanli.yaml',
    'TY1022 tenants/ningwu/jiaoyuju/papers/cafe\u0301.pdf',
    'TY1010 tenants/ningwu/jiaoyuju/papers/caf\u00e9.pdf',
    'TY1010 tenants/ningwu/jiaoyuju/papers/straße.pdf',
  ])
})

test('a folder or file without permission is a finding', () => {
  const root = repository({
    ...catalogue,
    [system]: 'a: 1\n',
    'tenants/ningwu/weijianju/unit.yaml': 'a: 1\n',
  })
  chmodSync(join(root, system), 0)
  chmodSync(join(root, 'tenants/ningwu/weijianju'), 0)
  const script = `
    import { readRepository } from ${JSON.stringify(join(import.meta.dirname, '../../lib/read/index.ts'))}
    if (process.getuid() === 0) process.setuid(65534)
    const { findings } = readRepository(${JSON.stringify(root)})
    console.log(JSON.stringify(findings.map(({ code, file }) => code + ' ' + file)))`
  chmodSync(root, 0o755)
  const output = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  })
  chmodSync(join(root, 'tenants/ningwu/weijianju'), 0o755)
  expect(JSON.parse(output)).toEqual([`TY1002 ${system}`, 'TY1002 tenants/ningwu/weijianju'])
})

test('a root that is missing, empty or no folder is a finding, not a crash', () => {
  const folder = temporaryFolder()
  expect(found(join(folder, 'absent'))).toEqual(['TY1001 .'])
  expect(found('\0')).toEqual(['TY1001 .'])
  write(folder, 'file', '')
  expect(found(join(folder, 'file'))).toEqual(['TY1001 .'])
  rmSync(join(folder, 'file'))
  expect(found(folder)).toEqual([
    'TY1003 catalogue/jurisdictions',
    'TY1003 catalogue/platform.yaml',
    'TY1003 catalogue/services',
  ])
})

test('a platform file that is broken or misnamed is not said to be missing', () => {
  const { 'catalogue/platform.yaml': _, ...others } = catalogue
  expect(found(repository({ ...others, 'catalogue/platform.yaml': '' }))).toEqual([
    'TY1102 catalogue/platform.yaml',
  ])
  expect(found(repository({ ...others, 'catalogue/services.yaml': 'a: 1\n' }))).toEqual([
    'TY1003 catalogue/platform.yaml',
    'TY1004 catalogue/services.yaml',
  ])
})
