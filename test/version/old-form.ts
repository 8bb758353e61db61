// A form of the files that never was, older than the first, to see that older ones are read: what it calls otherwise, and
// what it writes in another way.
import { isMap, isScalar, visit } from 'yaml'
import { newestVersion, versionsOf } from '../../lib/version/index.ts'

export const oldVersion = 'tenantry/v0'

/** With the step from there. */
export const withOldForm = versionsOf(newestVersion, [
  { from: 'tenantry/v-1', to: oldVersion, rewrite: () => {} },
  {
    from: oldVersion,
    to: newestVersion,
    rewrite: document => {
      visit(document, {
        Pair: (_, { key }) => {
          if (isScalar(key) && key.value === 'amount') key.value = 'quantity'
        },
      })
      const protection = document.get('protection', true)
      if (!isScalar(protection) || !isMap(document.contents)) return
      document.delete('protection')
      document.contents.add(document.createPair('mlps', { level: protection }))
    },
  },
])

/** What a file of the first form said in the older one. */
export function inOldForm(text: string): string {
  return text
    .replace(`apiVersion: ${newestVersion}`, `apiVersion: ${oldVersion}`)
    .replaceAll('quantity:', 'amount:')
    .replace(/^mlps: \{ level: (\d) \}$/m, 'protection: $1')
}
