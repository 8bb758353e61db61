import { type Checkout, tryGit } from './call.ts'

/** Whether git holds anything below a folder of the data repository, in its index; undefined where git does not say. */
export function isTracked(checkout: Checkout, folder: string): boolean | undefined {
  const called = tryGit(checkout, ['ls-files', '-z', '--', folder])
  return called?.status === 0 ? called.stdout.length > 0 : undefined
}
