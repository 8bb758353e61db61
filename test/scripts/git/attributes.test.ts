import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedFiles } from '../../../scripts/git/attributes.ts'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'
import { type Scratch, scratchAt } from './scratch.ts'

const paper = 'tenants/ningwu/jiaoyuju/papers/a.csv'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const protecting = '**/papers/** -text\n**/evidence/** -text\n'

/** @param attributes of the root */
function repository(attributes?: string, at = exampleTree()): Scratch {
  const made = scratchAt(at)
  made.git('init', '--quiet', '--initial-branch=main')
  made.write(paper, 'a,b\r\n')
  if (attributes !== undefined) made.write('.gitattributes', attributes)
  made.commit()
  return made
}

async function found({ root, checkout }: Scratch): Promise<readonly string[]> {
  const words = ['validate', '--json', '--at', '2026-11-23']
  const { stdout } = await runHere(words, { cwd: root, environment: checkout.environment })
  const findings: { code: string; file: string; severity: string }[] = JSON.parse(stdout).findings
  return findings
    .filter(({ code }) => /^TY10/.test(code))
    .map(({ code, file, severity }) => `${severity} ${code} ${file}`)
}

const home = ({ checkout }: Scratch) => checkout.environment.HOME ?? ''

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

describe('attributes that no commit holds', () => {
  it('are none in a plain clone', async () => {
    const made = repository(protecting)
    expect(changedFiles(made.checkout, ['tenants'])).toEqual([])
    expect(await found(made)).toEqual([])
  })

  it.each(['filter=x', 'working-tree-encoding=UTF-16LE', 'ident'])(
    'of the clone may not change what is checked out: %s',
    async attribute => {
      const made = repository(protecting)
      made.write('.git/info/attributes', `${manifest} ${attribute}\n`)
      expect(await found(made)).toEqual([`error TY1035 ${manifest}`])
    },
  )

  it.each(['filter=x', 'ident'])(
    'of the user may not either, wherever they are kept: %s',
    async attribute => {
      const [one, other] = [repository(protecting), repository(protecting)]
      put(join(home(one), '.config/git/attributes'), `${manifest} ${attribute}\n`)
      expect(await found(one)).toEqual([`error TY1035 ${manifest}`])
      put(join(home(other), '.gitconfig'), '[core]\nattributesFile = ~/mine\n')
      put(join(home(other), 'mine'), `${manifest} ${attribute}\n`)
      expect(await found(other)).toEqual([`error TY1035 ${manifest}`])
    },
  )

  it('of folders above the data may not either', async () => {
    const outer = temporaryDirectory()
    cpSync(exampleTree(), join(outer, 'data'), { recursive: true })
    put(join(outer, 'data/.gitattributes'), protecting)
    put(join(outer, '.gitattributes'), 'data/tenants/** ident\n')
    const whole = scratchAt(outer)
    whole.git('init', '--quiet', '--initial-branch=main')
    whole.commit()
    const root = join(outer, 'data')
    const [first = ''] = await found({ ...whole, root, checkout: { ...whole.checkout, root } })
    expect(first).toMatch(/^error TY1035 tenants\//)
  })

  it('may say what they like of other files, and of how differences are shown', async () => {
    const made = repository(protecting)
    made.write('.git/info/attributes', '/README.md filter=x\n*.psd filter=lfs\n*.yaml diff=yaml\n')
    expect(await found(made)).toEqual([])
  })

  it.each([
    ['.git/info/attributes', protecting, '*.csv text\n'],
    ['.git/info/attributes', undefined, '* text=auto\n'],
    ['.git/info/attributes', undefined, '* eol=lf\n'],
  ])('of the clone may not convert papers: %s', async (file, attributes, text) => {
    const made = repository(attributes)
    made.write(file, text)
    expect(await found(made)).toEqual([`warning TY1032 ${paper}`])
  })

  it('of the user convert no papers that the repository protects', async () => {
    const [open, safe] = [repository(), repository(protecting)]
    for (const made of [open, safe]) put(join(home(made), '.config/git/attributes'), '* text=auto\n')
    expect(await found(open)).toEqual([`warning TY1032 ${paper}`])
    expect(await found(safe)).toEqual([])
  })

  it.each(['autocrlf = true', 'autocrlf = input', 'autocrlf'])('count with the setting %s', async setting => {
    const [open, safe] = [repository(), repository(protecting)]
    for (const made of [open, safe]) put(join(home(made), '.gitconfig'), `[core]\n${setting}\n`)
    expect(await found(open)).toEqual([`warning TY1032 ${paper}`])
    expect(await found(safe)).toEqual([])
  })

  it('are told once where the repository converts papers itself', async () => {
    const made = repository('* text=auto\n')
    made.write('.git/info/attributes', '* text=auto\n')
    expect(await found(made)).toEqual(['warning TY1032 .gitattributes', 'warning TY1032 .gitattributes'])
  })

  it('that cannot be read may say anything', async () => {
    const made = repository(protecting)
    made.write('.git/info/attributes', `# ${'x'.repeat(1024 * 1024)}\n*.yaml ident\n`)
    expect(await found(made)).toHaveLength(1)
  })
})
