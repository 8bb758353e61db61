import { ratificationText } from '../../../lib/draft/ratification.ts'
import {
  evidenceCodes as codes,
  noDecisions,
  type ReadRecord,
  ratifiedIn,
} from '../../../lib/evidence/index.ts'
import type { CodeDefinition, Text } from '../../../lib/finding/finding.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { Refusal } from '../../../lib/finding/refusal.ts'
import type { Model } from '../../../lib/model/model.ts'
import { peopleEverBehind } from '../../../lib/people/index.ts'
import { requireEvidence, verifiedChain } from '../../evidence/index.ts'
import { changesBetween } from '../../git/data-files.ts'
import {
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type OptionValues,
} from '../../terminal/command.ts'
import { modelOf } from '../../terminal/require-model.ts'
import { loadRepository } from '../../workspace/repository.ts'
import { targetCommit } from '../audit/options.ts'
import { type Answers, answersOf, listOf } from './answers.ts'
import { findingsIn, laidOut, requireFree, withDraft, writeDraft } from './write.ts'

export async function newRatification(
  context: Context,
  written: string,
  options: OptionValues,
): Promise<ExitStatus> {
  const record = await ratifiable(context, written)
  const file = `catalogue/ratifications/${record.number}.yaml`
  requireFree(context, file)
  const model = modelOf(loadRepository(context, { check: false, decisions: noDecisions }))
  const answers = answersOf(context, options)
  const broughtBy = await bringers(answers, options, record)
  const reason = await answers.text('reason', '为何来不及办理审批 / why there was no approval')
  const paper = await answers.text('basis', '依据的文件 / the paper that it rests on')
  answers.requireAll()
  const { number, digest, day, base, merge } = record
  const [changes = []] = changesBetween(context, [{ before: base.tree, after: merge.tree }])
  const text = ratificationText({
    record: { number, digest },
    day,
    commit: merge.commit,
    files: changes.map(change => printable(change.file)),
    known: knownBehind(model, record),
    broughtBy,
    reason,
    paper,
  })
  const laid = laidOut(file, 'ratification', text)
  const findings = findingsIn(withDraft(context, file, 'ratification', laid), file)
  return writeDraft(
    context,
    { file, text: laid, findings },
    {
      zh: `已写入 ${file}\n接下来：单独提出合并请求，由当初应当审批的人评审；tenantry brief 说明由谁批准\n`,
      en: `wrote ${file}\nnext: bring it as a change of its own; \`tenantry brief\` says who approves it\n`,
    },
  )
}

/** @throws CommandError for a record that is not there, or needs none; Refusal where the chain is broken */
async function ratifiable(context: Context, written: string): Promise<ReadRecord> {
  const stored = requireEvidence(context, context.evidence)
  const { records, findings } = verifiedChain(context, stored, await targetCommit(context, {}))
  const [broken] = findings
  if (broken !== undefined) throw new Refusal(broken, 'findings')
  const record = records.find(({ number }) => `${number}` === written)
  const newest = records.at(-1)?.number ?? 0
  if (record === undefined)
    throw refused(codes.ratificationMisfit, {
      zh: `没有第 ${printable(written)} 号记录，最新为 ${newest}；tenantry audit log --verdict unapproved 列出可追认的`,
      en: `there is no record ${printable(written)}, the newest is ${newest}; \`tenantry audit log --verdict unapproved\` lists what can be ratified`,
    })
  if (record.status === 'approved')
    throw refused(codes.ratificationNeedless, {
      zh: `第 ${written} 号记录本已批准`,
      en: `record ${written} was approved`,
    })
  const by = ratifiedIn(records).get(record.number)
  if (by === undefined) return record
  throw refused(codes.ratificationNeedless, {
    zh: `第 ${written} 号记录已由第 ${by.number} 号记录追认`,
    en: `record ${written} is ratified by record ${by.number}`,
  })
}

function refused({ code }: CodeDefinition, message: Text): CommandError {
  return new CommandError(code, message, exitStatus.findings)
}

/** Asked for where the forge could not say of everybody who had a part in it. */
async function bringers(
  answers: Answers,
  options: OptionValues,
  { accounts }: ReadRecord,
): Promise<readonly string[]> {
  const given = listOf(options, 'broughtBy')
  if (given.length > 0 || accounts !== undefined) return given
  if (answers.asker === undefined) {
    answers.lacks('brought-by')
    return []
  }
  const people = await answers.asker.text('由谁推送或合并，人员编号 / who brought it, by number', {
    placeholder: 'P-0017',
  })
  return people.split(/[\s,，、]+/)
}

function knownBehind({ catalogue }: Model, { accounts = [], forge }: ReadRecord): readonly string[] {
  const people = catalogue.people?.value
  if (people === undefined) return []
  return [...new Set(accounts.flatMap(id => [...peopleEverBehind(people, { forge, id })]))].sort()
}
