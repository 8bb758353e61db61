import { resolve } from 'node:path'
import { codes } from '../../lib/command-line/codes.ts'
import { type Seen, seenAfter } from '../../lib/drift/history.ts'
import { driftPage } from '../../lib/drift/page.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { chosenOf } from '../terraform/chosen.ts'
import { type DriftRun, driftRun } from '../terraform/drift-run.ts'
import { driftHistory, keepDriftHistory } from '../workspace/drift-history.ts'
import { toolVersion } from '../workspace/package-root.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { writeNamed } from '../workspace/write-file.ts'
import {
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  type OptionValues,
  statusOf,
} from './command.ts'
import { driftData } from './drift-data.ts'
import { driftLines } from './drift-lines.ts'
import { type DriftProposal, proposalOf, wishesOf } from './drift-proposal.ts'
import { proposalData } from './proposal-data.ts'
import { proposalLines } from './proposal-lines.ts'
import { printed, writeAsAsked } from './report.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { parallelOf } from './run-request.ts'

export async function drifted(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  const parallel = parallelOf(options)
  const propose = options.propose === true
  requireTogether(options)
  // An error in one manifest must not keep anybody from looking at the others.
  return await deliver(context, { dirty: options.dirty, strict: false }, async delivery => {
    const { chosen } = chosenOf(delivery, selectors)
    const request = { delivery, selectors, chosen, ended: [], all: true, retires: false, parallel }
    // Progress has no place on the output that a program, or a file, takes the answer from.
    const run = await driftRun(surroundingsOf({ ...context, json: true }), request)
    const seen = remembered(context, run)
    if (typeof options.page === 'string')
      writeNamed(
        resolve(context.cwd, options.page),
        driftPage({ ...run, ...seen, at: run.startedAt, version: toolVersion() }),
      )
    const proposal = propose ? proposalOf(context, run, seen, wishesOf(options, seen)) : undefined
    tell(context, options, { run, seen, proposal })
    return statusAfter(run)
  })
}

/** What is proposed begins at a commit, and says what is different from that. */
function requireTogether({ propose, adopt, dirty }: OptionValues): void {
  if (propose !== true && adopt !== undefined)
    throw new CommandError(codes.missingValue.code, {
      zh: '--adopt 须与 --propose 一起使用',
      en: '--adopt goes with --propose',
    })
  if (propose === true && dirty === true)
    throw new CommandError(codes.proposedFromCommit.code, codes.proposedFromCommit.why)
}

/** What was found decides: it has to be seen to, whatever else could not be looked at. */
function statusAfter({ drifts, unlooked, isBroken }: DriftRun): ExitStatus {
  if (drifts.length > 0) return exitStatus.changes
  return isBroken ? exitStatus.environment : statusOf(unlooked)
}

function remembered(context: Context, { drifts, unlooked, isInScope, startedAt }: DriftRun): Seen {
  const home = workspaceOf(context)
  const isWhole = statusOf(unlooked) === exitStatus.clean
  const seen = seenAfter(driftHistory(home), {
    drifts,
    at: startedAt,
    covers: ({ stacks, place }) => isWhole && isInScope({ stacks, place }),
  })
  keepDriftHistory(home, seen.history)
  return seen
}

interface Told {
  readonly run: DriftRun
  readonly seen: Seen
  readonly proposal: DriftProposal | undefined
}

function tell(context: Context, options: OptionValues, { run, seen, proposal }: Told): void {
  const findings: readonly AnyFinding[] = [...run.drifts.map(({ finding }) => finding), ...run.unlooked]
  const proposed = proposal === undefined ? [] : proposalLines(proposal, context.language)
  const found = { findings, files: [] }
  if (writeAsAsked(context, options, found)) {
    // That form has no place for it.
    if (proposed.length > 0) context.stderr(`${proposed.join('\n')}\n`)
    return
  }
  if (context.json) {
    const more = proposal === undefined ? {} : { proposal: proposalData(proposal) }
    context.stdout(jsonAnswer('drift', { ...driftData(run, seen), ...more }))
    return
  }
  const lines = [...driftLines(run, seen, context.language), ...proposed]
  context.stdout(`${lines.join('\n')}\n`)
  if (run.unlooked.length > 0) context.stderr(printed({ findings: run.unlooked, files: [] }, text, context))
}
