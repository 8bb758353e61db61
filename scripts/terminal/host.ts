import { lazily } from '../../lib/model/lazily.ts'

/** The process around the tool, as far as a command can see it; tests pass one of their own. */
export interface Host {
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly now: () => Date
  /** Asked for only by commands that can stop in order; until then SIGINT ends the process as it does any other. */
  readonly signal: () => AbortSignal
}

export interface Output {
  readonly write: (text: string) => void
  readonly terminal: boolean
  /** What a thread beside this one may write to; undefined where there is no such thing. */
  readonly descriptor?: number
  /** Of a terminal, 0 where it says none; 80 where there is no terminal. */
  readonly columns: number
}

/** How wide to write, in columns. */
export function widthOf({ columns }: Output): number {
  return columns > 0 ? columns : 80
}

/** `onLost` is called once, when something that a command says cannot be written, as on a full disk. */
export function processHost(onLost: (error: Error) => void): Host {
  let lost = false
  const losing = (error: Error) => {
    if (!lost) onLost(error)
    lost = true
  }
  return {
    cwd: process.cwd(),
    environment: process.env,
    stdout: outputOf(process.stdout, losing),
    stderr: outputOf(process.stderr, losing),
    now: () => new Date(),
    signal: lazily(interruption),
  }
}

function outputOf(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onLost: (error: Error) => void,
): Output {
  // The reader may leave early, as `head` does: what is left to say is then of no use to anybody.
  stream.on('error', error => {
    if (!('code' in error) || error.code !== 'EPIPE') onLost(error)
  })
  return {
    write: text => {
      if (stream.writable) stream.write(text)
    },
    terminal: stream.isTTY === true,
    descriptor: stream.fd,
    columns: stream.isTTY === true ? (stream.columns ?? 0) : 80,
  }
}

/** Aborts at the first SIGINT or SIGTERM; the second one finds no handler and ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
  return controller.signal
}
