import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantedFaults } from './faults.ts'
import { folderOf, root } from './folders.ts'

describe('the list of planted faults', () => {
  const faults = plantedFaults()

  it.each(faults)('can still plant $name', ({ file, before, after }) => {
    const text = readFileSync(join(root, file), 'utf8')
    expect(text.split(before)).toHaveLength(2)
    expect(after).not.toBe(before)
    expect(folderOf(file)).toBeDefined()
  })

  it('names each fault once', () => {
    const names = faults.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
