import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summaryFile, summaryPages } from '../../lib/summary/page.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { runHere } from '../scripts/harness.ts'
import { sampleCase, sampleContent } from '../summary/content.ts'
import { chromiumPath, lacking, openBrowser, overhang, show } from './browser.ts'

const widths = [320, 768, 1280]

describe.skipIf(chromiumPath === undefined)(`the summary in a browser${lacking}`, () => {
  let browser: Browser
  let folder: string
  let example: string

  beforeAll(async () => {
    browser = await openBrowser()
    folder = mkdtempSync(join(tmpdir(), 'tenantry-pages-'))
    for (const part of ['catalogue', 'tenants'])
      cpSync(join(packageRoot, part), join(folder, part), { recursive: true })
    const run = await runHere(['run'], { cwd: folder })
    expect(run.status, run.stderr).toBe(0)
    example = join(folder, '.tenantry', summaryFile)
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Many systems, with texts as long and as bad as any. */
  function many(count: number): string {
    const name = `<img src=x onerror=alert(1)>${'很长的名称'.repeat(12)}</script>${'x'.repeat(200)}`
    const cases = Array.from({ length: count }, (_, index) =>
      sampleCase({ address: `j/u/s-${index}`, name: index === 0 ? name : `系统${index}` }),
    )
    const file = join(folder, `many-${count}.html`)
    writeFileSync(file, summaryPages(sampleContent(cases)).get(summaryFile) ?? '')
    return file
  }

  it.each(widths)('fits into a window of %i pixels', async width => {
    for (const file of [example, many(20)]) {
      const { page, complaints, asked } = await show(browser, file, width)
      expect(await overhang(page), file).toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
      expect(asked).toEqual([])
    }
  })

  it('fits onto a sheet of paper', async () => {
    // A4 across, less its margins, at the 96 pixels an inch of a browser.
    const { page } = await show(browser, example, Math.floor(((297 - 24) / 25.4) * 96))
    await page.emulateMedia({ media: 'print' })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(await page.locator('form.search').isVisible()).toBe(false)
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('shows what is searched for and nothing else, and all of it again', async () => {
    const { page } = await show(browser, many(1000), 1280)
    const rows = page.locator('section.group tbody tr:visible')
    expect(await rows.count()).toBe(1000)
    await page.getByRole('searchbox').fill('系统99')
    expect(await rows.count()).toBe(11)
    expect(await page.locator('form.search output').textContent()).toBe('11')
    await page.getByRole('searchbox').fill('没有这样的系统')
    expect(await page.locator('section.group:visible').count()).toBe(0)
    await page.getByRole('searchbox').fill('')
    expect(await rows.count()).toBe(1000)
  })

  it('brings to a row that the search has hidden', async () => {
    const { page } = await show(browser, many(1000), 1280, '#q=系统999')
    const row = page.locator('tr', { hasText: 'j/u/s-500' })
    expect(await row.isVisible()).toBe(false)
    await page.evaluate("location.hash = '#j/u/s-500'")
    await row.waitFor({ state: 'visible' })
    const box = await row.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(800)
  })
})
