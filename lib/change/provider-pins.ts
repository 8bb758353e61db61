import { type CodeDefinition, type Finding, fileStart, finding } from '../finding/finding.ts'

export const providerPinsFile = 'catalogue/terraform.lock.hcl'

export const pinCodes = {
  rewritten: {
    code: 'TY4027',
    severity: 'error',
    title: {
      zh: '提供程序的版本和校验值不得随其他改动更换',
      en: 'The version and checksums of the provider do not change by the way',
    },
    why: {
      zh: '提供程序在执行机上以全部凭据运行；换一个版本，已有的资源可能被另行解读。恢复 catalogue/terraform.lock.hcl。确须升级的，缺主管部门对平台变更的批准：核实校验值，先改各执行机的设置（provider.lockFile），再由目标分支的管理员凭批准合入。',
      en: 'A provider runs on the runner with all its credentials, and another version may read what stands in another way. Restore catalogue/terraform.lock.hcl. To upgrade, the authority’s approval of a platform change is missing: verify the checksums, change the settings of the runners (provider.lockFile) first, and whoever administers the target branch merges on the approval.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** What two lock files say differently; undefined stands for one that is not there. Comments and order say nothing. */
export function pinFindings(before: string | undefined, after: string | undefined): readonly Finding[] {
  const [had, has] = [pinsIn(before), pinsIn(after)]
  const gone = had.filter(pin => !has.includes(pin))
  const fresh = has.filter(pin => !had.includes(pin))
  if (gone.length === 0 && fresh.length === 0) return []
  const [was, is] = [versionIn(gone), versionIn(fresh)]
  const turn =
    was === undefined && is === undefined
      ? { zh: '校验值有改动', en: 'the checksums are others' }
      : {
          zh: `版本由 ${was ?? '（无）'} 改为 ${is ?? '（无）'}`,
          en: `the version changes from ${was ?? 'none'} to ${is ?? 'none'}`,
        }
  const message = { zh: `提供程序的${turn.zh}`, en: `the provider: ${turn.en}` }
  return [finding(pinCodes.rewritten, { file: providerPinsFile, range: fileStart, path: [] }, { message })]
}

function pinsIn(text: string | undefined): readonly string[] {
  const lines = (text ?? '').split('\n').map(line => line.replace(/\s+/g, ' ').trim())
  return lines.filter(line => line !== '' && !/^(?:#|\/\/)/.test(line)).sort()
}

function versionIn(pins: readonly string[]): string | undefined {
  const versions = pins.flatMap(pin => /^version = "([0-9A-Za-z.+-]{1,40})"/.exec(pin)?.[1] ?? [])
  return versions[0]
}
