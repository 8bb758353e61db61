import { resolve } from 'node:path'
import {
  type ApprovedPlan,
  approvedPlanCodes,
  approvedPlanText,
  readApprovedPlan,
} from '../../lib/approved-plan/index.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import { writeNamed } from '../workspace/write-file.ts'
import type { Context } from './command.ts'

/** No plan of ten thousand stacks is larger. */
const mostBytes = 512 * 1024 * 1024

/** @throws Refusal for a file that is not there, or not as it was saved. */
export function readApproved({ cwd }: Context, file: string): ApprovedPlan {
  const content = readRegularFile(resolve(cwd, file), mostBytes)
  const plan = 'bytes' in content ? readApprovedPlan(new TextDecoder().decode(content.bytes)) : undefined
  if (plan !== undefined) return plan
  const { title, why } = approvedPlanCodes.planUnreadable
  const shown = printable(file)
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  const said = { message, fix: { message: why } }
  throw new Refusal(finding(approvedPlanCodes.planUnreadable, { machine: file }, said), 'usage')
}

/** Writes the file, and says by what digest the plan is named. */
export function saveApproval({ cwd, language, stderr }: Context, file: string, plan: ApprovedPlan): void {
  writeNamed(resolve(cwd, file), approvedPlanText(plan))
  const said = {
    zh: `计划已存入 ${printable(file)}，摘要 ${plan.digest}`,
    en: `the plan was saved in ${printable(file)}, digest ${plan.digest}`,
  }
  stderr(`${said[language]}\n`)
}
