import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openOutput } from '../../../scripts/workspace/stack-output.ts'
import { jobNamed } from '../../stacks/plan.ts'

function outputFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'output-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'out')
}

const bytes = Buffer.from('{}\n')

describe('an output', () => {
  it('is a folder for each stack and a manifest', () => {
    const folder = outputFolder()
    const output = openOutput(folder)
    output.write(jobNamed('system_internet_xs_rsj_shebao'), bytes)
    output.finish()
    expect(readFileSync(join(folder, 'stacks/system_internet_xs_rsj_shebao/cdk.tf.json'))).toEqual(bytes)
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    expect(manifest.stacks.system_internet_xs_rsj_shebao).toMatchObject({
      workingDirectory: 'stacks/system_internet_xs_rsj_shebao',
      dependencies: ['platform_internet', 'unit_internet_xs_rsj'],
    })
  })

  it('shows nothing until it is finished, and then nothing of the one before', () => {
    const folder = outputFolder()
    const first = openOutput(folder)
    first.write(jobNamed('platform_internet'), bytes)
    expect(existsSync(folder)).toBe(false)
    first.finish()
    const second = openOutput(folder)
    second.write(jobNamed('platform_extranet'), bytes)
    expect(readdirSync(join(folder, 'stacks'))).toEqual(['platform_internet'])
    second.finish()
    expect(readdirSync(join(folder, 'stacks'))).toEqual(['platform_extranet'])
    expect(readdirSync(dirname(folder))).toEqual(['out'])
  })

  it('keeps the local states of stacks that were applied in it by hand', () => {
    const folder = outputFolder()
    openOutput(folder).finish()
    mkdirSync(join(folder, 'state'))
    writeFileSync(join(folder, 'state/platform_internet.tfstate'), '{}')
    openOutput(folder).finish()
    expect(readdirSync(join(folder, 'state'))).toEqual(['platform_internet.tfstate'])
  })

  it('leaves no trace when it is discarded', () => {
    const folder = outputFolder()
    const output = openOutput(folder)
    output.write(jobNamed('platform_internet'), bytes)
    output.discard()
    expect(readdirSync(dirname(folder))).toEqual([])
  })
})
