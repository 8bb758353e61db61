/**
 * Does something to files, and tells what the system refuses at the path that the user knows: a full disk names no path
 * at all, and other failures name a temporary one beside it.
 */
export function located<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw error instanceof Error && 'code' in error ? Object.assign(error, { path }) : error
  }
}
