import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { policiesFor } from '../../lib/approval/index.ts'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { stateOf } from '../../lib/lifecycle/index.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { type Loaded, loaded } from '../example-repository.ts'
import { otherFiles } from './language.ts'

interface Walk {
  readonly edits?: readonly { readonly since: number; readonly before: string; readonly after: string }[]
  readonly states: readonly string[]
  /** The steps of approval that its first request takes, in order. */
  readonly steps: readonly string[]
  /** By day: each deadline that has begun, with its state. */
  readonly deadlines: Readonly<Record<string, readonly string[]>>
  readonly refused: readonly {
    readonly title: string
    readonly step: number
    readonly before: string
    readonly after: string
    readonly code: string
  }[]
}

const home = join(packageRoot, 'test/fixtures/composed')
const text = (place: string, name: string) => readFileSync(join(home, place, `${name}.yaml`), 'utf8')

const walks = readdirSync(home).flatMap(place => {
  const all: Readonly<Record<string, Walk>> = parse(text(place, 'walks'))
  return Object.entries(all).map(([system, walk]) => ({ place, system, walk }))
})

function replacedOnce(whole: string, before: string, after: string): string {
  if (!whole.includes(before)) throw new Error(`nothing reads ${before}`)
  return whole.replace(before, () => after)
}

describe.each(walks)(
  '$system of the composed example $place, which is YAML alone',
  ({ place, system, walk }) => {
    const unit = /unit: ([a-z]+)/.exec(text(place, system))?.[1] ?? ''
    const address = `${place}/${unit}/${system}`
    const file = `tenants/${address}.yaml`

    /** The repository after so many steps of the system's life. */
    function afterSteps(steps: number, change: (manifest: string) => string = manifest => manifest): Loaded {
      const [head = '', ...events] = text(place, system).split(/(?=^ {2}- event: )/m)
      const written = (walk.edits ?? [])
        .filter(({ since }) => steps >= since)
        .reduce(
          (whole, { before, after }) => replacedOnce(whole, before, after),
          head + events.slice(0, steps).join(''),
        )
      return loaded(
        new Map([
          ...otherFiles.map(name => [name, undefined] as const),
          [`catalogue/jurisdictions/${place}.yaml`, text(place, 'profile')],
          [`tenants/${place}/${unit}/unit.yaml`, text(place, unit)],
          [file, change(written)],
        ]),
      )
    }

    const parts = ({ model, findings }: Loaded) => {
      const profile = model.catalogue.jurisdictions.get(place)?.value
      const found = model.systemByAddress.get(address)
      if (profile === undefined || found === undefined)
        throw new Error(findings.map(({ code, file, message }) => `${code} ${file} ${message.en}`).join('\n'))
      return { model, profile, system: found }
    }

    it('goes from its first request to its end without a finding, each step a change of its own', () => {
      let before: Loaded | undefined
      for (const [index, state] of walk.states.entries()) {
        const now = afterSteps(index + 1)
        const loud = now.findings.filter(({ severity }) => severity === 'error')
        expect(loud.map(({ code, message }) => `${code} ${message.en}`)).toEqual([])
        const { profile, system, model } = parts(now)
        expect(stateOf(profile, system.value.history, model.asOf).state).toBe(state)
        if (before !== undefined) expect(checkChange(before.model, now.model, rulings)).toEqual([])
        before = now
      }
    })

    it('takes the steps of approval that are its own', () => {
      const { model, profile, system } = parts(afterSteps(1))
      const policies = policiesFor(profile, 'request', caseOf(model, profile, system, 0))
      expect(policies.flatMap(({ steps }) => steps.map(({ id }) => id))).toEqual(walk.steps)
    })

    it.each(Object.entries(walk.deadlines))('has the deadlines of %s', (day, wanted) => {
      const { model, profile, system } = parts(afterSteps(walk.states.length))
      const rows = deadlinesOf(model, profile, system, day).map(
        ({ definition, state }) => `${definition.id} ${state}`,
      )
      expect(rows.toSorted()).toEqual(wanted.toSorted())
    })

    it.each(walk.refused)('refuses $title', ({ step, before, after: text, code }) => {
      const { findings } = afterSteps(step, manifest => replacedOnce(manifest, before, text))
      expect(findings.filter(one => one.file === file).map(one => one.code)).toContain(code)
    })
  },
)
