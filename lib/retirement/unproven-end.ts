import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { codes } from '../deliver/codes.ts'
import { type Failure, failureOf } from '../deliver/run.ts'
import type { Finding, RecordPlace, Text } from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import { entryOf } from '../model/entry.ts'
import { citedGround } from '../profile/decisions.ts'
import { lackingInWords } from '../profile/lacking-words.ts'
import { prohibitionTerm } from '../profile/prohibition-words.ts'
import type { Step } from '../profile/system-status.ts'
import type { EndProof } from './end-proof.ts'

/** Why a stack must not go by what the repository proves, one line for each step or fault; undefined where it may. */
export function unprovenEnd(stack: string, proof: EndProof): Failure | undefined {
  if (proof.kind === 'ended') return undefined
  if (proof.kind === 'granted') {
    const lines = proof.steps.map(step => stepLine(proof.profile, step))
    const failure = failureOf(codes.stillGranted, { stack }, lines.map(said))
    const { zh, en } = codes.stillGranted.title
    return {
      ...failure,
      message: { zh: `${zh}（状态：${proof.state}）`, en: `${en} (state: ${proof.state})` },
    }
  }
  const failure = failureOf(codes.endUnproven, { stack }, linesOf(proof).map(said))
  const { zh, en } = codes.endUnproven.title
  const why = proof.kind === 'faulty' ? faulty : reasons[proof.reason]
  return { ...failure, message: { zh: `${zh}：${why.zh}`, en: `${en}: ${why.en}` } }
}

/**
 * Why an end that the repository tells of does not count: somebody has written it past the approval, or nobody has recorded
 * it yet.
 *
 * @param unbacked what evidence does not back of what the stack rests on
 */
export function undecidedEnd(stack: string, unbacked: readonly Finding<RecordPlace>[]): Failure | undefined {
  if (unbacked.length === 0) return undefined
  const lines = unbacked.map(({ record, code, message }) => `${record} ${code} ${message.en}`)
  const failure = failureOf(codes.endUnproven, { stack }, lines.map(said))
  const { zh, en } = codes.endUnproven.title
  return { ...failure, message: { zh: `${zh}：${undecided.zh}`, en: `${en}: ${undecided.en}` } }
}

const undecided: Text = {
  zh: '其所依的文件未经批准，或者尚未记录',
  en: 'what it rests on came past the approval, or is not recorded yet',
}

const faulty: Text = { zh: '其历史有误', en: 'its history has errors' }

const reasons: Readonly<Record<Extract<EndProof, { kind: 'unknown' }>['reason'], Text>> = {
  absent: { zh: '没有该系统的清单', en: 'there is no manifest of it' },
  unreadable: { zh: '其清单或者所属制度无法读取', en: 'its manifest or its regulation cannot be read' },
  'never-granted': { zh: '从未获批该分区的资源', en: 'it was never granted anything in this zone' },
}

function said(summary: string) {
  return { severity: 'error' as const, summary, detail: '' }
}

function linesOf(proof: Exclude<EndProof, { kind: 'ended' | 'granted' }>): readonly string[] {
  if (proof.kind === 'unknown') return []
  return proof.faults.map(
    ({ file, range: { start }, code, message }) =>
      `${printable(file)}:${start.line}:${start.column} ${code} ${message.en}`,
  )
}

/** `提交退出申请（exit-submitted）：使用单位，《某办法》第十条，《退出申请》`: in the words of the regulation, whatever the language. */
function stepLine(profile: JurisdictionProfile, { event, name, actor, lacking, prohibited }: Step): string {
  const ground = citedGround(profile, entryOf(profile.lifecycle.events, event) ?? {}).zh
  const wanted = lacking.map(unmet => lackingInWords(profile, unmet, 'zh'))
  const forbidden = prohibited.map(one => `目前不得办理：${prohibitionTerm(one).zh}`)
  const parts = [actor ?? '', ground, ...forbidden, ...wanted].filter(part => part !== '')
  return `${name}（${event}）：${parts.join('，')}`
}
