import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Heartbeat, heartbeat } from '../../../scripts/terminal/heartbeat.ts'
import { site } from '../../deliver/delivery.ts'
import { temporaryDirectory } from '../harness.ts'

const on = (en: string) => ({ zh: en, en })

describe('a heartbeat', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function listened() {
    const said: { readonly at: number; readonly text: string }[] = []
    const begun = Date.now()
    const heart = heartbeat(
      { write: text => said.push({ at: Date.now() - begun, text }), descriptor: undefined },
      'en',
    )
    return { heart, said }
  }

  test('lets no ten seconds pass without a word, on what and for how long', () => {
    const { heart, said } = listened()
    const beat = heart.begin(on('terraform init'), 'platform_internet')
    vi.advanceTimersByTime(60_000)
    beat.end()
    const times = [0, ...said.map(({ at }) => at), 60_000]
    expect(Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeLessThan(10_000)
    expect(said[0]?.text).toBe('… platform_internet  terraform init (8 s)\n')
    expect(said[1]?.text).toBe('… platform_internet  terraform init (16 s)\n')
  })

  test('is silent while other things are said, and after', () => {
    const { heart, said } = listened()
    const beat = heart.begin(on('a'))
    for (let count = 0; count < 20; count += 1) {
      vi.advanceTimersByTime(5_000)
      heart.spoke()
    }
    beat.end()
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual([])
  })

  test('lets no ten seconds pass over many short waits, nor over work between them', () => {
    const { heart, said } = listened()
    for (let count = 0; count < 10; count += 1) {
      vi.advanceTimersByTime(2_000)
      const beat = heart.begin(on('a'))
      vi.advanceTimersByTime(5_000)
      beat.end()
    }
    const times = [0, ...said.map(({ at }) => at), 70_000]
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000)
  })

  test('tells the seconds of what is waited for now, and once only as long as it stays the same', () => {
    const { heart, said } = listened()
    const beat = heart.begin(on('a'), 's')
    vi.advanceTimersByTime(6_000)
    beat.on(on('b'))
    vi.advanceTimersByTime(1_000)
    beat.on(on('b'))
    vi.advanceTimersByTime(1_000)
    expect(said.map(({ text }) => text)).toEqual(['… s  b (2 s)\n'])
  })

  test('is told how far work is that leaves no turn to timers', () => {
    const { heart, said } = listened()
    const begun = Date.now()
    const beat = heart.begin(on('decides'))
    for (const seconds of [1, 7, 8, 15, 16]) {
      vi.setSystemTime(begun + seconds * 1000)
      beat.still(on(`decides ${seconds}`))
    }
    expect(said.map(({ text }) => text)).toEqual(['… decides 8 (8 s)\n', '… decides 16 (16 s)\n'])
  })

  test('tells of the command as a whole only where nothing in it is waited for', () => {
    const { heart, said } = listened()
    const whole = heart.work(on('at work'))
    vi.advanceTimersByTime(8_000)
    const beat = heart.begin(on('a'))
    vi.advanceTimersByTime(8_000)
    beat.end()
    vi.advanceTimersByTime(8_000)
    whole.end()
    vi.advanceTimersByTime(60_000)
    expect(said.map(({ text }) => text)).toEqual(['… at work (8 s)\n', '… a (8 s)\n', '… at work (24 s)\n'])
  })

  test('says nothing while a person is asked, and begins anew after it', () => {
    const { heart, said } = listened()
    heart.work(on('at work'))
    const speak = heart.hush()
    vi.advanceTimersByTime(60_000)
    expect(said).toEqual([])
    speak()
    vi.advanceTimersByTime(7_000)
    expect(said).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(said).toHaveLength(1)
  })

  test('names those that wait longest, and counts the others', () => {
    const { heart, said } = listened()
    for (let count = 0; count < 6; count += 1) {
      heart.begin(on('a'), `s${count}`)
      vi.advanceTimersByTime(100)
    }
    vi.advanceTimersByTime(8_000)
    expect(said[0]?.text.match(/s\d/g)).toEqual(['s0', 's1', 's2', 's3'])
    expect(said[0]?.text).toMatch(/^… and 2 more$/m)
  })
})

describe('a heartbeat while the process stands still', () => {
  /** What is written while nothing else has a turn, as long as the time given. */
  function standing(stillMs: number, before: (heart: Heartbeat) => void = () => {}) {
    const file = join(temporaryDirectory(), 'said')
    const descriptor = openSync(file, 'w')
    const heart = heartbeat({ write: () => {}, descriptor }, 'en', 400)
    before(heart)
    const wait = heart.blocked(on('waiting for git'), Date.now() - 6_000)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stillMs)
    wait.end()
    return readFileSync(file, 'utf8')
  }

  test('tells from beside it on what it waits, again and again', () => {
    expect(standing(4_000)).toMatch(/^(… waiting for git \((?:6|7|8|9|10) s\)\n){2,}$/)
  })

  test('begins the next silence with its last word, not with the end of the wait', () => {
    const said: string[] = []
    const file = join(temporaryDirectory(), 'said')
    const write = (text: string) => void said.push(text)
    const heart = heartbeat({ write, descriptor: openSync(file, 'w') }, 'en', 1_000)
    const beat = heart.begin(on('a'))
    const wait = heart.blocked(on('b'))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_700)
    wait.end()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    beat.still(on('a'))
    expect(said).toHaveLength(1)
  })

  test('speaks with one voice where one wait lies within another', () => {
    const file = join(temporaryDirectory(), 'said')
    const heart = heartbeat({ write: () => {}, descriptor: openSync(file, 'w') }, 'en', 400)
    const outer = heart.blocked(on('checking files'))
    heart.blocked(on('waiting for git')).end()
    const inner = heart.blocked(on('waiting for git'))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000)
    inner.end()
    outer.end()
    expect(readFileSync(file, 'utf8')).toMatch(/^(… checking files \(\d s\)\n)+$/)
    heart.blocked(on('again'), 0).end()
  })

  test('is silent where that is over before it was time, and while a person is asked', () => {
    expect(standing(100)).toBe('')
    expect(standing(1_500, heart => void heart.hush())).toBe('')
  })
})

test('a plan whose terraform hangs says on what it waits, beside the answer for programs', async () => {
  const place = await site()
  const { stdout, stderr } = await place.run(
    ['plan', 'platform:extranet', '--lang', 'en', '--json'],
    { TF_FAKE_INIT_MS: '9500' },
    { heartbeats: true },
  )
  expect(stderr).toMatch(/^… terraform init.* \(\d+ s\)$/m)
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'succeeded' })
})

test('an apply names the resource that a stack waits for', async () => {
  const place = await site()
  const controller = new AbortController()
  const said: string[] = []
  await place.run(
    ['apply', 'platform:extranet', '--lang', 'en', '--yes'],
    { TF_FAKE_DELAY_MS: '1000' },
    {
      signal: controller.signal,
      onOutput: text => {
        said.push(text)
        if (text.startsWith('… platform_extranet  making')) controller.abort()
      },
    },
  )
  expect(said.join('')).toMatch(/^… platform_extranet {2}making openstack_\S+ \(\d+ s\)$/m)
})
