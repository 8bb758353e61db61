export { type Composed, composeModel, composeSystems } from './compose-model.ts'
