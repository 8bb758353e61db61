// What `--json` answers with: every answer names its schema, and a schema of another version has another name.
import { jsonForLogs } from '../finding/log-marks.ts'

/** The answers, and the version of each; a change that a reader could trip over counts it up. */
export const outputVersions = {
  allocations: 1,
  approval: 1,
  approvals: 1,
  audit: 1,
  'audit-log': 1,
  brief: 1,
  checks: 1,
  codes: 1,
  deadlines: 1,
  delivery: 1,
  differences: 1,
  drift: 1,
  failure: 1,
  fields: 1,
  files: 1,
  findings: 1,
  form: 1,
  forms: 1,
  isolation: 1,
  policies: 1,
  records: 1,
  regulations: 1,
  resources: 1,
  run: 1,
  'state-home': 1,
  'stack-status': 1,
  stacks: 1,
  statement: 1,
  status: 1,
  systems: 1,
  timeline: 1,
} as const

export type OutputName = keyof typeof outputVersions

/** `tenantry/status/v1`. */
export function outputId(name: OutputName): string {
  return `tenantry/${name}/v${outputVersions[name]}`
}

/** An answer for programs, in which no log of a forge takes anything for an order. */
export function jsonAnswer(name: OutputName, members: Readonly<Record<string, unknown>>): string {
  return `${jsonForLogs({ schema: outputId(name), ...members })}\n`
}
