import { describe, expect, it } from 'vitest'
import { jobsOf } from '../../stacks/job.ts'
import { selectorOf } from '../../stacks/selector.ts'
import { examplePlan } from './plan.ts'

const jobs = jobsOf(examplePlan())

function selected(text: string): readonly string[] {
  const selector = selectorOf(text)
  return selector === undefined ? ['not a selector'] : jobs.filter(selector).map(job => job.name)
}

describe('a selector', () => {
  it.each([
    ['platform', ['platform_extranet', 'platform_internet']],
    ['platform@internet', ['platform_internet']],
    ['zone:internet', ['platform_internet', 'unit_internet_xs_rsj', 'system_internet_xs_rsj_shebao']],
    ['unit:xs/gaj', ['unit_extranet_xs_gaj']],
    ['unit:*/*@internet', ['unit_internet_xs_rsj']],
    ['system:xs/rsj/shebao', ['system_extranet_xs_rsj_shebao', 'system_internet_xs_rsj_shebao']],
    ['system:*/*/sh*o@extra*', ['system_extranet_xs_rsj_shebao']],
    [
      'xs/rsj',
      [
        'unit_extranet_xs_rsj',
        'system_extranet_xs_rsj_shebao',
        'unit_internet_xs_rsj',
        'system_internet_xs_rsj_shebao',
      ],
    ],
    ['xs/rsj/shebao@extranet', ['system_extranet_xs_rsj_shebao']],
    ['platform_internet', ['platform_internet']],
    ['system_extranet_xs_gaj_*', ['system_extranet_xs_gaj_bare', 'system_extranet_xs_gaj_hukou']],
    ['xs/rs', []],
    ['xs/rsj/sheba', []],
  ])('%s means %j', (text, names) => {
    expect(selected(text)).toEqual(names)
  })

  it.each([
    '',
    'unit:xs',
    'system:xs/rsj',
    'a/b/c/d',
    'xs//a',
    'Xs',
    'xs rsj',
    '@internet',
    'zone:a/b',
    'x:y',
    '../a',
  ])('%j is none', text => {
    expect(selected(text)).toEqual(['not a selector'])
  })
})
