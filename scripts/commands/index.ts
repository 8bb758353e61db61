import type { Command } from '../terminal/command.ts'

/** A command's name, and how to get the rest of it: only the one that is called is loaded. */
export interface CommandEntry {
  readonly name: string
  readonly load: () => Promise<Command>
}

/** In the order of the help: from checking and looking to making. */
export const commands: readonly CommandEntry[] = [
  { name: 'validate', load: async () => (await import('./validate.ts')).validate },
  { name: 'fmt', load: async () => (await import('./fmt.ts')).fmt },
  { name: 'migrate', load: async () => (await import('./migrate.ts')).migrate },
  { name: 'run', load: async () => (await import('./run.ts')).run },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'show', load: async () => (await import('./show.ts')).show },
  { name: 'status', load: async () => (await import('./status.ts')).status },
  { name: 'deadlines', load: async () => (await import('./deadlines.ts')).deadlines },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'brief', load: async () => (await import('./brief.ts')).brief },
  { name: 'regulations', load: async () => (await import('./regulations.ts')).regulations },
  { name: 'form', load: async () => (await import('./form.ts')).form },
  { name: 'new', load: async () => (await import('./new.ts')).newCommand },
  { name: 'allocate', load: async () => (await import('./allocate.ts')).allocate },
  { name: 'schema', load: async () => (await import('./schema.ts')).schema },
  { name: 'owners', load: async () => (await import('./owners.ts')).owners },
  { name: 'approve', load: async () => (await import('./approve.ts')).approve },
  { name: 'record', load: async () => (await import('./record.ts')).record },
  { name: 'audit', load: async () => (await import('./audit.ts')).audit },
  { name: 'synth', load: async () => (await import('./synth.ts')).synth },
  { name: 'prove', load: async () => (await import('./prove.ts')).prove },
  { name: 'policy', load: async () => (await import('./policy.ts')).policy },
  { name: 'plan', load: async () => (await import('./plan.ts')).plan },
  { name: 'apply', load: async () => (await import('./apply.ts')).apply },
  { name: 'destroy', load: async () => (await import('./destroy.ts')).destroy },
  { name: 'drift', load: async () => (await import('./drift.ts')).drift },
  { name: 'state', load: async () => (await import('./state.ts')).state },
  { name: 'init', load: async () => (await import('./init.ts')).init },
  { name: 'hook', load: async () => (await import('./hook.ts')).hook },
  { name: 'doctor', load: async () => (await import('./doctor.ts')).doctor },
  {
    name: 'completion',
    load: async () => (await import('./completion.ts')).completionOf(loadCommands),
  },
]

/** All of them, in this order. */
export async function loadCommands(): Promise<readonly Command[]> {
  return await Promise.all(commands.map(entry => entry.load()))
}
