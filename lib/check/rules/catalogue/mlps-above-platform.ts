import { hasEnded } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const mlpsAbovePlatform: SystemRule = {
  code: 'TY3608',
  severity: 'error',
  title: text('系统的等级保护级别高于平台。', 'The MLPS level of a system is above that of the platform.'),
  why: text(
    '云计算平台不得承载高于其安全保护等级的业务应用系统（GB/T 22239—2019 云计算安全扩展要求）。须核对定级，或将系统部署到相应级别的平台。',
    'A cloud platform carries no system of a higher protection level than its own (GB/T 22239-2019, extended requirements for cloud computing). Check the grading, or run the system on a platform of its level.',
  ),
  *check(surroundings, system) {
    const { platform } = surroundings.catalogue
    const highest = platform.value.mlps.level
    const { level } = system.value.mlps
    if (level <= highest || hasEnded(surroundings, system)) return
    yield finding(mlpsAbovePlatform, place(system, 'mlps', 'level'), {
      message: text(
        `系统为 ${level} 级，平台为 ${highest} 级`,
        `the system is of level ${level}, the platform of level ${highest}`,
      ),
      related: [related(place(platform, 'mlps', 'level'), '平台的级别', "the platform's level")],
    })
  },
}
