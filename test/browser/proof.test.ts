import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofPage } from '../../lib/proof-page/page.ts'
import { provenSystem, sampleProof } from '../proof-page/content.ts'
import { chromiumPath, lacking, openBrowser, overhang, show } from './browser.ts'

interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** For the browser, which knows no types. */
function edgesOf(selector: string): string {
  return `[...document.querySelectorAll('${selector}')].map(one => one.getBoundingClientRect().toJSON())`
}

describe.skipIf(chromiumPath === undefined)(`the proof of isolation in a browser${lacking}`, () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    browser = await openBrowser()
    folder = mkdtempSync(join(tmpdir(), 'tenantry-pages-'))
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function pageOf(count: number): string {
    const systems = Array.from({ length: count }, (_, index) =>
      provenSystem(index, index === 0 ? { name: '很长的名称'.repeat(20), unit: 'x'.repeat(200) } : {}),
    )
    const file = join(folder, `${count}.html`)
    writeFileSync(file, proofPage(sampleProof(systems)))
    return file
  }

  it.each([
    [10, 320],
    [10, 1280],
    [60, 320],
    [1000, 320],
    [1000, 1280],
  ])('of %i systems fits into %i pixels, and asks for nothing', async (count, width) => {
    const { page, complaints, asked } = await show(browser, pageOf(count), width)
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    expect(asked).toEqual([])
  })

  it.each([10, 60])('draws no box of %i systems over another, and none outside the picture', async count => {
    const { page } = await show(browser, pageOf(count), 1280)
    const boxes = await page.evaluate<readonly Edges[]>(edgesOf('#extranet svg .box'))
    expect(boxes.length).toBe(count)
    const overlapping = boxes.filter((one, index) =>
      boxes
        .slice(index + 1)
        .some(
          other =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        ),
    )
    expect(overlapping).toEqual([])
    const [picture] = await page.evaluate<readonly Edges[]>(edgesOf('#extranet svg'))
    const isWithin = ({ left, right, bottom }: Edges) =>
      picture !== undefined && left >= picture.left && right <= picture.right && bottom <= picture.bottom
    expect(boxes.filter(box => !isWithin(box))).toEqual([])
  })

  it('fits onto paper with its matrix', async () => {
    const { page } = await show(browser, pageOf(60), Math.floor(((297 - 24) / 25.4) * 96))
    await page.emulateMedia({ media: 'print' })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
  })
})
