import type { RunnerSettings } from '../../generated/types/runner.ts'
import type { Finding } from '../finding/finding.ts'
import { parseDocument } from '../read/index.ts'
import { bundle, pruned } from './bundle.ts'
import { validatorOf } from './compile.ts'
import type { JsonSchema } from './json-schema.ts'
import { reportMistakes } from './mistakes/index.ts'

const schema: () => JsonSchema = () => pruned(bundle('runner'))

/** Reads a runner's settings as carefully as a manifest, within the limits of the platform's file. */
export function readRunnerSettings(
  file: string,
  bytes: Uint8Array,
): { readonly settings: RunnerSettings } | { readonly findings: readonly Finding[] } {
  const { document, findings } = parseDocument(file, 'platform', bytes)
  if (document === undefined) return { findings }
  const root = schema()
  const { value } = document
  if (isSettings(value, root)) return { settings: value }
  return { findings: reportMistakes(validatorOf(root).errors ?? [], { document, root }) }
}

function isSettings(value: unknown, root: JsonSchema): value is RunnerSettings {
  return validatorOf(root)(value)
}
