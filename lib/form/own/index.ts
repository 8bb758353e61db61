export { offeredFields } from './field.ts'
export { fillTemplate, type Made, type OwnForm } from './fill.ts'
export { templateLimits } from './package.ts'
