import type { Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { Outcome } from '../doctor/check.ts'
import { type Command, type Context, exitStatus } from '../terminal/command.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: {
    zh: '检查本机是否具备交付所需的一切：terraform 及其 OpenStack 插件、各分区的云及其服务、执行账户、状态后端',
    en: 'look whether this machine has all that delivery needs: terraform, the provider, the clouds of the zones and their services, the account, the state backends',
  },
  arguments: [
    {
      name: '[selector...]',
      summary: {
        zh: '只检查所选分区的云，如 zone:internet；不写则全部',
        en: 'look only at the clouds of these zones, such as zone:internet; without it, at all',
      },
      complete: 'selector',
    },
  ],
  options: [],
  examples: [
    {
      line: 'tenantry doctor',
      summary: {
        zh: '逐项检查；缺项时退出状态为 3',
        en: 'look at everything; status 3 when something is missing',
      },
    },
    {
      line: 'tenantry doctor zone:internet',
      summary: { zh: '只检查一个分区的云', en: 'the cloud of one zone alone' },
    },
    { line: 'tenantry doctor --json', summary: { zh: '供程序读取', en: 'for programs' } },
  ],
  run: async (context, { arguments: selectors }) => {
    const { checks, surveyOf } = await import('../doctor/index.ts')
    const { heart } = context
    const place = { ...context, selectors }
    const survey = heart.begin({ zh: '连接各分区的云', en: 'reaching the clouds of the zones' })
    const surveyed = await surveyOf(place).finally(survey.end)
    const results = await Promise.all(
      checks.map(async ({ name, run }) => {
        const beat = heart.begin({ zh: '检查', en: 'looking' }, name)
        const outcomes = await run(place, surveyed).finally(beat.end)
        return outcomes.map(outcome => lineOf(name, outcome))
      }),
    )
    const lines = results.flat()
    context.stdout(
      context.json
        ? jsonAnswer('checks', { checks: lines })
        : `${lines.flatMap(line => wordsOf(line, context)).join('\n')}\n`,
    )
    const lacking = lines.some(({ state }) => state === 'missing')
    return lacking ? exitStatus.environment : exitStatus.clean
  },
}

interface Line {
  readonly check: string
  readonly state: 'ok' | 'missing' | 'warning' | 'skipped'
  readonly what: Text
  /** What to do about it. */
  readonly advice?: Text
}

function lineOf(check: string, outcome: Outcome): Line {
  if ('state' in outcome) return { check, ...outcome }
  const { message, severity, fix } = outcome
  const state = severity === 'error' ? 'missing' : 'warning'
  return { check, state, what: message, ...(fix === undefined ? {} : { advice: fix.message }) }
}

const states = {
  zh: { ok: '正常', missing: '缺少', warning: '注意', skipped: '跳过' },
  en: { ok: 'ok     ', missing: 'missing', warning: 'warning', skipped: 'skipped' },
} as const

function wordsOf({ state, what, advice }: Line, { language }: Context): string[] {
  const word = states[language][state]
  const lines = [`${word}  ${printable(what[language])}`]
  if (advice !== undefined)
    lines.push(`${language === 'zh' ? '     ' : '       '}   → ${printable(advice[language])}`)
  return lines
}
