import { describe, expect, it } from 'vitest'
import { defaultUnits } from '../../lib/model/default-units.ts'
import { unitOfMeasure } from '../../lib/model/unit-of-measure.ts'
import { loaded } from '../example-repository.ts'

describe('a unit of measure', () => {
  it.each([
    ['GiB', 1, 1],
    ['GB', 1, 1],
    ['gb', 1, 1],
    ['ＧＢ', 1, 1],
    ['TB', 931, 1024],
    ['TiB', 1024, 1024],
    ['T', 931, 1024],
    ['PB', 931_322, 1_048_576],
    ['PiB', 1_048_576, 1_048_576],
    ['MB', 1 / 1024, 1 / 1024],
    ['100GB', 100, 100],
    ['100 GB', 100, 100],
    ['10TB', 9310, 10_240],
    ['GB/月', 1, 1],
    ['TB·年', 931, 1024],
    ['GB（月）', 1, 1],
    ['GB每月', 1, 1],
  ])('%s holds from %d to %d GiB', (text, least, most) => {
    expect(unitOfMeasure(text)).toEqual({ counts: 'size', gib: [least, most] })
  })

  it.each([
    ['Mbps', 1],
    ['Mbit/s', 1],
    ['M', 1],
    ['兆', 1],
    ['Gbps', 1000],
    ['100Mbps', 100],
    ['Mbps/月', 1],
  ])('%s is %d Mbps', (text, mbps) => {
    expect(unitOfMeasure(text)).toEqual({ counts: 'bandwidth', mbps })
  })

  it.each(['vCPU', '核', 'core'])('%s counts processors', text => {
    expect(unitOfMeasure(text)).toEqual({ counts: 'cpu', vcpus: 1 })
  })

  it.each([
    '个',
    '台',
    'piece',
    'server',
    '系统',
    '人日',
    'line',
    '套',
    '实例',
    '域名',
    '次',
    'GB卡',
    'Tbox',
  ])('%s counts nothing that a cloud has a unit for', text => {
    expect(unitOfMeasure(text)).toBeUndefined()
  })
})

describe('a vocabulary of units', () => {
  const units = [
    { names: ['盘'], gib: 500 },
    { names: ['ＴＢ'], gib: 1000 },
    { names: ['路'], mbps: 100 },
    { names: ['U'], vcpus: 4 },
  ]

  it.each([
    ['盘', { counts: 'size', gib: [500, 500] }],
    ['2盘/月', { counts: 'size', gib: [1000, 1000] }],
    ['tb', { counts: 'size', gib: [1000, 1000] }],
    ['路', { counts: 'bandwidth', mbps: 100 }],
    ['2u', { counts: 'cpu', vcpus: 8 }],
    ['GiB', undefined],
  ])('says what %s is', (text, meant) => {
    expect(unitOfMeasure(text, units)).toEqual(meant)
  })

  it('stands in the example as it is meant without one', () => {
    expect(loaded().model.catalogue.units?.value.units).toEqual(defaultUnits)
  })
})
