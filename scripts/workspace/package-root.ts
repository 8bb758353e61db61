import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The tool's own directory, whether it runs from its sources or from dist/. */
export const packageRoot: string = rootAbove(import.meta.dirname)

/** Whether a folder is the tool's own, by whatever links it is reached. */
export function isPackageRoot(folder: string): boolean {
  return realpathSync(folder) === realpathSync(packageRoot)
}

function rootAbove(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : rootAbove(dirname(directory))
}

export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error('package.json has no version')
}
