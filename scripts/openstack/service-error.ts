/** An answer of a service other than success. */
export class ServiceError extends Error {
  /** The cloud's name in clouds.yaml. */
  readonly cloud: string
  readonly status: number
  readonly detail: string

  constructor(cloud: string, request: string, status: number, detail: string) {
    super(`${request}: ${status} ${detail}`)
    this.name = 'ServiceError'
    this.cloud = cloud
    this.status = status
    this.detail = detail
  }
}
