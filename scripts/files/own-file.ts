import { readRegularFile } from '../../lib/read/file.ts'
import { realPathOf } from '../../lib/read/inside.ts'

/** More than any file of clouds, or of certificates, has. */
const mostBytes = 16 * 1024 * 1024

/**
 * The text of a file of the runner's, which may be a link. A pipe or a device, of which nobody knows when it ends, is none.
 *
 * @throws Error with the system's reason where it cannot be read
 */
export function ownText(file: string): string {
  const content = readRegularFile(realPathOf(file), mostBytes)
  if ('bytes' in content && content.bytes.length <= mostBytes) return new TextDecoder().decode(content.bytes)
  throw new Error('refused' in content ? `${content.refused} ${content.reason}` : 'too large')
}
