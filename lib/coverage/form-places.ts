import type { Model } from '../model/model.ts'
import type { Place } from './place.ts'

/** Every form, by the articles that name it. */
export function formPlaces(model: Model): readonly Place[] {
  return [...model.catalogue.forms.values()].flatMap(set =>
    set.value.forms.flatMap(form =>
      form.articles.map(article => ({
        article,
        kinds: ['form'] as const,
        label: `《${form.name}》`,
        file: set.document.file,
      })),
    ),
  )
}
