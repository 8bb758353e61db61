// A test runner for StrykerJS that asks a warm worker first: a new process for each mutant spends seconds on loading what
// the tests need and milliseconds on the tests. What the worker cannot say for certain, a new one decides, by Stryker's
// own runner: everything that no test in the worker notices, and everything that shows only while modules load.
import {
  commonTokens,
  declareFactoryPlugin,
  type Injector,
  type PluginContext,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin'
import {
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner'
import { strykerPlugins as standardPlugins } from '@stryker-mutator/vitest-runner'
import { deadline, isQuick, setMode, vitestConfig } from '../settings.ts'
import { Host } from './host.ts'
import { hitLimitReached, notReached } from './reasons.ts'

class WarmRunner implements TestRunner {
  readonly #create: () => TestRunner
  #host: Host | undefined
  #fresh: TestRunner | undefined

  constructor(create: () => TestRunner) {
    this.#create = create
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true }
  }

  /** Here and not at the first mutant, whose time it would take. */
  async init(): Promise<void> {
    this.#host = await openHost()
  }

  /** Test files in workers of their own: what one has loaded must not hide from the next which code it needs. */
  async dryRun(options: DryRunOptions): Promise<DryRunResult> {
    setMode('coverage')
    const runner = this.#create()
    await runner.init?.()
    const result = await runner.dryRun(options)
    await runner.dispose?.()
    return result
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (Date.now() > deadline()) return { status: MutantRunStatus.Error, errorMessage: notReached }
    this.#host ??= await openHost()
    const answer = await this.#host.ask({ mutant: options.activeMutant.id, hitLimit: options.hitLimit })
    if (answer.kind === 'killed') {
      return {
        status: MutantRunStatus.Killed,
        killedBy: [answer.by],
        failureMessage: answer.message,
        nrOfTests: answer.tests,
      }
    }
    if (isQuick() && answer.kind === 'alive' && answer.reached) {
      return { status: MutantRunStatus.Survived, nrOfTests: answer.tests }
    }
    if (isQuick() && options.mutantActivation === 'static') {
      return { status: MutantRunStatus.Error, errorMessage: notReached }
    }
    const { tests } = this.#host
    if (answer.kind !== 'alive') await this.#closeHost()
    if (answer.kind === 'endless') return { status: MutantRunStatus.Timeout, reason: hitLimitReached }
    return withoutLateTests(await (await this.#freshRunner()).mutantRun(wholeFiles(options, tests)))
  }

  async dispose(): Promise<void> {
    await this.#closeHost()
    await this.#fresh?.dispose?.()
  }

  async #closeHost(): Promise<void> {
    await this.#host?.close()
    this.#host = undefined
  }

  async #freshRunner(): Promise<TestRunner> {
    if (this.#fresh !== undefined) return this.#fresh
    setMode('fresh')
    this.#fresh = this.#create()
    await this.#fresh.init?.()
    return this.#fresh
  }
}

function openHost(): Promise<Host> {
  setMode('warm')
  return Host.open(vitestConfig)
}

/** Tests of one file share what they load, so the one that reached a mutant need not be the one that looks at it. */
function wholeFiles(options: MutantRunOptions, tests: readonly string[]): MutantRunOptions {
  if (options.testFilter === undefined) return options
  const files = new Set(options.testFilter.map(fileOf))
  const more = tests.filter(test => files.has(fileOf(test)))
  return { ...options, testFilter: [...new Set([...options.testFilter, ...more])] }
}

function fileOf(test: string): string {
  return test.slice(0, test.indexOf('#'))
}

/** A test that ran out of time says that something is slow, and this machine may be. */
function withoutLateTests(result: MutantRunResult): MutantRunResult {
  if (result.status !== MutantRunStatus.Killed || !/^(Test|Hook) timed out/.test(result.failureMessage))
    return result
  return { status: MutantRunStatus.Timeout, reason: result.failureMessage }
}

function create(injector: Injector<PluginContext>): TestRunner {
  const standard = standardPlugins[0]
  if (standard === undefined) throw new Error('The Vitest plugin of StrykerJS holds no test runner')
  return new WarmRunner(() => standard.factory(injector))
}
create.inject = tokens(commonTokens.injector)

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'warm', create)]
