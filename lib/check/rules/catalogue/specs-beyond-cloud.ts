import type { Delivery } from '../../../../generated/types/service.ts'
import { type DataPath, finding, type Text } from '../../../finding/finding.ts'
import { placeOfKey, text } from '../../place.ts'
import { repeated } from '../../repeated.ts'
import type { RepositoryRule } from '../../rule.ts'

type Specs = Readonly<Record<string, string>>

/** Cinder: `create` in api/contrib/qos_specs_manage.py has the specs beside these in one map. */
const ofTheMap: ReadonlySet<string> = new Set(['name', 'consumer'])

/** Cinder: `_check_cacheable` in api/contrib/types_extra_specs.py. */
const apart = ['multiattach', 'cacheable'] as const
const isTrue = '<is> True'

export const specsBeyondCloud: RepositoryRule = {
  code: 'TY3609',
  severity: 'error',
  title: text(
    '规格或卷类型的参数云不能照样保存。',
    'The cloud cannot keep the specs of an item as they are written.',
  ),
  why: text(
    '卷的 QoS 参数不能叫 name 或 consumer，云会把它们当作 QoS 本身的名称和作用端；云的数据库不分大小写，只差大小写的两个参数会互相覆盖或被拒绝；multiattach 与 cacheable 不能同时为真（400）。',
    'A QoS spec of a volume may not be called name or consumer, which the cloud takes for those of the QoS itself. Its database ignores case, so that of two specs that differ in nothing else one overwrites the other, or is refused. And multiattach and cacheable exclude each other (400).',
  ),
  *check(model) {
    for (const item of model.catalogue.allItems)
      for (const [index, { delivery }] of item.value.versions.entries())
        for (const { path, message } of faultsOf(delivery))
          yield finding(specsBeyondCloud, placeOfKey(item, 'versions', index, 'delivery', ...path), {
            message,
          })
  },
}

interface Fault {
  readonly path: DataPath
  readonly message: Text
}

function* faultsOf({ flavor, volume }: Delivery): Generator<Fault> {
  yield* sameButForCase(['flavor', 'extraSpecs'], flavor?.extraSpecs)
  yield* sameButForCase(['volume', 'extraSpecs'], volume?.extraSpecs)
  yield* sameButForCase(['volume', 'qos', 'specs'], volume?.qos?.specs)
  for (const key of Object.keys(volume?.qos?.specs ?? {})) {
    if (!ofTheMap.has(key.toLowerCase())) continue
    const message = text(`QoS 参数不能叫 ${key}`, `a QoS spec cannot be called ${key}`)
    yield { path: ['volume', 'qos', 'specs', key], message }
  }
  const specs = volume?.extraSpecs ?? {}
  const [first, second] = apart
  if (specs[first] === isTrue && specs[second] === isTrue)
    yield {
      path: ['volume', 'extraSpecs', second],
      message: text(`${first} 为真时不能再为 ${second}`, `${second} cannot be together with ${first}`),
    }
}

function* sameButForCase(path: DataPath, specs: Specs = {}): Generator<Fault> {
  for (const { first, again } of repeated(Object.keys(specs), key => key.toLowerCase()))
    yield {
      path: [...path, again],
      message: text(`${again} 与 ${first} 只差大小写`, `${again} differs from ${first} in case alone`),
    }
}
