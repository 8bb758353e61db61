import { join } from 'node:path'
import { App } from 'cdktf'

/** Holds a folder `stacks`: the one that this file is in, or its copy in the built tool. */
const around = join(import.meta.dirname, '..')

/**
 * An app for stacks that are assembled in memory. The library makes its output folder, with `stacks` in it, as soon as
 * there is an app: in the current directory, or where CDKTF_OUTDIR says, unless both are there. Nothing is written to it.
 */
export function appInMemory(): App {
  return new App({ outdir: around })
}
