import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StoredRecord } from '../../../lib/evidence/index.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { decideAllAgain } from '../../../scripts/evidence/decide-parts.ts'
import { commitNamed, requireEvidence, verifyEvidence } from '../../../scripts/evidence/index.ts'
import type { CommittedPlace } from '../../../scripts/workspace/model-at.ts'
import { generateRepository } from '../../bench/generate.ts'
import { generateEvidence } from '../../bench/generate-evidence.ts'
import { temporaryDirectory, testDay } from '../harness.ts'

const records = 6
const whole = [{ from: 0, to: records }]
const parts = [
  { from: 0, to: 2 },
  { from: 2, to: records },
]

function recorded() {
  const root = join(temporaryDirectory(), 'data')
  generateRepository(root, 2)
  generateEvidence(root, { systems: 2, records })
  const place: CommittedPlace = {
    root,
    environment: { PATH: process.env.PATH },
    today: testDay,
    actualToday: testDay,
    cacheDirectory: undefined,
    cacheKeyFile: undefined,
  }
  return { place, stored: requireEvidence(place, undefined).records }
}

type Edits = Readonly<Record<number, readonly [RegExp | string, string]>>

/** The same records, some of them written otherwise. */
function edited(stored: readonly StoredRecord[], edits: Edits): readonly StoredRecord[] {
  return stored.map((one, index) => {
    const [before, after] = edits[index + 1] ?? ['', '']
    return { ...one, text: one.text.replace(before, after) }
  })
}

async function answerOf(place: CommittedPlace, chain: readonly StoredRecord[], asked: typeof parts) {
  const counts: number[] = []
  const deciding = decideAllAgain(place, chain, count => counts.push(count), asked)
  try {
    return { ...(await deciding.answer()), counts }
  } finally {
    await deciding.stop()
  }
}

it('a verification lets whoever tells of it have a turn before it decides again', async () => {
  const { place, stored } = recorded()
  const seen: string[] = []
  setTimeout(() => seen.push('turn'), 0)
  const target = commitNamed(place, 'refs/heads/main') ?? ''
  const evidence = { records: stored, tip: undefined }
  await verifyEvidence(place, evidence, target, [], count => seen.push(`${count}`))
  expect(seen).toEqual(['turn', '1', '2', '3', '4', '5', '6'])
})

describe('a chain that is decided again in parts at the same time', () => {
  it('comes to what it comes to as a whole, in the order of its records', async () => {
    const { place, stored } = recorded()
    const chain = edited(stored, {
      1: [/"tool":"[^"]+"/, '"tool":"0.0.9"'],
      2: ['"state":"approve"', '"state":"refuse"'],
      4: ['"state":"approve"', '"state":"refuse"'],
      5: [/"tree":"[0-9a-f]+"/, `"tree":"${'1'.repeat(40)}"`],
      6: [/"tool":"[^"]+"/, '"tool":"0.0.9"'],
    })
    const { counts, ...expected } = await answerOf(place, chain, whole)
    expect(counts).toEqual([1, 2, 3, 4, 5, 6])
    expect(expected).toMatchObject({
      count: 5,
      undecidable: [5],
      otherVersions: [{ tool: '0.0.9', records: 2 }],
      findings: [{ code: 'TY4528' }, { code: 'TY4528' }],
    })
    const { counts: _counts, ...together } = await answerOf(place, chain, parts)
    expect(together).toEqual(expected)
  })

  it('is refused where a thread is, and may be given up', async () => {
    const { place, stored } = recorded()
    const refused = answerOf({ ...place, environment: { PATH: '/nonexistent' } }, stored, parts)
    await expect(refused).rejects.toThrow(/TY9104/)
    await expect(refused).rejects.toBeInstanceOf(Refusal)
    await decideAllAgain(place, stored, () => {}, parts).stop()
  })
})
