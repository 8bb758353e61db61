export { type CloudCheck, checkCloud } from './check.ts'
export { connect, type OpenStack, type RequestOptions, type Service } from './client.ts'
export { type CloudEntry, type Environment, readCloud } from './clouds-file.ts'
export { CloudProblem, ServiceError } from './problem.ts'
