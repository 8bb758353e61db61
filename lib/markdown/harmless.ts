/**
 * What forges look for in the text of a rendered page, where no backslash of Markdown can hide it: mentions, references to
 * changes, labels, milestones and formulas, HTML, tables, links. Their full-width twins mean nothing to any of them, and
 * a reader of Chinese reads them as the same.
 */
const readByForges = /[!#$%&*<>@[\\\]^`{|}~]/g
const toFullWidth = 0xfe_e0

/** Hides itself, turns the reading direction, or has no form: a reader must see that something was there. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** Forges make pictures of them. */
const picture = /\p{Emoji_Presentation}/gu
const shownInstead = '\ufffd'

/** `:tada:` is a picture, `https://` a link in every forge, and GitLab takes any other scheme too. */
const tellingColon = /:(?=[\w+-]+:|\/\/)/g
const tellingPoint = /(?<=\bwww)\./gi
/** GitHub's other way to write `#7`. */
const tellingHyphen = /(?<=\bgh)-(?=\d)/gi
/** Where a commit has such a name, it becomes a link. */
const nameOfCommit = /(?<![0-9a-z_])[0-9a-f]{7,}(?![0-9a-z_])/gi
const narrowSpace = '\u202f'

/** At the start of a block it would begin a list, a heading or a rule, and to GitLab an order. */
const leadingMark = /^(?=[-+=/])|(?<=^\d{1,9})(?=[.)])/

/** Text of strangers in one line, with a sign in the place of all that hides, and of pictures. */
export function seen(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(unseen, shownInstead)
      .replaceAll(picture, shownInstead)
      // Set above what stands before, it would change that.
      .replace(/^\p{M}/u, mark => `\u25cc${mark}`)
  )
}

/**
 * Text of strangers as one line of Markdown that is text and nothing else, in the dialects of GitHub, GitLab and Gitea,
 * wherever it stands in a line. Never empty.
 */
export function harmless(text: string): string {
  const plain = seen(text)
    .replaceAll(tellingColon, '：')
    .replaceAll(tellingPoint, '．')
    .replaceAll(tellingHyphen, '－')
    .replaceAll(nameOfCommit, name => name.replaceAll(/.{6}(?=.)/g, six => `${six}${narrowSpace}`))
    .replaceAll(readByForges, mark => String.fromCharCode(mark.charCodeAt(0) + toFullWidth))
    // What renders text looks at it before any of the above; it alone knows the backslash.
    .replaceAll('_', '\\_')
    .replace(leadingMark, '\\')
  return plain === '' ? '—' : plain
}
