import { describe, expect, test } from 'vitest'
import { codes } from '../../../lib/command-line/codes.ts'
import { finding } from '../../../lib/finding/finding.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { CommandError } from '../../../scripts/terminal/command.ts'
import { reportFailure } from '../../../scripts/terminal/failure.ts'
import { recordingHost } from '../harness.ts'

function reported(error: unknown, parts: { readonly json?: boolean; readonly debug?: boolean } = {}) {
  const { host, written } = recordingHost()
  const [stdout, stderr] = [host.stdout.write, host.stderr.write]
  const status = reportFailure(error, { language: 'en', json: false, debug: false, ...parts, stdout, stderr })
  return { status, ...written() }
}

describe('what ends a command', () => {
  test('is one line with the status of its error', () => {
    const error = new CommandError('TY9010', { zh: '没有', en: 'no such system' }, 2)
    expect(reported(error)).toEqual({ status: 2, stdout: '', stderr: 'error TY9010: no such system\n' })
  })

  test.each([
    ['usage', 2],
    ['environment', 3],
    ['findings', 1],
  ] as const)(
    'refused as a matter of %s, is status %d, and one line with what to do about it',
    (kind, status) => {
      const fix = { message: { zh: '安装', en: 'install it' } }
      const lacking = finding(codes.noGit, { machine: 'git' }, { message: { zh: '没有', en: 'no git' }, fix })
      const error = new Refusal(lacking, kind)
      expect(reported(error)).toEqual({ status, stdout: '', stderr: 'error TY9104: no git; install it\n' })
      expect(JSON.parse(reported(error, { json: true }).stdout)).toEqual({
        schema: 'tenantry/failure/v1',
        error: { code: 'TY9104', message: { zh: '没有；安装', en: 'no git; install it' } },
      })
    },
  )

  test('when the disk is full or a path is closed, is the machine’s affair', () => {
    const error = Object.assign(new Error('ENOSPC'), {
      code: 'ENOSPC',
      path: '/data/\u001bx',
      syscall: 'write',
    })
    expect(reported(error)).toMatchObject({
      status: 3,
      stderr: 'error TY9103: /data/\\u{001b}x: no space left on the disk\n',
    })
  })

  test('when nothing more can be written and the system names no place, is one all the same', () => {
    const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      syscall: 'write',
    })
    expect(reported(error)).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^error TY9103: .+\n$/),
    })
  })

  test('when it is a defect, is told in both languages, and its stack only on demand', () => {
    const error = new TypeError('x is not a function')
    const { status, stderr } = reported(error)
    expect(status).toBe(70)
    expect(stderr).toMatch(/^error TY9999: 工具内部错误：.+ \/ the tool itself has failed: .+\n$/)
    expect(reported(error, { debug: true }).stderr).toContain(' at ')
  })

  test('may be anything that can be thrown', () => {
    expect(reported('boom').stderr).toContain('boom')
  })
})
