import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

export type FileContent =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'unreadable' | 'not regular' | 'symbolic link'; readonly reason: string }

// A name can change between the walk and the opening: the open file itself is asked what it is. Without O_NONBLOCK the
// opening of a pipe waits for a writer. Windows knows neither flag.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a regular file, at most one byte more than `limit`: enough to see that it is too large, whatever size it claims
 * or grows to meanwhile. Never follows a link in the last part of the path.
 */
export function readRegularFile(path: string, limit: number): FileContent {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, flags)
    const status = fstatSync(descriptor)
    if (!status.isFile()) return { refused: 'not regular', reason: '' }
    return { bytes: readUpTo(descriptor, Math.min(status.size, limit) + 1) }
  } catch (error) {
    const reason = systemCode(error)
    return { refused: reason === 'ELOOP' ? 'symbolic link' : 'unreadable', reason }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function readUpTo(descriptor: number, most: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(most)
  let length = 0
  while (length < most) {
    const count = readSync(descriptor, buffer, length, most - length, null)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

/** `ENOENT` and its like: the part of a system error that is the same on every machine. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'unknown'
}
