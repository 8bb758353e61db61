import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** How a parser of GitHub's dialect takes a text: its elements in order, without what they hold. */
export function structureOf(text: string): readonly string[] {
  return rendered(text).match(/<[^>]*>/g) ?? []
}

/** The text of the rendered page, where forges look for mentions and references. */
export function shownText(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }
  return rendered(text)
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(?:lt|gt|amp|quot);/g, entity => entities[entity] ?? '')
}

/** Raw HTML is let through, so that forged HTML shows in the structure. */
function rendered(text: string): string {
  return micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  })
}

/** What forges make links, pictures and orders of in a rendered text, each by the forge that does. */
export const references: readonly (readonly [string, RegExp])[] = [
  ['a mention', /@[\w-]/],
  ['an address of mail', /[\w.+-]@[\w-]+\.\w/],
  ['an issue', /#\d/],
  ['an issue of GitHub, written otherwise', /\bgh-\d/i],
  ['a change of GitLab and Gitea', /!\d/],
  ['a snippet of GitLab', /\$\d/],
  ['an epic of GitLab', /&\d/],
  ['a label of GitLab', /~["\w]/],
  ['a milestone of GitLab', /%["\w]/],
  ['an alert of GitLab', /\^alert#/],
  ['an iteration of GitLab', /\*iteration:/],
  ['a formula', /\$[^ ]/],
  ['a page of a wiki', /\[\[/],
  ['a task', /^\s*\[[ xX]\]\s/m],
  ['an inline difference of GitLab', /\{[+-]|\[[+-]/],
  ['an emoji', /:[\w+-]+:/],
  ['a link with a scheme', /\w:\/\//],
  ['a link without one', /\bwww\./i],
  ['a commit', /(?<![\w])[0-9a-f]{7,}(?![\w])/i],
  ['a comment', /<!--/],
  ['a footnote', /\[\^/],
]

/** GitLab takes these out of a comment before anything is rendered. */
export const order = /^\s*\/\w/m
