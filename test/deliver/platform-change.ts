import { appendFileSync } from 'node:fs'
import type { Site } from './delivery.ts'

/** Writes down a change to the platform that was approved and is under way. */
export function approvePlatformChange(place: Site): void {
  const papers =
    '[{ type: 平台调整方案, number: TZ-1, on: 2026-11-01 }, { type: 平台调整评估报告, number: PG-1, on: 2026-11-01 }]'
  const change = `
changes:
  - id: egress-rebuilt
    name: 出口网络重建
    jurisdiction: ningwu
    major: true
    interrupts: false
    history:
      - { event: platform-change-submitted, on: 2026-11-02, papers: ${papers} }
      - { event: platform-change-approved, on: 2026-11-09 }
`
  appendFileSync(place.path('catalogue/platform.yaml'), change)
}
