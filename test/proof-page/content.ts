import type { ProofContent, ProvenSystem } from '../../lib/proof-page/content.ts'
import { rowsOf } from '../../lib/proof-page/rows.ts'

/** A system among others of its unit, of which there are so many each. */
export function provenSystem(index: number, parts: Partial<ProvenSystem> = {}, unitSize = 10): ProvenSystem {
  const unit = Math.floor(index / unitSize)
  return {
    project: `p${index}`,
    zone: 'extranet',
    address: `j${unit % 3}/u${String(unit).padStart(3, '0')}/s${String(index).padStart(4, '0')}`,
    name: `系统${index}`,
    unit: `单位${unit}`,
    jurisdiction: { zh: `地区${unit % 3}`, en: `Place ${unit % 3}` },
    networks: [`10.96.${index % 256}.0/26`],
    kbps: index % 2 === 0 ? 10_000 : undefined,
    ...parts,
  }
}

/** A proof in one zone, where one system names the next in every ten. */
export function sampleProof(
  systems: readonly ProvenSystem[],
  parts: Partial<ProofContent> = {},
): ProofContent {
  const named = systems.flatMap((from, index) => {
    const to = systems[index + 1]
    return index % 10 !== 0 || to === undefined
      ? []
      : [
          {
            reaches: true as const,
            from: from.project,
            to: to.project,
            way: [],
            share: undefined,
            traffic: [],
            packet: undefined,
            rules: [],
          },
        ]
  })
  return {
    on: '2026-11-03',
    platform: '某平台',
    ground: 'stacks',
    proof: {
      beliefs: [],
      tally: {
        pairs: systems.length * (systems.length - 1),
        apart: { way: 0, addresses: 0, egress: 1, ingress: 0 },
        named,
        unnamed: [],
      },
      tiers: [],
      findings: [],
    },
    findings: [],
    statements: [],
    zones: [
      {
        id: 'extranet',
        name: { zh: '政务外网区', en: 'Extranet zone' },
        cloud: 'c/r',
        rows: rowsOf(systems),
        openness: (from, to) => ({ pairs: 100, open: from === to ? 0 : 7 }),
      },
    ],
    gateways: [{ id: 'gap-01', name: '网闸', zones: ['extranet'], systems: 2 }],
    systems: new Map(systems.map(system => [system.project, system])),
    inputs: { model: 'ab'.repeat(32), stacks: new Map([['a', 'cd'.repeat(32)]]) },
    version: '1.2.3',
    ...parts,
  }
}
