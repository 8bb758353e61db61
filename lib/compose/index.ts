export {
  type Around,
  addressByPath,
  type Composed,
  composeModel,
  composeSurroundings,
  composeSystem,
  type Days,
  withSystems,
} from './compose-model.ts'
export { pathFindings } from './paths.ts'
