import { describe, expect, test } from 'vitest'
import { newStackPlan } from '../../lib/deliver/new-stack-plan.ts'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { judgePlan, stackHistoryOf } from '../../lib/plan-gate/index.ts'
import { removalHasEvent } from '../../lib/plan-gate/rules/removal-has-event.ts'
import { jobsOf } from '../../stacks/job.ts'
import { synthesiseStack } from '../../stacks/synthesise-stack.ts'
import { writtenOn } from '../../stacks/written-on.ts'
import { loaded } from '../example-repository.ts'
import { change, stackNamed } from './plans.ts'

const { model } = loaded()
const jobs = jobsOf(outlineOf(model))
const removals = { most: 0, taken: 0 }

function historyOf(name: string) {
  return stackHistoryOf(model, stackNamed(name), writtenOn)
}

describe('the example repository', () => {
  test('may be applied as it is', () => {
    const refused = jobs.flatMap(job => {
      const configuration: unknown = JSON.parse(Buffer.from(synthesiseStack(job).bytes).toString())
      const stack = stackNamed(job.name)
      const plan = newStackPlan(configuration)
      return (
        judgePlan({ stack, plan, configuration, history: historyOf(job.name), removals, breaches: [] })
          ?.findings ?? []
      )
    })
    expect(jobs.length).toBeGreaterThan(20)
    expect(refused).toEqual([])
  })

  test('has a past that is made as the present is', () => {
    const system = jobs.find(({ kind }) => kind === 'system')?.name ?? ''
    const now = writtenOn(model, stackNamed(system), model.asOf)
    expect(now).toMatchObject({ resource: { openstack_identity_project_v3: { project: {} } } })
    expect(writtenOn(model, stackNamed(system), '2000-01-01')).toBeUndefined()
  })

  const jurisdictions = [...model.catalogue.jurisdictions.keys()]
  test.each(jurisdictions)(
    'names the articles of %s by which a network and a project may go',
    jurisdiction => {
      const name = jobs.find(
        ({ kind, address }) => kind === 'system' && address?.startsWith(`${jurisdiction}/`),
      )?.name
      if (name === undefined) throw new Error(`no system in ${jurisdiction}`)
      const addresses = ['openstack_networking_network_v2.network', 'openstack_identity_project_v3.project']
      const plan = { changes: addresses.map(address => change('delete', address)), drift: [] }
      const verdict = judgePlan({
        stack: stackNamed(name),
        plan,
        configuration: {},
        history: historyOf(name),
        removals: { most: 2, taken: 0 },
        breaches: [],
      })
      const events = model.catalogue.jurisdictions.get(jurisdiction)?.value.lifecycle.events
      const articles = (verdict?.findings ?? []).map(({ article }) => article)
      expect(articles).toEqual([events?.['change-approved']?.article, events?.['exit-approved']?.article])
      expect(removalHasEvent.articles).toEqual(expect.arrayContaining(articles))
    },
  )
})
