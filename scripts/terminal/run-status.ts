import { failureJson } from '../../lib/deliver/run.ts'
import { type StackStatus, type Waiting, waitingOf } from '../../lib/deliver/stack-status.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { stackStatuses } from '../terraform/stack-status.ts'
import { type InCloud, lookInClouds } from '../terraform/stacks-in-cloud.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { type Context, type ExitStatus, exitStatus, type Invocation } from './command.ts'
import { deliver } from './run-delivery.ts'
import { surroundingsOf } from './run-progress.ts'
import { failureLines, statusWords } from './run-wording.ts'

/** Prints where the stacks stand that the selectors name. */
export async function stacksShown(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  // A repository with errors must not keep anybody from looking.
  return await deliver(context, { dirty: options.dirty, strict: false }, async delivery => {
    const shown = stackStatuses(workspaceOf(context), delivery, selectors)
    const surroundings = surroundingsOf(context)
    const asked = options.clouds === true
    const found = asked
      ? await surroundings.waiting(looking, async () => await lookInClouds(surroundings, delivery, shown))
      : undefined
    const rows = shown.map(({ stack, status }) => ({
      status,
      waits: waitingOf(status),
      ...(found === undefined ? {} : { cloud: { failure: found.get(stack.name) } }),
    }))
    context.stdout(
      context.json
        ? jsonAnswer('stack-status', { stacks: rows.map(plain) })
        : rows.map(row => `${lines(row, context.language).join('\n')}\n`).join(''),
    )
    return exitStatus.clean
  })
}

const looking = { zh: '在云上查看各栈', en: 'looking in the clouds' }

interface Row {
  readonly status: StackStatus
  readonly waits: readonly Waiting[]
  /** Only where the clouds were asked. */
  readonly cloud?: { readonly failure: InCloud }
}

function plain({ status, waits, cloud }: Row) {
  const { state, resources = null, last = null, ...rest } = status
  return {
    ...rest,
    state: { backend: state.backend, file: state.file ?? null },
    resources,
    last: last === null ? null : { ...last, code: last.code ?? null },
    waits,
    ...(cloud === undefined
      ? {}
      : { cloud: { failure: cloud.failure === undefined ? null : failureJson(cloud.failure) } }),
  }
}

function lines({ status, waits, cloud }: Row, language: Language): readonly string[] {
  const claim = claims[status.claim][language]
  const [semicolon, colon] = language === 'zh' ? ['；', '：'] : ['; ', ': ']
  return [
    `${status.selector}  ${claim}  ${status.stack}`,
    `    ${stateText(status)[language]}${semicolon}${lastText(status)[language]}`,
    ...waits.map(({ what, command }) => `    → ${what[language]}${colon}${command}`),
    ...cloudLines(status.stack, cloud, language),
  ]
}

function cloudLines(stack: string, cloud: Row['cloud'], language: Language): readonly string[] {
  if (cloud === undefined) return []
  const { failure } = cloud
  if (failure === undefined)
    return [`    ${{ zh: '云上与记录相符', en: 'the cloud has it as it is recorded' }[language]}`]
  return failureLines({ stack, status: 'failed', failure }, language).map(line => `    ${line}`)
}

const claims: Readonly<Record<StackStatus['claim'], Text>> = {
  wanted: { zh: '在册', en: 'wanted' },
  ended: { zh: '已终止', en: 'ended' },
  leaked: { zh: '无清单', en: 'leaked' },
}

function stateText({ state: { backend, file }, resources }: StackStatus): Text {
  const place = file === undefined ? backend : `${backend} ${printable(file)}`
  if (resources === undefined)
    return { zh: `状态：${place}，未查询后端`, en: `state: ${place}, and the backend was not asked` }
  return { zh: `状态：${place}，资源 ${resources} 项`, en: `state: ${place}, ${resources} resources` }
}

function lastText({ last }: StackStatus): Text {
  if (last === undefined) return { zh: '没有执行记录', en: 'no run on record' }
  const { command, startedAt, status, code } = last
  const cause = code === undefined ? '' : ` ${code}`
  const { zh, en } = statusWords[status]
  const run = `${command} ${printable(startedAt)}`
  return { zh: `上次：${run} ${zh}${cause}`, en: `last: ${run} ${en}${cause}` }
}
