import type { Fix } from '../finding/finding.ts'

/** An apply leaves out what stands as it was applied, unless it is told to look at all. */
export function backByApply(stack: string): Fix {
  const command = `tenantry apply ${stack} --all`
  return {
    message: {
      zh: `恢复：${command}；确需如此的，先在清单中申请并获批`,
      en: `put it back with \`${command}\`; what has to stay so is asked for in the manifest first`,
    },
  }
}
