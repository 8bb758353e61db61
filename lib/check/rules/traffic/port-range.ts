import { type DataPath, finding } from '../../../finding/finding.ts'
import type { System } from '../../../model/model.ts'
import { PortRange } from '../../../network/port-range.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

interface WrittenPorts {
  readonly path: DataPath
  readonly ports: readonly (number | string)[]
}

function writtenPorts(system: System): readonly WrittenPorts[] {
  return [
    ...trafficIn(system).flatMap(({ path, ports }) =>
      ports === undefined ? [] : [{ path: [...path, 'ports'], ports }],
    ),
    ...(system.value.exchange ?? []).map(({ ports }, index) => ({
      path: ['exchange', index, 'ports'],
      ports,
    })),
  ]
}

const problems = {
  form: text('须写成端口或“起-止”', 'a port, or "<first>-<last>", belongs here'),
  bounds: text('端口须在 1 至 65535 之间', 'ports lie between 1 and 65535'),
  reversed: text('起始端口大于截止端口', 'the first port is after the last'),
} as const

export const portRange: SystemRule = {
  code: 'TY3408',
  severity: 'error',
  title: text('端口段不成立。', 'A port range is not possible.'),
  why: text(
    '端口段写成“起-止”，两端均计入，须在 1 至 65535 之间，起不大于止。',
    'A range is written "<first>-<last>"; both count, both lie between 1 and 65535, and the first is not after the last.',
  ),
  *check(_, system) {
    for (const { path, ports } of writtenPorts(system)) {
      for (const [index, port] of ports.entries()) {
        const reading = PortRange.read(port)
        if (reading.range !== undefined) continue
        const { zh, en } = problems[reading.problem]
        const turned = `${port}`.split('-').toReversed().join('-')
        yield finding(portRange, place(system, ...path, index), {
          message: text(`${port}：${zh}`, `${port}: ${en}`),
          fix: reading.problem === 'reversed' ? replacement(`"${turned}"`) : undefined,
        })
      }
    }
  },
}
