export { keptLooks } from './kept-looks.ts'
export { type Known, passingOver } from './known.ts'
export {
  type Against,
  answersOf,
  type LookedCatalogue,
  type LookedSystem,
  type Looks,
  plainLooks,
} from './looks.ts'
export { isShared, type UnderstandOptions, type Understood, understand } from './understand.ts'
