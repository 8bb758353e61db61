import { isWhollyJson, type JsonSchema } from '../validate/json-schema.ts'
import allocations from './allocations.schema.json' with { type: 'json' }
import approval from './approval.schema.json' with { type: 'json' }
import approvals from './approvals.schema.json' with { type: 'json' }
import audit from './audit.schema.json' with { type: 'json' }
import auditLog from './audit-log.schema.json' with { type: 'json' }
import brief from './brief.schema.json' with { type: 'json' }
import checks from './checks.schema.json' with { type: 'json' }
import codes from './codes.schema.json' with { type: 'json' }
import common from './common.schema.json' with { type: 'json' }
import deadlines from './deadlines.schema.json' with { type: 'json' }
import delivery from './delivery.schema.json' with { type: 'json' }
import differences from './differences.schema.json' with { type: 'json' }
import drift from './drift.schema.json' with { type: 'json' }
import failure from './failure.schema.json' with { type: 'json' }
import fields from './fields.schema.json' with { type: 'json' }
import files from './files.schema.json' with { type: 'json' }
import findings from './findings.schema.json' with { type: 'json' }
import form from './form.schema.json' with { type: 'json' }
import forms from './forms.schema.json' with { type: 'json' }
import type { OutputName } from './index.ts'
import isolation from './isolation.schema.json' with { type: 'json' }
import policies from './policies.schema.json' with { type: 'json' }
import records from './records.schema.json' with { type: 'json' }
import regulations from './regulations.schema.json' with { type: 'json' }
import resources from './resources.schema.json' with { type: 'json' }
import run from './run.schema.json' with { type: 'json' }
import stackStatus from './stack-status.schema.json' with { type: 'json' }
import stacks from './stacks.schema.json' with { type: 'json' }
import stateHome from './state-home.schema.json' with { type: 'json' }
import statement from './statement.schema.json' with { type: 'json' }
import status from './status.schema.json' with { type: 'json' }
import systems from './systems.schema.json' with { type: 'json' }
import timeline from './timeline.schema.json' with { type: 'json' }

const sources: Readonly<Record<OutputName | 'common', unknown>> = {
  allocations,
  approval,
  approvals,
  audit,
  'audit-log': auditLog,
  brief,
  checks,
  codes,
  common,
  deadlines,
  delivery,
  differences,
  drift,
  failure,
  fields,
  files,
  findings,
  form,
  forms,
  isolation,
  policies,
  records,
  regulations,
  resources,
  run,
  'stack-status': stackStatus,
  'state-home': stateHome,
  stacks,
  statement,
  status,
  systems,
  timeline,
}

/** The schema of each answer by its name, and under `common` what they share. */
export const outputSchemas: ReadonlyMap<string, JsonSchema> = new Map(
  Object.entries(sources).map(([name, schema]) => {
    if (!isWhollyJson(schema)) throw new TypeError(`the schema of ${name} is no map`)
    return [name, schema]
  }),
)
