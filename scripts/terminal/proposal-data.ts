import type { DriftProposal, Proposed } from './drift-proposal.ts'

/** What is proposed, for programs. */
export function proposalData({ base, branch, ways, owed }: DriftProposal) {
  return {
    base,
    branch:
      branch === undefined
        ? null
        : {
            name: branch.name,
            commit: branch.commit,
            isKnown: branch.isKnown,
            files: branch.files,
            push: `git push origin ${branch.name}`,
          },
    ways: ways.map(plain),
    owed,
  }
}

function plain({ id, drift, back, adoption, isAdopted, refused }: Proposed) {
  const { way, commands, text } = back
  return {
    id,
    class: drift.class,
    way: isAdopted ? 'adopt' : way,
    by: back.way === 'revert' ? back.by : null,
    who: back.way === 'decide' ? back.who : null,
    commands,
    text,
    adoption: plainAdoption(adoption),
    refused: refused === undefined ? null : 'zh' in refused ? { why: refused } : { findings: refused },
  }
}

function plainAdoption(adoption: Proposed['adoption']) {
  if (!('change' in adoption)) return { possible: false, text: adoption.none }
  const { system, says } = adoption
  return { possible: true, system: system.address, file: system.document.file, text: says }
}
