import { createHash } from 'node:crypto'
import type { Language } from '../finding/finding.ts'
import { type Html, html } from './html.ts'
import { script } from './script.ts'
import { style } from './style.ts'

export interface Shell {
  readonly title: string
  readonly heading: Html
  readonly body: readonly Html[]
  /** @default Chinese: what the page says in English stands small beside it */
  readonly language?: Language
  /** What the page needs beside the style of all. @default none */
  readonly style?: string
  /** Of the tool. */
  readonly version: string
}

/**
 * A page that needs nothing else. Its policy lets a browser run the one script and apply the one style that are ours:
 * what forged its way in all the same would do nothing, and could load nothing.
 */
export function pageShell({
  title,
  heading,
  body,
  version,
  language = 'zh',
  style: own = '',
}: Shell): string {
  const styles = `${style}${own}`
  return html`<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: styles }}</style>
</head>
<body>
<header>
${heading}
</header>
${body}
<footer>tenantry ${version}</footer>
<script>${{ html: script }}</script>
</body>
</html>
`.html
}

const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

function policyOf(styles: string): string {
  return `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${sourceOf(styles)}; script-src ${sourceOf(script)}`
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Shown by the script alone. */
export const searchForm = html`<form class="search" role="search" hidden=""><label>查找 <input type="search" placeholder="系统、单位、办理方、下一步…"></label><output></output></form>`
