import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Brief } from '../../../lib/brief/index.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { request, shebaoAddress } from '../../brief/sample.ts'
import { commitAll } from '../../commit-all.ts'
import { exampleDay } from '../../example-repository.ts'
import { departuresOf } from '../../outputs.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

/** A data repository of one jurisdiction, committed, with a request that is not. */
function repository() {
  const root = join(temporaryDirectory(), 'repository')
  for (const folder of ['catalogue', 'tenants/xishuangbanna'])
    cpSync(join(packageRoot, folder), join(root, folder), { recursive: true })
  commitAll(root)
  const [file, text] = request
  const write = (content: string) => writeFileSync(join(root, file), content)
  write(text)
  const brief = (...words: readonly string[]) =>
    runHere(['brief', ...words, '--root', root, '--no-cache', '--at', exampleDay, '--lang', 'zh'])
  return { root, write, text, brief }
}

describe('brief', () => {
  it('tells of a request what the internet could reach once it is approved, from the stacks', async () => {
    const { brief } = repository()
    const { status, stdout } = await brief('--json')
    expect(status).toBe(0)
    expect(departuresOf(stdout)).toEqual([])
    const { parts, flags }: Brief = JSON.parse(stdout)
    expect(parts.map(({ subject }) => subject)).toEqual([shebaoAddress])
    const opened = '从互联网可访问社会保险经办系统（示例）（互联网区域）的 TCP 8080 端口：新增'
    expect(flags.filter(({ severity }) => severity === 'warning').map(({ message }) => message.zh)).toEqual([
      opened,
    ])
    // The rules find what the change brings; what they find in the examples as they are is not its affair.
    expect(flags.map(({ code }) => code)).toContain('TY4201')
  })

  it('is written as Markdown, and as a page that loads nothing', async () => {
    const { brief } = repository()
    const markdown = (await brief()).stdout
    expect(markdown).toMatch(
      /^## 审阅要点\n\n[0-9a-f]{12} → 当前文件 2026-11-23\n\n### 需要留意\n\n- \*\*不符合\*\* /,
    )
    const page = (await brief('--format', 'html')).stdout
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/(?:src|href)="/)
    expect((await brief()).stdout).toBe(markdown)
  })

  it('says that nothing differs where nothing does, and tells of nothing that cannot be read', async () => {
    const { root, write, text, brief } = repository()
    const same = await brief('HEAD..HEAD')
    expect([same.status, same.stdout.includes('没有改变：内容相同')]).toEqual([0, true])
    write(text.replace('kind: System\n', 'kind: [System\n'))
    commitAll(root)
    write(text)
    const broken = await brief('HEAD..HEAD', '--json')
    expect([broken.status, broken.stdout.includes('TY4022')]).toEqual([1, true])
  })
})

test.each([['HEAD...HEAD'], ['..HEAD'], ['a..b..c']])('brief refuses %s', async range => {
  const { status, stdout } = await runHere(['brief', range, '--json'])
  expect([status, stdout.includes('TY9050')]).toEqual([2, true])
})
