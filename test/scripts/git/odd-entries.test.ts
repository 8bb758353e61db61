import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oddEntries } from '../../../scripts/git/odd-entries.ts'
import { withCommitTree } from '../../../scripts/workspace/commit-tree.ts'
import { exampleTree } from '../../documents.ts'
import { runHere, temporaryDirectory } from '../harness.ts'
import { type Scratch, scratchAt } from './scratch.ts'

const papers = 'tenants/ningwu/jiaoyuju/papers'
const manifest = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'

function repository(): Scratch {
  const made = scratchAt(exampleTree())
  made.git('init', '--quiet', '--initial-branch=main')
  made.commit()
  return made
}

/** Puts an entry into the index without anything on the disk that would look like it. */
function hold(made: Scratch, mode: '120000' | '160000', file: string): void {
  const object = mode === '160000' ? made.git('rev-parse', 'HEAD') : made.git('rev-parse', `HEAD:${manifest}`)
  made.git('update-index', '--add', '--cacheinfo', `${mode},${object},${file}`)
}

type Environment = Scratch['checkout']['environment']

async function errorsOf(made: Scratch, environment: Environment) {
  const words = ['validate', '--json', '--at', '2026-11-23']
  const { stdout } = await runHere(words, { cwd: made.root, environment })
  const findings: { code: string; file: string; severity: string }[] = JSON.parse(stdout).findings
  return findings.filter(({ severity }) => severity === 'error')
}

async function codesOf(made: Scratch, environment: Environment): Promise<readonly string[]> {
  return (await errorsOf(made, environment)).map(({ code }) => code)
}

async function found(made: Scratch): Promise<readonly string[]> {
  const errors = await errorsOf(made, made.checkout.environment)
  return errors.filter(({ code }) => code === 'TY1033').map(({ file }) => file)
}

describe('what git holds and is no plain file', () => {
  it.each([
    ['160000', `${papers}/sub`],
    ['160000', 'tenants/ningwu/newunit'],
    ['160000', 'evidence'],
    ['120000', manifest],
    ['120000', `${papers}/scan.pdf`],
  ] as const)('is told, though the disk does not show it: %s %s', async (mode, file) => {
    const made = repository()
    hold(made, mode, file)
    if (mode === '160000') mkdirSync(join(made.root, file), { recursive: true })
    expect(oddEntries(made.checkout)).toEqual([file])
    expect(await found(made)).toEqual([file])
  })

  it('is nothing in a repository of plain files', async () => {
    const made = repository()
    expect(oddEntries(made.checkout)).toEqual([])
    expect(await found(made)).toEqual([])
  })

  it('is an error where git cannot be asked, beside all that can be found without it', async () => {
    const made = repository()
    const environment = { PATH: temporaryDirectory(), HOME: temporaryDirectory() }
    expect(oddEntries({ ...made.checkout, environment })).toBeUndefined()
    expect(await codesOf(made, environment)).toEqual(['TY1018'])
    made.write('.git/index', 'nonsense')
    expect(oddEntries(made.checkout)).toBeUndefined()
    expect(await codesOf(made, made.checkout.environment)).toEqual(['TY1018'])
  })

  it.skipIf(process.getuid?.() !== 0)(
    'is not to be had in another user’s repository, and the finding says how',
    async () => {
      const made = repository()
      execFileSync('chown', ['-R', '12345', made.root])
      const words = ['validate', '--json', '--at', '2026-11-23']
      const { stdout } = await runHere(words, { cwd: made.root, environment: made.checkout.environment })
      const findings: { code: string; message: { en: string } }[] = JSON.parse(stdout).findings
      const [silent] = findings.filter(({ code }) => code === 'TY1018')
      expect(silent?.message.en).toContain(`git config --global --add safe.directory ${made.root}`)
    },
  )

  it('is told from the data’s root, and not of what lies beside it', () => {
    const made = repository()
    hold(made, '160000', 'elsewhere')
    hold(made, '120000', `${papers}/scan.pdf`)
    const below = { ...made.checkout, root: join(made.root, 'tenants') }
    expect(oddEntries(below)).toEqual([`${papers}/scan.pdf`.slice('tenants/'.length)])
  })

  it('keeps a commit from being delivered where it is another repository', async () => {
    const made = repository()
    hold(made, '160000', `${papers}/sub`)
    made.git('commit', '--quiet', '--message=m')
    await expect(withCommitTree(made.checkout, async () => {})).rejects.toMatchObject({
      finding: { code: 'TY6030', machine: `${papers}/sub` },
    })
  })
})
