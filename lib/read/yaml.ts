// The one place that knows how the YAML library is called; everything of its own that could throw is caught here.
import { Composer, type CST, type Document, type ParsedNode } from 'yaml'

export type Composed = Document.Parsed<ParsedNode>

/**
 * YAML 1.2 core: dates stay text, `no` stays text. Keys are always text, so that `1` and `"1"` are one key. The library
 * looks for duplicate keys by comparing each with each; `checkValue` does it in linear time instead.
 */
export function compose(text: string, tokens: Iterable<CST.Token>): Composed {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    stringKeys: true,
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  // The library makes an Error of each fault it finds, a hundred thousand in a hostile file; nobody reads their stacks.
  const traceLimit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    for (const document of composer.compose(tokens, true, text.length)) return document
  } finally {
    Error.stackTraceLimit = traceLimit
  }
  throw new Error('the composer gave no document')
}
