import type { AnyFinding, Finding, Place, PlaceElsewhere } from './finding.ts'

export function isInFile(finding: AnyFinding): finding is Finding {
  return 'file' in finding
}

/** A place outside files, for whoever sorts or shows it. */
export interface NamedPlace {
  readonly kind: 'stack' | 'cloud' | 'review' | 'record' | 'machine'
  /** What the place lies in, the widest first. */
  readonly within: readonly string[]
  readonly name: string
  /** What makes it another than one of the same name. */
  readonly id?: string
}

export function namedPlace(place: PlaceElsewhere): NamedPlace {
  if ('stack' in place) return named('stack', place.stack, place.address)
  if ('record' in place) return named('record', place.record)
  if ('machine' in place) return named('machine', place.machine)
  if ('forge' in place) return inReview(place)
  const { cloud, object } = place
  if (object === undefined) return named('cloud', cloud)
  const { kind, name, id } = object
  return { kind: 'cloud', within: [cloud, kind], name, id }
}

function inReview({ forge, change, review }: Extract<Place, { readonly forge: string }>): NamedPlace {
  return review === undefined
    ? { kind: 'review', within: [forge], name: change }
    : { kind: 'review', within: [forge, change], name: review }
}

function named(kind: NamedPlace['kind'], outer: string, inner?: string): NamedPlace {
  return inner === undefined ? { kind, within: [], name: outer } : { kind, within: [outer], name: inner }
}

/** In one line: `unit_extranet_ningwu_jiaoyuju`, `internet network web (4f2a…)`. Not made safe to show. */
export function placeText(place: PlaceElsewhere): string {
  const { within, name, id } = namedPlace(place)
  return [...within, name, ...(id === undefined ? [] : [`(${id})`])].filter(part => part !== '').join(' ')
}
