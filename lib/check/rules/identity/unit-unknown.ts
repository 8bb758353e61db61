import { type Finding, finding } from '../../../finding/finding.ts'
import { unitAddressOf } from '../../../model/address.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Model, System } from '../../../model/model.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { advice, meant } from '../../words.ts'

export const unitUnknown: RepositoryRule = {
  code: 'TY3005',
  severity: 'error',
  title: text('信息系统所属的使用单位没有登记。', 'The using unit of a system is not declared.'),
  why: text(
    '每个使用单位须有一份 unit.yaml，写明名称、类别和联系人；云上的域由它产生，其下的信息系统才有归属。',
    'Every using unit needs a unit.yaml with its names, category and contacts: the domain in the cloud is made from it, and its systems live in that domain.',
  ),
  *check(model) {
    const orphans = model.systems.filter(system => !isDeclared(model, unitAddressOf(system)))
    for (const [address, systems] of Map.groupBy(orphans, unitAddressOf))
      yield* unknown(model, address, systems)
  },
}

function isDeclared(model: Model, address: string): boolean {
  return model.unitByAddress.has(address) || isLeftOut(model, `tenants/${address}/unit.yaml`)
}

/** One finding a unit, however many systems it has: one file mends them all. */
function* unknown(model: Model, address: string, systems: readonly System[]): Generator<Finding> {
  const [first, ...others] = systems
  if (first === undefined) return
  const { jurisdiction, unit } = first.value.metadata
  const known = model.units.filter(({ value }) => value.metadata.jurisdiction === jurisdiction)
  yield finding(unitUnknown, place(first, 'metadata', 'unit'), {
    message: text(
      `使用单位“${address}”没有登记；请在 tenants/${address}/unit.yaml 中登记该单位`,
      `the using unit “${address}” is not declared; declare it in tenants/${address}/unit.yaml`,
    ),
    related: others.map(system =>
      related(place(system, 'metadata', 'unit'), '该系统也属于此单位', 'this system belongs to it too'),
    ),
    fix:
      meant(
        unit,
        known.map(({ value }) => value.metadata.id),
      ) ?? advice(`新建 tenants/${address}/unit.yaml`, `create tenants/${address}/unit.yaml`),
  })
}
