// Forms filled in for the systems of the example repository.
import type { Form } from '../../generated/types/form.ts'
import {
  composeForm,
  type FormDocument,
  lastPeriodBefore,
  subjectOf,
  type Target,
} from '../../lib/form/index.ts'
import type { Subject } from '../../lib/form/subject.ts'
import type { Model } from '../../lib/model/model.ts'
import { loaded } from '../example-repository.ts'

const example = loaded()

export const exampleModel: Model = example.model

export interface FilledForm {
  readonly name: string
  readonly address: string
  readonly form: Form
  readonly subject: Subject
}

export function targetOf(model: Model, address: string): Target {
  const [jurisdiction = '', unit = ''] = address.split('/')
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  if (profile === undefined) throw new Error(`${jurisdiction} has no profile`)
  return {
    profile,
    unit: model.unitByAddress.get(`${jurisdiction}/${unit}`),
    system: model.systemByAddress.get(address),
  }
}

export function subjectAt(model: Model, address: string, id: string): Subject {
  const [jurisdiction = ''] = address.split('/')
  const form = model.catalogue.forms.get(jurisdiction)?.value.forms.find(form => form.id === id)
  if (form === undefined) throw new Error(`${jurisdiction} has no form ${id}`)
  const period = form.period === undefined ? undefined : lastPeriodBefore(form.period, model.asOf)
  return subjectOf(model, form, targetOf(model, address), period)
}

export function filled(address: string, id: string, model: Model = exampleModel): FormDocument {
  return composeForm(subjectAt(model, address, id))
}

/** Every form of a jurisdiction, for each of its systems. */
export const everyForm: readonly FilledForm[] = exampleModel.systems.flatMap(({ address }) => {
  const [jurisdiction = ''] = address.split('/')
  const forms = exampleModel.catalogue.forms.get(jurisdiction)?.value.forms ?? []
  return forms.map(form => ({
    name: `${address} ${form.name}`,
    address,
    form,
    subject: subjectAt(exampleModel, address, form.id),
  }))
})

/** Of each jurisdiction the system with the longest history: most forms have something to say of it. */
export const tellingForms: readonly FilledForm[] = [...exampleModel.catalogue.jurisdictions.keys()].flatMap(
  jurisdiction => {
    const systems = exampleModel.systems.filter(({ address }) => address.startsWith(`${jurisdiction}/`))
    const [longest] = systems.toSorted((a, b) => b.value.history.length - a.value.history.length)
    return everyForm.filter(({ address }) => address === longest?.address)
  },
)
