export { checkCloud } from './check.ts'
export { connect, type OpenStack, type RequestOptions } from './client.ts'
export { type CloudEntry, type CloudsPlace, type Environment, readCloud } from './clouds-file.ts'
export { ServiceError } from './service-error.ts'
