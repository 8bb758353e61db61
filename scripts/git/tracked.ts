import { type Checkout, callGit } from './call.ts'

/** Whether git holds anything below a folder of the data repository, in its index; undefined where git does not say. */
export function isTracked(checkout: Checkout, folder: string): boolean | undefined {
  const { status, stdout } = callGit(checkout, ['ls-files', '-z', '--', folder])
  return status === 0 ? stdout.length > 0 : undefined
}
