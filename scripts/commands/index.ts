import type { Command } from '../command.ts'

/** A command's name, and how to get the rest of it: only the one that is called is loaded. */
export interface CommandEntry {
  readonly name: string
  readonly load: () => Promise<Command>
}

/** In the order of the help: from looking, over making, to delivering. */
export const commands: readonly CommandEntry[] = [
  { name: 'validate', load: async () => (await import('./validate.ts')).validate },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'completion', load: async () => (await import('./completion.ts')).completion },
]
