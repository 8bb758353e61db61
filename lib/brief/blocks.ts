import type { Text } from '../finding/finding.ts'
import type { Block, Fact, Table } from './brief.ts'

// A block without content is none, so that a section without blocks is left out.

export function factsOf(facts: readonly Fact[]): readonly Block[] {
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

export function listOf(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

export function tableOf(columns: Table['columns'], rows: Table['rows']): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }]
}
