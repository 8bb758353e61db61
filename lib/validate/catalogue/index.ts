import { type CodeDefinition, type Finding, sortFindings } from '../../finding/finding.ts'
import type { DocumentKind } from '../../read/document.ts'
import { isKind, type ValidDocument, type ValidDocumentOf } from '../document.ts'
import { articleUndefined } from './article-undefined.ts'
import { backendParts } from './backend-parts.ts'
import { conditionUndefined } from './condition-undefined.ts'
import { decisionRepeats } from './decision-repeats.ts'
import { deliveryParts } from './delivery-parts.ts'
import { egressSegment } from './egress-segment.ts'
import { eventUndefined } from './event-undefined.ts'
import { factParts } from './fact-parts.ts'
import { factUndefined } from './fact-undefined.ts'
import { feeBounds } from './fee-bounds.ts'
import { feeParts } from './fee-parts.ts'
import { feeTiers } from './fee-tiers.ts'
import { formReferences } from './form-references.ts'
import { freePeriods } from './free-periods.ts'
import { orderTerms } from './order-terms.ts'
import { payerGroups } from './payer-groups.ts'
import { priceListAdoption } from './price-list-adoption.ts'
import { priceListRows } from './price-list-rows.ts'
import { prohibitionLocks } from './prohibition-locks.ts'
import { prohibitionParts } from './prohibition-parts.ts'
import { qosUnknown } from './qos-unknown.ts'
import type { CatalogueRule } from './rule.ts'
import { settlementGrades } from './settlement-grades.ts'
import { signalParts } from './signal-parts.ts'
import { stateUnreachable } from './state-unreachable.ts'
import { termLength } from './term-length.ts'
import { unitMeasures } from './unit-measures.ts'
import { zoneClassUndefined } from './zone-class-undefined.ts'

const fees: readonly CatalogueRule<'services' | 'prices'>[] = [feeParts, feeTiers, feeBounds]
const services: readonly CatalogueRule<'services'>[] = [deliveryParts, qosUnknown, ...fees, orderTerms]
const prices: readonly CatalogueRule<'prices'>[] = [...fees, priceListRows, priceListAdoption]
const platform: readonly CatalogueRule<'platform'>[] = [egressSegment, backendParts, zoneClassUndefined]
const jurisdiction: readonly CatalogueRule<'jurisdiction'>[] = [
  stateUnreachable,
  eventUndefined,
  factUndefined,
  articleUndefined,
  decisionRepeats,
  conditionUndefined,
  factParts,
  payerGroups,
  settlementGrades,
  freePeriods,
  termLength,
  signalParts,
  prohibitionParts,
  prohibitionLocks,
]
const units: readonly CatalogueRule<'units'>[] = [unitMeasures]
const forms: readonly CatalogueRule<'forms'>[] = [formReferences]

/** The rules that a file of the catalogue can break without any tenant, by code. */
export const catalogueRules: readonly CodeDefinition[] = [
  ...services,
  priceListRows,
  priceListAdoption,
  ...platform,
  ...jurisdiction,
  ...forms,
  ...units,
]

/** Holds the catalogue's valid files against the rules of their kinds. */
export function checkCatalogue(catalogue: readonly ValidDocument[]): readonly Finding[] {
  return catalogue.flatMap(document => sortFindings(found(document, catalogue)))
}

function found(document: ValidDocument, catalogue: readonly ValidDocument[]): readonly Finding[] {
  const check = <K extends DocumentKind>(rules: readonly CatalogueRule<K>[], of: ValidDocumentOf<K>) =>
    rules.flatMap(rule => [...rule.check(of, catalogue)])
  if (isKind(document, 'services')) return check(services, document)
  if (isKind(document, 'prices')) return check(prices, document)
  if (isKind(document, 'platform')) return check(platform, document)
  if (isKind(document, 'jurisdiction')) return check(jurisdiction, document)
  if (isKind(document, 'forms')) return check(forms, document)
  if (isKind(document, 'units')) return check(units, document)
  return []
}
