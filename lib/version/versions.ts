import { isRecord } from '../model/record.ts'
import type { Composed } from '../read/yaml.ts'
import type { VersionStep } from './step.ts'

/** The forms that files may have, and how one becomes the newest. */
export interface Versions {
  readonly newest: string
  /** How the form of a document stands to the newest; undefined of the newest, and of what is none. */
  readonly ageOf: (value: unknown) => 'older' | 'newer' | undefined
  /** Says in the words of the newest form what a document says in an older one; any other stays as it is. */
  readonly upgrade: (document: Composed) => void
}

/** @param steps the oldest first, each from where the one before it ends */
export function versionsOf(newest: string, steps: readonly VersionStep[]): Versions {
  const stepsFrom = (version: unknown): readonly VersionStep[] => {
    const first = steps.findIndex(({ from }) => from === version)
    return first < 0 ? [] : steps.slice(first)
  }
  return {
    newest,
    ageOf: value => {
      const version = isRecord(value) ? value.apiVersion : undefined
      if (stepsFrom(version).length > 0) return 'older'
      return numberOf(version) > numberOf(newest) ? 'newer' : undefined
    },
    upgrade: document => {
      for (const { to, rewrite } of stepsFrom(document.get('apiVersion'))) {
        rewrite(document)
        document.set('apiVersion', to)
      }
    },
  }
}

/** The number of a form; 0 of what is none. */
function numberOf(version: unknown): number {
  const [, digits] = (typeof version === 'string' && /^tenantry\/v(\d{1,6})$/.exec(version)) || []
  return Number(digits ?? 0)
}
