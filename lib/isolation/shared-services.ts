import { type CloudPlace, type Finding, finding } from '../finding/finding.ts'
import { isolationCodes } from './codes.ts'

/** Where the services of a zone's cloud answer. */
export interface ZoneServices {
  readonly zone: string
  /** Name of its cloud in clouds.yaml. */
  readonly cloud: string
  /** By service; each an absolute URL. */
  readonly addresses: ReadonlyMap<string, string>
}

/**
 * Services that two zones have in common: at one address there is one service, whatever the clouds are called. That two
 * addresses are of one service, nobody can see from outside.
 *
 * @param zones those that could be asked; what another has is not known
 */
export function sharedServices(zones: readonly ZoneServices[]): readonly Finding<CloudPlace>[] {
  const holders = new Map<string, ZoneServices>()
  return zones.flatMap(here =>
    [...here.addresses].flatMap(([service, address]) => {
      const key = addressKey(address)
      const other = holders.get(key)
      if (other === undefined || other.zone === here.zone) {
        holders.set(key, here)
        return []
      }
      const message = {
        zh: `分区 ${other.zone} 和 ${here.zone} 的 ${service} 服务都在 ${key}`,
        en: `the service ${service} of the zones ${other.zone} and ${here.zone} is at ${key} for both`,
      }
      return [finding<CloudPlace>(isolationCodes.serviceShared, { cloud: here.cloud }, { message })]
    }),
  )
}

/** Hosts do not mind how they are written, nor do services a slash at the end. */
function addressKey(address: string): string {
  return URL.canParse(address) ? new URL(address).href.replace(/\/+$/, '') : address
}
