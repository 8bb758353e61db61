import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Said, Text } from '../finding/finding.ts'
import type { Catalogue } from '../model/model.ts'

/** An article within its regulation: `第二十三条`, `DT-23`. One that the profile does not list goes by its id. */
export function articlePlace({ articles }: Pick<JurisdictionProfile, 'articles'>, article: string): Text {
  const place = articles?.find(({ id }) => id === article)?.place
  return { zh: place ?? article, en: article }
}

/** An article as officials cite it: `《大同市政务云管理办法》第二十三条`, `Datong City, DT-23`. */
export function citationIn(profile: JurisdictionProfile, article: string): Text {
  const place = articlePlace(profile, article)
  return {
    zh: `《${profile.regulation.title}》${place.zh}`,
    en: `${profile.metadata.name.en}, ${place.en}`,
  }
}

/** The same, of whichever regulation of the catalogue has the article. */
export function citationOf(
  { jurisdictions }: Pick<Catalogue, 'jurisdictions'>,
  article: string,
): Text | undefined {
  const profile = [...jurisdictions.values()].find(({ value }) =>
    value.articles?.some(({ id }) => id === article),
  )
  return profile && citationIn(profile.value, article)
}

/** Findings that say by which article of which regulation they hold, for people to read. */
export function cited<F extends Said>(
  findings: readonly F[],
  catalogue: Pick<Catalogue, 'jurisdictions'>,
): readonly F[] {
  return findings.map(finding => {
    const citation = finding.article === undefined ? undefined : citationOf(catalogue, finding.article)
    return citation === undefined ? finding : { ...finding, citation }
  })
}
