import { notAsked } from '../../lib/drift/proposal.ts'
import { driftClassNames } from '../../lib/drift/words.ts'
import type { Finding, Language, Text } from '../../lib/finding/finding.ts'
import { placeText } from '../../lib/finding/place.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { DriftProposal, Proposed } from './drift-proposal.ts'

const idLength = 12

/** The way out of each drift, what is on the branch and what a person does with it, and what puts the rest back. */
export function proposalLines(proposal: DriftProposal, language: Language): readonly string[] {
  const lines = proposal.ways.flatMap(one => oneWay(one, language))
  const heading = lines.length === 0 ? [] : [headings.ways[language]]
  return [...heading, ...lines, ...branchLines(proposal, language), ...applyLines(proposal, language)]
}

const headings = {
  ways: { zh: '处理办法', en: 'ways out' },
  adopt: { zh: '采纳', en: 'adopt' },
  revert: { zh: '恢复', en: 'revert' },
  decide: { zh: '待定', en: 'decide' },
} as const satisfies Readonly<Record<string, Text>>

function oneWay(one: Proposed, language: Language): readonly string[] {
  const { drift, id, isAdopted, back } = one
  const way = isAdopted ? headings.adopt : headings[back.way]
  const { class: of, finding } = drift
  const said = isAdopted ? adoptedLines(one, language) : backLines(one, language)
  return [
    `  ${way[language]} ${driftClassNames[of][language]} ${printable(placeText(finding))} ${id.slice(0, idLength)}`,
    ...said.map(line => `      ${printable(line)}`),
  ]
}

function adoptedLines({ adoption }: Proposed, language: Language): readonly string[] {
  return 'change' in adoption ? [adoption.says[language]] : []
}

function backLines(one: Proposed, language: Language): readonly string[] {
  const { back } = one
  const who = back.way === 'decide' ? [deciding(back.who)[language]] : []
  return [
    ...who,
    back.text[language],
    ...back.commands.map(command => `→ ${command}`),
    whyNot(one)[language],
    ...refusedLines(one, language),
  ]
}

function deciding({ zh, en }: Text): Text {
  return { zh: `由${zh}决定`, en: `for ${en} to decide` }
}

function whyNot({ adoption, refused }: Proposed): Text {
  if (refused !== undefined) return left
  if ('change' in adoption) {
    const { zh, en } = adoption.says
    return { zh: `${notAsked.zh}（${zh}）`, en: `${notAsked.en} (${en})` }
  }
  return { zh: `不能采纳：${adoption.none.zh}`, en: `not to be adopted: ${adoption.none.en}` }
}

const left: Text = {
  zh: '采纳不成，未写入分支：',
  en: 'it was to be adopted, and was left out of the branch:',
}

function refusedLines({ refused }: Proposed, language: Language): readonly string[] {
  if (refused === undefined) return []
  return isFindings(refused) ? refused.map(one => findingLine(one, language)) : [refused[language]]
}

function isFindings(refused: NonNullable<Proposed['refused']>): refused is readonly Finding[] {
  return Array.isArray(refused)
}

function findingLine(one: Finding, language: Language): string {
  const { line } = one.range.start
  return `${one.code} ${one.file}:${line} ${one.message[language]}`
}

function branchLines({ branch, base, owed }: DriftProposal, language: Language): readonly string[] {
  if (branch === undefined) return [noBranch[language]]
  const { name, commit, isKnown, files } = branch
  const [to, from] = [commit.slice(0, idLength), base.slice(0, idLength)]
  const written = isKnown
    ? {
        zh: `分支 ${name}（${to}）已有同样的内容，未再写入`,
        en: `the branch ${name} (${to}) has the same content already; nothing was written`,
      }
    : {
        zh: `已写入分支 ${name}（${to}），从提交 ${from} 起；当前分支和文件未动，未推送`,
        en: `wrote the branch ${name} (${to}) on the commit ${from}; what is checked out was not touched, and nothing was pushed`,
      }
  const lacks = owed.length > 0
  const next = {
    zh: `${lacks ? '先在该分支上补齐所缺，再' : ''}运行 git push origin ${name}，提出合并请求；批准之后授予才改变`,
    en: `${lacks ? 'enter what is lacking on the branch, then ' : ''}\`git push origin ${name}\` and open the pull request; what is granted changes once it is approved`,
  }
  return [
    written[language],
    ...files.map(file => `  ${printable(file)}`),
    ...owed.map(one => `  ${printable(findingLine(one, language))}`),
    next[language],
  ]
}

const noBranch: Text = {
  zh: '没有要采纳的，未写入分支',
  en: 'nothing is to be adopted: no branch was written',
}

/** What a single apply puts back; what was adopted has to stay as it is until it is decided. */
function applyLines({ ways }: DriftProposal, language: Language): readonly string[] {
  const kept = new Set(ways.filter(({ isAdopted }) => isAdopted).flatMap(({ drift }) => drift.stacks))
  const due = ways.filter(({ isAdopted, back }) => !isAdopted && back.way === 'revert' && back.by === 'apply')
  const stacks = [...new Set(due.flatMap(({ drift }) => drift.stacks))].filter(stack => !kept.has(stack))
  const waiting = [...kept]
  const all = stacks.length === 0 ? [] : [putBack(stacks)[language]]
  return waiting.length === 0 ? all : [...all, wait(waiting)[language]]
}

function putBack(stacks: readonly string[]): Text {
  const command = `tenantry apply ${stacks.join(' ')} --all`
  return { zh: `一次恢复：${command}`, en: `to put all of it back: \`${command}\`` }
}

function wait(stacks: readonly string[]): Text {
  return {
    zh: `批准之前，apply --all 会把 ${stacks.join('、')} 恢复为现有的授予`,
    en: `until the request is approved, \`apply --all\` puts ${stacks.join(', ')} back to what is granted now`,
  }
}
