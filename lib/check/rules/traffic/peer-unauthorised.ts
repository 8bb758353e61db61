import { finding } from '../../../finding/finding.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { unitTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const peerUnauthorised: SystemRule = {
  code: 'TY3403',
  severity: 'error',
  articles: ['NW-3.6', 'DT-22', 'XS-36', 'ZJ-20', 'JQ-18'],
  title: text(
    '允许其他单位的系统访问，而没有写明授权文件。',
    "Another unit's system is let in without an authorisation.",
  ),
  why: text(
    '未经使用单位书面授权，任何单位不得访问其资源。允许其他单位的系统访问时，须在 authorisedBy 中写明授权文件编号。',
    "Nobody reaches a unit's resources without its written authorisation. A rule that lets in another unit's system names the authorisation in authorisedBy.",
  ),
  *check(surroundings, system) {
    for (const { path, direction, peer, peerKey, authorisedBy } of trafficIn(system)) {
      if (direction !== 'ingress' || peer.kind !== 'system' || authorisedBy !== undefined) continue
      if (peer.unit === system.value.metadata.unit) continue
      const unit = unitTerm(surroundings, `${system.value.metadata.jurisdiction}/${peer.unit}`)
      yield finding(peerUnauthorised, place(system, ...path, peerKey), {
        article: articleFor(peerUnauthorised, surroundings, system.value.metadata.jurisdiction),
        message: text(
          `“${peer.unit}/${peer.system}”是${unit.zh}的系统，须写明授权文件编号（authorisedBy）`,
          `“${peer.unit}/${peer.system}” belongs to the unit ${unit.en}; name the authorisation (\`authorisedBy\`)`,
        ),
      })
    }
  },
}
