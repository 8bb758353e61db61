import { expect, it } from 'vitest'
import type { SourceDocument } from '../../lib/read/index.ts'
import { composeSchemas, type Schemas } from '../../lib/validate/index.ts'
import { replaced } from '../example-repository.ts'
import { documentOf, exampleDocuments } from './planted.ts'

function changed(file: string, before: string, after: string): readonly SourceDocument[] {
  const document = documentOf(file, replaced(file, before, after))
  return exampleDocuments.map(other => (other.file === file ? document : other))
}

/** The files whose schemas are others than those that were composed before. */
function othersThan(known: Schemas, documents: readonly SourceDocument[]): readonly string[] {
  return [...composeSchemas(documents)]
    .filter(([file, schema]) => known.get(file) !== schema)
    .map(([file]) => file.replace('.schema.json', ''))
}

it('gives the same schemas for a catalogue that offers the same', () => {
  expect(othersThan(composeSchemas(exampleDocuments), exampleDocuments.toReversed())).toEqual([])
})

it.each([
  [
    'an item',
    'catalogue/services/network.yaml',
    '- id: eip.bgp.5m\n',
    '- id: eip.bgp.5n\n',
    ['prices', 'system'],
  ],
  ['a gateway', 'catalogue/platform.yaml', '- id: gap-01\n', '- id: gap-09\n', ['system']],
])(
  'composes those anew that name %s, and the first ones again after it',
  (_, file, before, after, expected) => {
    const known = composeSchemas(exampleDocuments)
    expect(othersThan(known, changed(file, before, after))).toEqual(expected)
    expect(othersThan(known, exampleDocuments)).toEqual([])
  },
)

it('tells a list that nobody could read from one that is empty', () => {
  const without = exampleDocuments.filter(({ kind }) => kind !== 'services')
  const [empty, unread] = [[], ['catalogue/services/network.yaml']].map(files =>
    composeSchemas(without, files),
  )
  expect(empty?.get('prices.schema.json')).not.toBe(unread?.get('prices.schema.json'))
})
