import { account } from './account.ts'
import { apart } from './apart.ts'
import { backends } from './backends.ts'
import type { Check } from './check.ts'
import { clouds } from './clouds.ts'
import { contents } from './contents.ts'
import { credential } from './credential.ts'
import { engine } from './engine.ts'
import { goneProjects } from './gone-projects.ts'
import { services } from './services.ts'
import { tool } from './tool.ts'

export { surveyOf } from './zones.ts'

/** In the order in which a delivery needs them, and then what it can do without. */
export const checks: readonly Check[] = [
  tool,
  engine,
  clouds,
  services,
  apart,
  account,
  credential,
  contents,
  backends,
  goneProjects,
]
