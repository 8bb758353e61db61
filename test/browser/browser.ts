// A browser that this machine has, for pages as people see them: none is downloaded.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

const programs = ['chromium', 'chromium-browser', 'google-chrome']

/** Absolute path of a Chromium, or undefined. */
export const chromiumPath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap(folder => programs.map(program => join(folder, program)))
  .find(isProgram)

/** For titles of tests: why they are skipped. */
export const lacking = chromiumPath === undefined ? ' (skipped: no Chromium here)' : ''

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    // Chromium keeps its sandbox from root, who runs these tests in many a container.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

export interface Shown {
  readonly page: Page
  /** What the browser complained of, such as of a script that the page's policy keeps from running. */
  readonly complaints: readonly string[]
  /** Addresses that the page asked for beside its own. */
  readonly asked: readonly string[]
}

/** Shows a file in a window of some width. */
export async function show(browser: Browser, file: string, width: number, hash = ''): Promise<Shown> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  onTestFinished(() => page.close())
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => asked.push(request.url()))
  const address = pathToFileURL(file).href
  await page.goto(`${address}${hash}`)
  return { page, complaints, asked: asked.filter(url => !url.startsWith(address)) }
}

/** How many pixels the widest part stands out beyond the window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
}
