import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apis, soundStacks } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'
import { type Level, type Planted, plantBlindly, provenAt } from './blind.ts'
import { givenIn } from './proof.ts'
import { randomTree } from './random-stacks.ts'

/** `npm run test:isolation` plants many more than the suite has time for. */
const count = Number(process.env.TENANTRY_FAULTS ?? 24)
const seeds = Array.from({ length: count }, (_, index) => index + 1)
const levels: readonly Level[] = ['synth', 'plan', 'live']

/** That something cannot be read, or is not there, is said of harmless faults as well. */
const cautious: ReadonlySet<string> = new Set(['TY5201', 'TY5207'])

const stacks = soundStacks()
const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))

function shown({ level, seed, change, opened = [], codes }: Planted): string {
  return `${level} ${seed}: ${change} | ${opened.slice(0, 3).join('; ')} | ${codes.join(' ')}`
}

describe('faults planted blindly', () => {
  it.each(levels)(
    'are found at the level %s where a walk of packets says that they open something',
    level => {
      const planted = [...plantBlindly(level, stacks, given, seeds)]
      const breaking = planted.filter(({ opened = [] }) => opened.length > 0)
      expect(breaking.length).toBeGreaterThan(count / 24)
      expect(breaking.filter(({ codes }) => codes.length === 0).map(shown)).toEqual([])
      const harmless = planted.filter(({ opened }) => opened?.length === 0)
      const alarms = harmless.filter(({ codes }) => codes.some(code => !cautious.has(code)))
      expect(alarms.map(shown)).toEqual([])
    },
  )
})

describe('what the tool makes of any sound repository', () => {
  it('holds to every belief in stacks, plans and clouds', () => {
    const alarms = seeds.slice(0, Math.max(8, count / 3)).flatMap(seed => {
      const tree = randomTree(seed)
      return levels.flatMap(level =>
        provenAt(level, tree.stacks, tree.given).map(finding => `${seed} ${level} ${finding}`),
      )
    })
    expect(alarms).toEqual([])
  })
})

describe('the walker', () => {
  const alone = ['api-answers.ts', 'brute-force.ts', 'mutations.ts', 'plan-json.ts', 'walker.ts']

  it.each(alone)('shares nothing with the checker: %s imports only its like', file => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    const imports = [...text.matchAll(/^import (type )?.*from '(.+)'$/gm)]
    const strange = imports.filter(([, , from = '']) => !alone.includes(from.replace('./', '')))
    expect(strange.filter(([, type]) => type === undefined).map(([line]) => line)).toEqual([])
    expect(text).not.toMatch(/\bimport\(|\brequire\(/)
  })
})
