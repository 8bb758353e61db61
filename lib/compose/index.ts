export { type Composed, composeModel } from './compose-model.ts'
