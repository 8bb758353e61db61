import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { briefPage } from '../../lib/brief/render/html.ts'
import { briefBetween, changedModel, edited, request, shebao } from '../brief/sample.ts'
import { loaded } from '../example-repository.ts'
import { chromiumPath, lacking, openBrowser, overhang, show } from './browser.ts'

const forged = edited(
  shebao,
  [['{ item: ecs.domestic.4c8g, quantity: 2 }', '{ item: ecs.domestic.4c8g, quantity: 6 }']],
  `  - event: change-submitted
    on: 2026-11-20
    reason: "</p><script>document.title = 'forged'</script><img src=x onerror=\\"document.title = 'forged'\\">${'长'.repeat(400)}"
`,
)

describe.skipIf(chromiumPath === undefined)(`a brief in a browser${lacking}`, () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    browser = await openBrowser()
    folder = mkdtempSync(join(tmpdir(), 'tenantry-pages-'))
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  describe.each([
    ['of a request', request],
    ['of one whose words forge markup', forged],
  ] as const)('%s', (name, changed) => {
    it.each([320, 1280])('fits into %i pixels, and runs and asks for nothing', async width => {
      const file = join(folder, `${name}.html`)
      const brief = briefBetween(loaded().model, changedModel(changed))
      writeFileSync(file, briefPage(brief, 'zh', '1'))
      const { page, complaints, asked } = await show(browser, file, width)
      expect(await page.title()).toBe('审阅要点')
      expect(await overhang(page)).toBeLessThanOrEqual(0)
      expect(await page.locator('section.flags li').count()).toBe(brief.flags.length)
      expect(complaints).toEqual([])
      expect(asked).toEqual([])
    })
  })
})
