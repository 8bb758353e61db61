import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { foreignName } from '../../../lib/read/foreign-names.ts'
import { allLeftGrowing, growingName, leftGrowing } from '../../../scripts/files/growing.ts'
import { scratchDirectory } from '../../../scripts/files/scratch-directory.ts'
import { workspaceIn } from '../../../scripts/workspace/delivery-files.ts'
import { takeRunLock } from '../../../scripts/workspace/run-lock.ts'
import { openOutput } from '../../../scripts/workspace/stack-output.ts'
import { writeWhole } from '../../../scripts/workspace/write-file.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** A process that is no more. */
const gone = () => spawnSync(process.execPath, ['--eval', '']).pid

const leftName = (name: string, end = '', pid = gone()) =>
  `.${name}.${pid.toString(16).padStart(8, '0')}0abc${end}`

describe('the name of what is being written', () => {
  test('is no other’s, and is known to belong to nobody’s data', () => {
    const names = Array.from({ length: 1000 }, () => growingName('/a/x.yaml'))
    expect(new Set(names).size).toBe(1000)
    for (const name of names) expect(foreignName(basename(name))).toBe('editor')
  })

  test('says whether the process is still at it', () => {
    const folder = temporaryDirectory()
    const path = join(folder, 'x.yaml')
    const left = leftName('x.yaml')
    const files = [
      left,
      leftName('x.yaml', '', process.pid),
      leftName('y.yaml'),
      '.x.yaml.123',
      'x.yaml',
      '.x.yaml.0123456789abc',
    ]
    for (const file of files) writeFileSync(join(folder, file), '')
    writeFileSync(growingName(path), '')
    expect(leftGrowing(path)).toEqual([join(folder, left)])
    expect(leftGrowing(path, '.old')).toEqual([])
    expect(allLeftGrowing(folder)).toHaveLength(2)
    expect(leftGrowing(join(folder, 'nowhere/x'))).toEqual([])
  })
})

describe('what a killed process has left goes when the same is written again', () => {
  test('of a file', () => {
    const folder = temporaryDirectory({
      [leftName('x.yaml')]: 'half',
      [leftName('x.yaml', '', process.pid)]: 'at it',
    })
    writeWhole(join(folder, 'x.yaml'), 'whole')
    expect(readdirSync(folder)).toHaveLength(2)
    expect(readFileSync(join(folder, 'x.yaml'), 'utf8')).toBe('whole')
  })

  test('of a new repository, and nothing that merely has such a name', async () => {
    const folder = temporaryDirectory({
      [`${leftName('data')}/catalogue/platform.yaml`]: 'half',
      [`${leftName('data', '', process.pid)}/catalogue/platform.yaml`]: 'at it',
      [`${leftName('other')}/catalogue/platform.yaml`]: 'half',
      [`${leftName('data', '', gone())}/mine.txt`]: 'mine',
    })
    expect((await runHere(['init', 'data'], { cwd: folder })).status).toBe(0)
    const left = readdirSync(folder).filter(name => name.startsWith('.'))
    expect(left).toHaveLength(3)
    expect(left.some(name => existsSync(join(folder, name, 'mine.txt')))).toBe(true)
  })

  test('of stacks: an output that was on its way back keeps what somebody else had laid into it', () => {
    const folder = temporaryDirectory({
      [`${leftName('out', '.new')}/stacks/a/cdk.tf.json`]: '{}',
      [`${leftName('out', '.old')}/manifest.json`]: '{}',
      [`${leftName('out', '.old')}/stacks/a/cdk.tf.json`]: '{}',
      [`${leftName('out', '.old')}/stacks/a/terraform.tfstate`]: 'state',
    })
    const output = openOutput(join(folder, 'out'))
    output.finish()
    output.discard()
    expect(readdirSync(folder)).toEqual(['out'])
    expect(readFileSync(join(folder, 'out/stacks/a/terraform.tfstate'), 'utf8')).toBe('state')
    expect(existsSync(join(folder, 'out/stacks/a/cdk.tf.json'))).toBe(false)
  })

  test('of the state home, with the lock in hand', () => {
    const home = join(temporaryDirectory(), 'home')
    const workspace = workspaceIn(home, temporaryDirectory())
    takeRunLock(workspace)()
    const kept = [
      [workspace.state, 'a.tfstate'],
      [workspace.runs, 'latest.json'],
      [join(workspace.records, 'a'), 'attempted.json'],
      [home, 'run.lock'],
    ] as const
    for (const [folder, name] of kept) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, leftName(name)), 'half')
    }
    writeFileSync(join(workspace.state, 'a.tfstate'), '{}')
    takeRunLock(workspace)()
    expect(kept.flatMap(([folder]) => allLeftGrowing(folder))).toEqual([])
    expect(readdirSync(workspace.state)).toEqual(['a.tfstate'])
  })

  test('of a commit’s files, which lie where everybody’s temporary files do', () => {
    const made = (pid: number, purpose = 'commit') => {
      const directory = mkdtempSync(join(tmpdir(), `tenantry-${purpose}-${pid}-`))
      onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
      return directory
    }
    const [left, running, other] = [made(gone()), made(process.pid), made(gone(), 'doctor')]
    writeFileSync(join(left, 'paper.pdf'), '')
    const own = scratchDirectory('commit')
    onTestFinished(() => rmSync(own, { recursive: true }))
    expect([left, running, other, own].map(directory => existsSync(directory))).toEqual([
      false,
      true,
      true,
      true,
    ])
  })
})
