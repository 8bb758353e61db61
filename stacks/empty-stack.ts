import { canonicalJson, type DesiredZone } from '../lib/desired-state/index.ts'
import { appInMemory } from './app.ts'
import { assemble } from './assemble.ts'
import { ZoneStack } from './zone-stack.ts'

/**
 * A stack with a zone's provider and its own state and nothing else: all that Terraform needs to destroy what the state
 * holds. In the form of every configuration.
 */
export function emptyStackText(zone: DesiredZone, name: string): string {
  const { terraform, provider } = assemble(new ZoneStack(appInMemory(), name, zone)).configuration
  return `${canonicalJson({ terraform, provider }, 2)}\n`
}
