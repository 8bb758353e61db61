import { causeOf } from '../../lib/deliver/failure.ts'
import { type Failure, failureOf } from '../../lib/deliver/run.ts'
import { CloudProblem, ServiceError } from '../openstack/index.ts'

/** What a cloud refused to us, in the same form as what it refused to terraform. Undefined for any other error. */
export function cloudFailure(error: unknown): Failure | undefined {
  if (error instanceof CloudProblem)
    return failureOf(error.definition, [{ severity: 'error', summary: error.text.en, detail: '' }])
  if (!(error instanceof ServiceError)) return undefined
  const said = { severity: 'error', summary: `${error.message} (got ${error.status})`, detail: '' } as const
  return failureOf(causeOf(said).definition, [said])
}
