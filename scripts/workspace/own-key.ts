// With which key somebody signs, where no other is named: the one that git signs their commits with.
import { resolve } from 'node:path'
import type { Checkout } from '../git/call.ts'
import { ownSettings, settingPath } from '../git/own-settings.ts'

/** Absolute path; undefined where git signs nothing by SSH, or names the key itself and no file. */
export function ownKeyFile(checkout: Checkout): string | undefined {
  const settings = ownSettings(checkout, '^(gpg\\.format|user\\.signingkey)$')
  const key = settings?.get('user.signingkey')
  if (settings?.get('gpg.format') !== 'ssh' || key === undefined || /^(?:key::|ssh-|ecdsa-|sk-)/.test(key))
    return undefined
  return resolve(checkout.root, settingPath(checkout, key))
}
