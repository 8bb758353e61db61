import { expect, it } from 'vitest'
import type { SourceDocument } from '../../lib/read/index.ts'
import { composeSchemas } from '../../lib/validate/index.ts'
import { replaced } from '../example-repository.ts'
import { documentOf, exampleDocuments, exampleSchemas } from './planted.ts'

function changed(file: string, before: string, after: string): readonly SourceDocument[] {
  const document = documentOf(file, replaced(file, before, after))
  return exampleDocuments.map(other => (other.file === file ? document : other))
}

/** The files whose schemas are no longer what the examples have. */
function othersThan(documents: readonly SourceDocument[], unread: readonly string[] = []): readonly string[] {
  return [...composeSchemas(documents, unread)]
    .filter(([file, schema]) => exampleSchemas.get(file) !== schema)
    .map(([file]) => file.replace('.schema.json', ''))
}

it('gives the same schemas for a catalogue that offers the same', () => {
  expect(othersThan(exampleDocuments.toReversed())).toEqual([])
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
    expect(othersThan(changed(file, before, after))).toEqual(expected)
    expect(othersThan(exampleDocuments)).toEqual([])
  },
)

it('tells a list that nobody could read from one that is empty', () => {
  const without = exampleDocuments.filter(({ kind }) => kind !== 'services')
  const [empty, unread] = [[], ['catalogue/services/network.yaml']].map(files =>
    composeSchemas(without, files),
  )
  expect(empty?.get('prices.schema.json')).not.toBe(unread?.get('prices.schema.json'))
})
