import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { openBetween } from '../../lib/isolation/open-between.ts'
import { tallyPairs } from '../../lib/isolation/pairs.ts'
import { Reachability } from '../../lib/isolation/reachability.ts'
import { platform, projectId, systemStack } from './world.ts'
import { count, worlds } from './worlds.ts'

const numbers = Array.from({ length: count }, (_, index) => index)

it('counts row by row the pairs that are open one by one', () => {
  const labels = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: count, maxLength: count })
  fc.assert(
    fc.property(worlds, labels, (world, labelled) => {
      const reachability = new Reachability(
        modelOfStacks([platform, ...world.map((one, index) => systemStack(index, one))]),
      )
      const byProject = new Map(labelled.map((label, index) => [projectId(index), label]))
      const projects = numbers.map(projectId)
      const { named } = tallyPairs(reachability, projects)
      const openness = openBetween(reachability, projects, named, project => byProject.get(project) ?? '')
      for (const from of ['a', 'b', 'c'])
        for (const to of ['a', 'b', 'c']) {
          const pairs = numbers.flatMap(one =>
            numbers.flatMap(other =>
              one !== other && labelled[one] === from && labelled[other] === to
                ? [[one, other] as const]
                : [],
            ),
          )
          const open = pairs.filter(
            ([one, other]) => reachability.between(projectId(one), projectId(other)).reaches,
          )
          expect(openness(from, to)).toEqual({ pairs: pairs.length, open: open.length })
        }
    }),
  )
})
