import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

/**
 * What a system's id names in its project, and Neutron keeps for itself: every project has a security group `default`, and
 * no other may be called so (`_validate_name_not_default` in extensions/securitygroup.py, which ignores case).
 */
const kept: ReadonlySet<string> = new Set(['default'])

export const nameKeptByCloud: SystemRule = {
  code: 'TY3010',
  severity: 'error',
  title: text('系统标识是云自用的名称。', 'The id of a system is a name that the cloud keeps for itself.'),
  why: text(
    '系统的项目、网络和安全组都以系统标识命名；云已为每个项目建有名为 default 的安全组，不接受第二个（409，Default security group already exists）。须另起标识。',
    "A system's project, network and security group are called by its id. The cloud has made a security group `default` in every project and takes no second one (409, Default security group already exists). Choose another id.",
  ),
  *check(_, system) {
    const { id } = system.value.metadata
    if (!kept.has(id)) return
    yield finding(nameKeptByCloud, place(system, 'metadata', 'id'), {
      message: text(`${id} 是云自用的名称`, `the cloud keeps the name ${id} for itself`),
      fix: advice('另起标识，文件名一并更改', 'choose another id, and name the file by it'),
    })
  },
}
