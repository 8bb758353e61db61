// Around each file of tests: what it leaves in the clouds is its own fault, and none of the next file's.
import { afterAll, expect, inject } from 'vitest'
import { takeInventories } from './inventory/clouds.ts'
import { emptyCloud } from './lab/control.ts'

const cloudsFile = inject('cloudsFile')

afterAll(async () => {
  if (cloudsFile === undefined) return
  const [atFirst, left] = [inject('cloudsAtFirst'), await takeInventories()]
  try {
    expect(left).toEqual(atFirst)
  } catch (error) {
    for (const cloud of Object.keys(atFirst)) await emptyCloud(cloudsFile, cloud)
    throw error
  }
})
