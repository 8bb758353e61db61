import { type Finding, fileStart, finding } from '../finding/finding.ts'
import { backendChecks } from './checks/backend.ts'
import { ownershipChecks } from './checks/ownership.ts'
import { partChecks } from './checks/parts.ts'
import { protectionChecks } from './checks/protection.ts'
import { providerChecks } from './checks/provider.ts'
import { quotaChecks } from './checks/quotas.ts'
import { referenceChecks } from './checks/references.ts'
import { roleChecks } from './checks/roles.ts'
import { sharingChecks } from './checks/sharing.ts'
import { structureChecks } from './checks/structure.ts'
import { stackPolicyCodes } from './codes.ts'
import { type StackCheck, type SynthesisedStack, viewOf } from './stack-view.ts'

export { stackPolicyCodes } from './codes.ts'
export type { SynthesisedStack } from './stack-view.ts'

const checks: readonly StackCheck[] = [
  structureChecks,
  referenceChecks,
  ownershipChecks,
  sharingChecks,
  quotaChecks,
  roleChecks,
  providerChecks,
  backendChecks,
  protectionChecks,
  partChecks,
].flat()

/** Where a synthesised stack stands in an output folder. */
export function stackFile(name: string): string {
  return `stacks/${name}/cdk.tf.json`
}

/**
 * Looks at a stack as it is about to be written, whatever made it: only what the allow-list knows, owned by somebody,
 * limited, and open to nobody else. A stack with a finding must not be written.
 */
export function proveStack(stack: SynthesisedStack): readonly Finding[] {
  const view = viewOf(stack)
  return checks.flatMap(({ definition, faults }) =>
    [...faults(view)].map(({ path, message }) =>
      finding(definition, { file: stackFile(stack.name), range: fileStart, path }, { message }),
    ),
  )
}

/** Names of stacks are names of folders, and some file systems ignore case. */
export function proveNames(names: Iterable<string>): readonly Finding[] {
  const seen = new Map<string, string>()
  const findings: Finding[] = []
  for (const name of names) {
    const key = name.toLowerCase()
    const other = seen.get(key)
    seen.set(key, name)
    if (other === undefined) continue
    const message = { zh: `${name} 与 ${other} 重名`, en: `${name} and ${other} are one name` }
    findings.push(
      finding(
        stackPolicyCodes.namesCollide,
        { file: stackFile(name), range: fileStart, path: [] },
        { message },
      ),
    )
  }
  return findings
}
