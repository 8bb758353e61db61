import { expect, test } from 'vitest'
import { html } from '../../lib/summary/html.ts'

test('a value is text, whatever it holds', () => {
  expect(html`<p title="${`"'`}">${'<script>&'}</p>`.html).toBe(
    '<p title="&quot;&#39;">&lt;script&gt;&amp;</p>',
  )
})

test('a part that is HTML already, or a list of such parts, is taken as it is', () => {
  expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${2}</li>`]}</ul>`.html).toBe(
    '<ul><li>1</li>\n<li>2</li></ul>',
  )
})
