import approval from '../schema/approval.schema.json' with { type: 'json' }
import calendar from '../schema/calendar.schema.json' with { type: 'json' }
import common from '../schema/common.schema.json' with { type: 'json' }
import condition from '../schema/condition.schema.json' with { type: 'json' }
import deadline from '../schema/deadline.schema.json' with { type: 'json' }
import form from '../schema/form.schema.json' with { type: 'json' }
import jurisdiction from '../schema/jurisdiction.schema.json' with { type: 'json' }
import owners from '../schema/owners.schema.json' with { type: 'json' }
import people from '../schema/people.schema.json' with { type: 'json' }
import platform from '../schema/platform.schema.json' with { type: 'json' }
import prices from '../schema/prices.schema.json' with { type: 'json' }
import prohibition from '../schema/prohibition.schema.json' with { type: 'json' }
import ratification from '../schema/ratification.schema.json' with { type: 'json' }
import requirement from '../schema/requirement.schema.json' with { type: 'json' }
import routine from '../schema/routine.schema.json' with { type: 'json' }
import routines from '../schema/routines.schema.json' with { type: 'json' }
import runner from '../schema/runner.schema.json' with { type: 'json' }
import service from '../schema/service.schema.json' with { type: 'json' }
import signal from '../schema/signal.schema.json' with { type: 'json' }
import system from '../schema/system.schema.json' with { type: 'json' }
import unit from '../schema/unit.schema.json' with { type: 'json' }
import units from '../schema/units.schema.json' with { type: 'json' }
import utilisation from '../schema/utilisation.schema.json' with { type: 'json' }
import { isWhollyJson, type JsonSchema } from './json-schema.ts'

const sources: Readonly<Record<string, unknown>> = {
  approval,
  calendar,
  common,
  condition,
  deadline,
  form,
  jurisdiction,
  owners,
  people,
  platform,
  prices,
  prohibition,
  ratification,
  requirement,
  routine,
  routines,
  runner,
  service,
  signal,
  system,
  unit,
  units,
  utilisation,
}

const known = new Map<string, JsonSchema>()

/** A schema of `lib/schema` by its name, such as `system`. */
export function baseSchema(name: string): JsonSchema {
  const schema = known.get(name) ?? checked(name)
  known.set(name, schema)
  return schema
}

function checked(name: string): JsonSchema {
  const schema = sources[name]
  if (!isWhollyJson(schema)) throw new TypeError(`no schema is named ${name}`)
  return schema
}
