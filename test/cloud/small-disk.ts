import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync } from 'node:fs'

export interface SmallDisk {
  /** Leaves no room on it. */
  readonly fill: () => void
  /** Gives it back. */
  readonly clear: () => void
  readonly unmount: () => void
}

const room = 'size=1g'

/** A disk of its own at a directory, which is made; undefined where this machine lets nobody mount one. */
export function mountSmallDisk(directory: string): SmallDisk | undefined {
  mkdirSync(directory, { mode: 0o700 })
  try {
    mount('-t', 'tmpfs', '-o', `${room},mode=0700`, 'tmpfs', directory)
  } catch {
    rmSync(directory, { recursive: true })
    return undefined
  }
  return {
    fill: () => shrink(directory),
    clear: () => mount('-o', `remount,${room}`, directory),
    unmount: () => execFileSync('umount', ['--lazy', directory]),
  }
}

/** Makes the disk as small as what is on it: nothing has to be written, and no memory to be taken. */
function shrink(directory: string): void {
  for (let tries = 20; ; tries -= 1) {
    const { blocks, bfree, bsize } = statfsSync(directory)
    try {
      mount('-o', `remount,size=${(blocks - bfree) * bsize}`, directory)
      return
    } catch (error) {
      // Somebody has written meanwhile, and it takes more than that by now.
      if (tries === 0) throw error
    }
  }
}

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' })
}
