// What the tests see of each article. A row counts where the jurisdiction's profile is the one that comes with the tool: a
// test that alters a profile shows nothing of the regulation.
import { profileDigest, type TestedRecord } from '../../lib/coverage/index.ts'
import type { ArticleKind } from '../../lib/coverage/place.ts'
import { kindsOfCode } from '../../lib/coverage/source-places.ts'
import { composeForm } from '../../lib/form/index.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { changeCases } from '../change/cases/index.ts'
import { addressCases } from '../check/rules/address.cases.ts'
import { capacityCases } from '../check/rules/capacity.cases.ts'
import { catalogueCases } from '../check/rules/catalogue.cases.ts'
import { historyCases } from '../check/rules/history.cases.ts'
import { identityCases } from '../check/rules/identity.cases.ts'
import { paperCases } from '../check/rules/papers.cases.ts'
import { platformChangeCases } from '../check/rules/platform-change.cases.ts'
import { routineCases } from '../check/rules/routine.cases.ts'
import { scopeCases } from '../check/rules/scope.cases.ts'
import { serviceCases } from '../check/rules/service.cases.ts'
import { trafficCases } from '../check/rules/traffic.cases.ts'
import { deeds } from '../desired-state/deeds.ts'
import { everyForm } from '../form/example-forms.ts'
import { requiredFacts, requiredPapers } from '../profile/required.ts'

/** One thing that a test sees of one article. */
export interface Earned {
  readonly article: string
  readonly kind: ArticleKind
  /** A code, or the id of what was missed or made. */
  readonly seen: string
}

const ruleCases = [
  ...addressCases,
  ...capacityCases,
  ...catalogueCases,
  ...historyCases,
  ...identityCases,
  ...paperCases,
  ...platformChangeCases,
  ...routineCases,
  ...scopeCases,
  ...serviceCases,
  ...trafficCases,
]

const altersProfile = (changes: readonly (readonly [file: string, ...rest: unknown[]])[]): boolean =>
  changes.some(([file]) => file.startsWith('catalogue/jurisdictions/'))

/** Something was changed in the example, and the finding cited the article. */
export const refused: readonly Earned[] = ruleCases.flatMap(({ article, code, changes, finds }) =>
  article === undefined || finds.length === 0 || altersProfile(changes) ? [] : earnedBy(article, code),
)

/** The same between a target branch and a change to it. */
export const refusedChange: readonly Earned[] = changeCases.flatMap(({ base = [], code, finds, head }) =>
  altersProfile(base) || altersProfile(head)
    ? []
    : finds.flatMap(({ article }) => (article === undefined ? [] : earnedBy(article, code))),
)

/** A paper, a fact or an ability was taken out of an example that has it, and the finding cited the article. */
export const lacking: readonly Earned[] = [
  ...requiredPapers.map(([article]) => ({ article, kind: 'validate' as const, seen: 'TY4201' })),
  ...requiredFacts.map(([article, , , , code]) => ({ article, kind: 'validate' as const, seen: code })),
]

/** What a stack was seen to hold, or to leave out. */
export const synthesised: readonly Earned[] = deeds.map(({ article, title }) => ({
  article,
  kind: 'synth',
  seen: title,
}))

function earnedBy(article: string, code: string): readonly Earned[] {
  return kindsOfCode(code).map(kind => ({ article, kind, seen: code }))
}

/** What ends a deadline is taken out of a history that met it, and what came after: long past, it is missed. */
export function late(model: Model): readonly Earned[] {
  return model.systems.flatMap(system => {
    const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
    const met = profile === undefined ? [] : deadlinesOf(model, profile, system)
    return met.flatMap(({ definition, endEvent, state }) => {
      const { article } = definition
      // What an authority has decided is nobody's article.
      if (profile === undefined || article === undefined || endEvent === undefined || state !== 'met')
        return []
      const then = deadlinesOf(model, profile, cutOff(system, endEvent), '2030-01-01')
      return then.some(one => one.definition === definition && one.state === 'missed')
        ? [{ article, kind: 'clock' as const, seen: definition.id }]
        : []
    })
  })
}

function cutOff(system: System, before: number): System {
  return { ...system, value: { ...system.value, history: system.value.history.slice(0, before) } }
}

/** A form was filled in for a system of the jurisdiction. */
export const made: readonly Earned[] = everyForm.flatMap(({ form, subject }) =>
  composeForm(subject).parts.length === 0
    ? []
    : form.articles.map(article => ({ article, kind: 'form' as const, seen: form.name })),
)

/** What was seen, in the order of articles, kinds and codes. */
export function recordOf(model: Model, earned: readonly Earned[]): TestedRecord {
  const profiles = [...model.catalogue.jurisdictions].map(
    ([id, profile]) => [id, profileDigest(profile)] as const,
  )
  const articles = Map.groupBy(earned, ({ article }) => article)
  return {
    profiles: Object.fromEntries(profiles.toSorted()),
    articles: Object.fromEntries(
      [...articles]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([article, own]) => [article, evidenceIn(own)]),
    ),
  }
}

function evidenceIn(earned: readonly Earned[]): TestedRecord['articles'][string] {
  const kinds = Map.groupBy(earned, ({ kind }) => kind)
  return Object.fromEntries(
    [...kinds]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, own]) => [kind, [...new Set(own.map(({ seen }) => seen))].sort()]),
  )
}
