import { expect, it } from 'vitest'
import { domesticPreferred } from '../../lib/check/rules/scope/domestic-preferred.ts'
import { loaded, replaced } from '../example-repository.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

/** The items that are named instead of one that is asked for. */
function namedFor(item: string): readonly (string | undefined)[] {
  const text = replaced(
    shebao,
    '\n      - { item: ecs.domestic.8c16g, quantity: 4 }',
    `\n      - { item: ${item}, quantity: 4 }`,
  )
  const { model } = loaded(new Map([[shebao, text]]))
  const systems = model.systems.filter(({ document }) => document.file === shebao)
  return systems
    .flatMap(system => [...domesticPreferred.check(model, system)])
    .map(({ message }) => /\S+$/.exec(message.en)?.[0])
}

it.each([
  ['ecs.general.1c2g', 'ecs.domestic.2c4g'],
  ['ecs.general.8c16g', 'ecs.domestic.8c16g'],
  ['ecs.general.16c32g', 'ecs.domestic.16c64g'],
  ['ecs.memory.4c32g', 'ecs.domestic.16c64g'],
])('instead of %s the smallest domestic server is named that is as large', (asked, named) => {
  expect(namedFor(asked)).toEqual([named])
})

it('instead of a server that is larger than all, the largest is named', () => {
  expect(namedFor('ecs.memory.16c128g')).toEqual(['ecs.domestic.16c64g'])
})

it('no server without a GPU is named instead of one that has some', () => {
  expect(namedFor('ecs.gpu.8c64g.1g')).toEqual([])
})
