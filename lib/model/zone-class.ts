import type { PlatformManifest, ZoneClass } from '../../generated/types/platform.ts'
import { entryOf } from './entry.ts'

type Classes = Readonly<Record<string, ZoneClass>>

/** What every platform may say without declaring it: nearly all have these two. */
const commonClasses: Classes = {
  internet: { name: { zh: '互联网区', en: 'Internet zone' }, facesInternet: true },
  extranet: { name: { zh: '政务外网区', en: 'Extranet zone' }, facesInternet: false },
}

/** The classes that a platform's zones may have, by id: its own word for a common one goes before ours. */
export function zoneClassesOf({ classes }: Pick<PlatformManifest, 'classes'>): Classes {
  return { ...commonClasses, ...classes }
}

/** Whether anything may come into zones of a class from the internet, or go there. Not into those that nobody declared. */
export function classFacesInternet(platform: Pick<PlatformManifest, 'classes'>, id: string): boolean {
  return entryOf(zoneClassesOf(platform), id)?.facesInternet === true
}
