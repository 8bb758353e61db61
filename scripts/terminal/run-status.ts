import { type StackStatus, type Waiting, waitingOf } from '../../lib/deliver/stack-status.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { stackStatuses } from '../terraform/stack-status.ts'
import { workspaceOf } from '../workspace/workspace.ts'
import { type Context, type ExitStatus, exitStatus, type Invocation } from './command.ts'
import { deliver } from './run-delivery.ts'
import { statusWords } from './run-wording.ts'

/** Prints where the stacks stand that the selectors name. */
export async function stacksShown(
  context: Context,
  { arguments: selectors, options }: Invocation,
): Promise<ExitStatus> {
  // A repository with errors must not keep anybody from looking.
  return await deliver(context, { dirty: options.dirty, strict: false }, async delivery => {
    const rows = stackStatuses(workspaceOf(context), delivery, selectors).map(status => ({
      status,
      waits: waitingOf(status),
    }))
    context.stdout(
      context.json
        ? `${JSON.stringify(rows.map(plain), null, 2)}\n`
        : rows.map(row => `${lines(row, context.language).join('\n')}\n`).join(''),
    )
    return exitStatus.clean
  })
}

interface Row {
  readonly status: StackStatus
  readonly waits: readonly Waiting[]
}

function plain({ status, waits }: Row) {
  const { state, resources = null, last = null, ...rest } = status
  return {
    ...rest,
    state: { backend: state.backend, file: state.file ?? null },
    resources,
    last: last === null ? null : { ...last, code: last.code ?? null },
    waits,
  }
}

function lines({ status, waits }: Row, language: Language): readonly string[] {
  const claim = claims[status.claim][language]
  return [
    `${status.selector}  ${claim}  ${status.stack}`,
    `    ${stateText(status)[language]}${language === 'zh' ? '；' : '; '}${lastText(status)[language]}`,
    ...waits.map(
      ({ what, command }) => `    → ${what[language]}${language === 'zh' ? '：' : ': '}${command}`,
    ),
  ]
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
