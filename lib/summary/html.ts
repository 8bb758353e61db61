/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

export type Part = string | number | Html | readonly Html[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose values are text unless they are HTML themselves, so that no manifest can write markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: strings
      .map((text, index) => text + (index < parts.length ? htmlOf(parts[index] ?? '') : ''))
      .join(''),
  }
}

function htmlOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replaceAll(/[&<>"']/g, character => escapes[character] ?? character)
  }
  return 'html' in part ? part.html : part.map(item => item.html).join('\n')
}
