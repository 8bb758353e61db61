import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeBranch } from '../../../scripts/git/new-branch.ts'
import { refusalOf } from '../harness.ts'
import { type Scratch, scratch } from './scratch.ts'

function repository(): { readonly made: Scratch; readonly base: string } {
  const made = scratch()
  made.write('tenants/a/b/c.yaml', 'old\n')
  made.write('tenants/a/其他.yaml', 'other\n')
  made.write('run.sh', '#!/bin/sh\n')
  made.git('update-index', '--add', '--chmod=+x', 'run.sh')
  return { made, base: made.commit() }
}

const files = new Map([['tenants/a/b/c.yaml', 'new\n']])

describe('a new branch', () => {
  test('has one commit more, and changes neither what is checked out, nor its index, nor its branch', () => {
    const { made, base } = repository()
    made.write('tenants/a/b/c.yaml', 'edited\n')
    made.write('staged.yaml', 'x\n')
    made.git('add', 'staged.yaml')
    const before = [made.git('status', '--porcelain', '--branch'), made.git('ls-files', '--stage')]
    const branch = writeBranch(made.checkout, 'tenantry/x', { base, files, message: '标题\n\n正文\n' })
    expect(branch).toMatchObject({ name: 'tenantry/x', isKnown: false })
    expect(made.git('log', '--format=%P %an %s', 'tenantry/x', '-1')).toBe(`${base} tenantry 标题`)
    expect(made.git('diff', '--name-status', base, 'tenantry/x')).toBe('M\ttenants/a/b/c.yaml')
    expect(made.git('show', 'tenantry/x:tenants/a/b/c.yaml')).toBe('new')
    expect([made.git('status', '--porcelain', '--branch'), made.git('ls-files', '--stage')]).toEqual(before)
    expect(readFileSync(join(made.root, 'tenants/a/b/c.yaml'), 'utf8')).toBe('edited\n')
    made.git('fsck', '--strict')
  })

  test('is the one that is there already with the same on the same commit, and else gets another name', () => {
    const { made, base } = repository()
    const first = writeBranch(made.checkout, 'tenantry/x', { base, files, message: 'a\n' })
    expect(writeBranch(made.checkout, 'tenantry/x', { base, files, message: 'b\n' })).toEqual({
      ...first,
      isKnown: true,
    })
    const other = new Map([['tenants/a/b/c.yaml', 'another\n']])
    const second = writeBranch(made.checkout, 'tenantry/x', { base, files: other, message: 'a\n' })
    expect(second).toMatchObject({ name: 'tenantry/x-2', isKnown: false })
    expect(writeBranch(made.checkout, 'tenantry/x', { base, files: other, message: 'a\n' })).toMatchObject({
      name: 'tenantry/x-2',
      isKnown: true,
    })
    const moved = made.commit()
    expect(writeBranch(made.checkout, 'tenantry/x', { base: moved, files, message: 'a\n' }).name).toBe(
      'tenantry/x-3',
    )
    expect(made.git('rev-parse', 'tenantry/x')).toBe(first.commit)
  })

  test('is made where no branch is checked out, and of data that is a part of what git holds', () => {
    const { made, base } = repository()
    made.git('checkout', '--quiet', '--detach')
    const checkout = { ...made.checkout, root: join(made.root, 'tenants') }
    writeBranch(checkout, 'tenantry/x', { base, files: new Map([['a/b/c.yaml', 'new\n']]), message: 'a\n' })
    expect(made.git('show', 'tenantry/x:tenants/a/b/c.yaml')).toBe('new')
    expect(made.git('diff', '--name-only', base, 'tenantry/x')).toBe('tenants/a/b/c.yaml')
  })

  test('is refused where a branch is called like the first part of its name, and while another git writes it', () => {
    const { made, base } = repository()
    made.git('branch', 'tenantry')
    expect(refusalOf(() => writeBranch(made.checkout, 'tenantry/x', { base, files, message: 'a\n' }))).toBe(
      'TY9038',
    )
    made.git('branch', '--delete', '--quiet', 'tenantry')
    mkdirSync(join(made.root, '.git/refs/heads/tenantry'), { recursive: true })
    writeFileSync(join(made.root, '.git/refs/heads/tenantry/x.lock'), '')
    expect(refusalOf(() => writeBranch(made.checkout, 'tenantry/x', { base, files, message: 'a\n' }))).toBe(
      'TY9038',
    )
  })
})
