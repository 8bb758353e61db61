import type { PlatformManifest } from '../../generated/types/platform.ts'

/** About seven systems that go for good, or the routers of fifty: more at once is rarely meant. */
const usualMost = 50

/** How many resources that need an event one run may remove or make anew. */
export function mostRemovals({ delivery }: Pick<PlatformManifest, 'delivery'>): number {
  return delivery?.mostRemovals ?? usualMost
}
