import type { MeasuredUnit } from '../../generated/types/units.ts'

/**
 * What a repository without a vocabulary of its own means by its units; `catalogue/units.yaml` of the example says the same.
 * Cinder, Swift and Nova say GB and mean GiB, and so do price lists of clouds; from TB on the two readings differ by a
 * tenth, and a catalogue has to choose.
 */
export const defaultUnits: readonly MeasuredUnit[] = [
  { names: ['KiB', 'KB'], kib: 1, written: 'KB' },
  { names: ['MiB', 'MB'], mib: 1, written: 'MB' },
  { names: ['GiB', 'GB', 'G', '吉字节'], gib: 1, written: 'GB' },
  { names: ['TiB'], gib: 1024 },
  { names: ['TB', 'T', '太字节'], gib: 1024, leastGib: 931 },
  { names: ['PiB'], gib: 1_048_576 },
  { names: ['PB', 'P'], gib: 1_048_576, leastGib: 931_322 },
  { names: ['kbps', 'kbit/s'], kbps: 1 },
  { names: ['Mbps', 'Mbit/s', 'M', '兆', '兆比特每秒'], mbps: 1 },
  { names: ['Gbps', 'Gbit/s'], mbps: 1000 },
  { names: ['vCPU', 'vCPUs', 'CPU', 'core', 'cores', '核', '核心', '个核'], vcpus: 1 },
  { names: ['系统'], written: '套' },
  { names: ['实例'], written: '个' },
  { names: ['域名'], written: '个域名' },
]
