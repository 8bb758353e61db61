import { describe, expect, it } from 'vitest'
import { filled, placesIn } from '../../lib/resource-types/index.ts'

const template = '/types/{volume_type_id}/access?of={project_id}'

describe('a template', () => {
  it('names its places in order', () => {
    expect(placesIn(template)).toEqual(['volume_type_id', 'project_id'])
    expect(placesIn('/types')).toEqual([])
  })

  it('is filled at every place, with the values as they are', () => {
    const values: Readonly<Record<string, string>> = { volume_type_id: '$&', project_id: '{volume_type_id}' }
    expect(filled(template, name => values[name])).toBe('/types/$&/access?of={volume_type_id}')
  })

  it('comes to nothing while a place has no value, and to itself without places', () => {
    expect(filled(template, name => (name === 'project_id' ? 'p' : undefined))).toBeUndefined()
    expect(filled('/types', () => undefined)).toBe('/types')
  })

  it('takes an empty value for a value', () => {
    expect(filled('{a}/b', () => '')).toBe('/b')
  })
})
