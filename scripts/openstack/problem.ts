import type { CodeDefinition, Text } from '../../lib/finding/finding.ts'

/** Why a cloud cannot be used, as one coded line. */
export class CloudProblem extends Error {
  readonly definition: CodeDefinition
  readonly text: Text

  constructor(definition: CodeDefinition, text: Text, cause?: unknown) {
    super(text.en, { cause })
    this.name = 'CloudProblem'
    this.definition = definition
    this.text = text
  }
}

/** An answer of a service other than success. */
export class ServiceError extends Error {
  readonly status: number
  readonly detail: string

  constructor(method: string, url: string, status: number, detail: string) {
    super(`${method} ${url}: ${status} ${detail}`)
    this.name = 'ServiceError'
    this.status = status
    this.detail = detail
  }
}
