import { BroadcastChannel } from 'node:worker_threads'
import { createVitest, type Vitest } from 'vitest/node'
import type { Answer, FromWorker, Question, Ready, ToWorker } from './messages.ts'

let opened = 0

/** A warm worker, running in a thread of this process until it is closed. */
export class Host {
  readonly tests: readonly string[]
  readonly #channel: BroadcastChannel
  readonly #vitest: Vitest
  readonly #next: () => Promise<FromWorker>

  private constructor(
    channel: BroadcastChannel,
    vitest: Vitest,
    next: () => Promise<FromWorker>,
    ready: Ready,
  ) {
    this.#channel = channel
    this.#vitest = vitest
    this.#next = next
    this.tests = ready.tests
  }

  /** Rejects when a test fails without any mutant, or the worker ends before it is ready. */
  static async open(configFile: string): Promise<Host> {
    opened += 1
    const name = `mutation-${opened}`
    const channel = new BroadcastChannel(name)
    const next = () =>
      new Promise<FromWorker>(resolve => {
        channel.onmessage = ({ data }: { readonly data: FromWorker }) => resolve(data)
      })
    const vitest = await createVitest('test', { config: configFile, watch: false, reporters: [] })
    vitest.provide('mutationChannel', name)
    const first = next()
    const ended = vitest.start().then(() => {
      throw new Error('The warm worker ended before it was ready')
    })
    const ready = await Promise.race([first, ended])
    ended.catch(() => {})
    if (ready.kind !== 'ready') throw new Error('The warm worker answered before it was asked')
    return new Host(channel, vitest, next, ready)
  }

  async ask(question: Question): Promise<Answer> {
    const next = this.#next()
    this.#say(question)
    const answer = await next
    if (answer.kind === 'ready') throw new Error('The warm worker started twice')
    return answer
  }

  async close(): Promise<void> {
    this.#say('close')
    await this.#vitest.close()
    this.#channel.close()
  }

  #say(message: ToWorker): void {
    this.#channel.postMessage(message)
  }
}
