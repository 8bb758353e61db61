import { gitRootOf } from '../../lib/read/inside.ts'
import { type Checkout, tryGit } from './call.ts'

/**
 * How much of what was ever committed a clone can tell of:
 * - `none`: there is no git here, or no commit yet
 * - `part`: it is shallow, or git does not answer
 */
export type Extent = 'all' | 'part' | 'none'

export function extentOf(checkout: Checkout): Extent {
  if (gitRootOf(checkout.root) === undefined) return 'none'
  // To end with 1 is git's “none”.
  if (tryGit(checkout, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])?.status === 1) return 'none'
  const shallow = tryGit(checkout, ['rev-parse', '--is-shallow-repository'])
  return shallow?.status === 0 && shallow.stdout.toString().trim() === 'false' ? 'all' : 'part'
}
