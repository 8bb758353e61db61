import { definitionOf } from '../../lib/deliver/codes.ts'
import { causeOf } from '../../lib/deliver/failure.ts'
import { type Failure, failureOf } from '../../lib/deliver/run.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { ServiceError } from '../openstack/index.ts'

/**
 * What a cloud, or the backend of a stack's state, refused to us, in the same form as what it refused to terraform.
 * Undefined for any other error.
 */
export function cloudFailure(error: unknown): Failure | undefined {
  if (error instanceof Refusal && 'stack' in error.finding && error.kind === 'environment') {
    const { stack, message } = error.finding
    const said = { severity: 'error', summary: message.en, detail: '' } as const
    return failureOf(definitionOf(error.finding), { stack }, [said])
  }
  if (error instanceof Refusal && 'cloud' in error.finding) {
    const { cloud, message } = error.finding
    const said = { severity: 'error', summary: message.en, detail: '' } as const
    return failureOf(definitionOf(error.finding), { cloud }, [said])
  }
  if (!(error instanceof ServiceError)) return undefined
  const { cloud } = error
  const said = { severity: 'error', summary: `${error.message} (got ${error.status})`, detail: '' } as const
  return failureOf(causeOf(said).definition, { cloud }, [said])
}
