import { type CodeDefinition, type Finding, sortFindings } from '../../finding/finding.ts'
import { isKind, type ValidDocument } from '../document.ts'
import { articleUndefined } from './article-undefined.ts'
import { backendParts } from './backend-parts.ts'
import { deliveryParts } from './delivery-parts.ts'
import { egressSegment } from './egress-segment.ts'
import { eventUndefined } from './event-undefined.ts'
import { factUndefined } from './fact-undefined.ts'
import type { CatalogueRule } from './rule.ts'
import { stateUnreachable } from './state-unreachable.ts'

const services: readonly CatalogueRule<'services'>[] = [deliveryParts]
const platform: readonly CatalogueRule<'platform'>[] = [egressSegment, backendParts]
const jurisdiction: readonly CatalogueRule<'jurisdiction'>[] = [
  stateUnreachable,
  eventUndefined,
  factUndefined,
  articleUndefined,
]

/** The rules that a file of the catalogue can break by itself, by code. */
export const catalogueRules: readonly CodeDefinition[] = [...services, ...platform, ...jurisdiction]

export function checkCatalogueDocument(document: ValidDocument): readonly Finding[] {
  return sortFindings(found(document))
}

function found(document: ValidDocument): readonly Finding[] {
  if (isKind(document, 'services')) return services.flatMap(rule => [...rule.check(document)])
  if (isKind(document, 'platform')) return platform.flatMap(rule => [...rule.check(document)])
  if (isKind(document, 'jurisdiction')) return jurisdiction.flatMap(rule => [...rule.check(document)])
  return []
}
