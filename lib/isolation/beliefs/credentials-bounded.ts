import type { Text } from '../../finding/finding.ts'
import type { Credential } from '../model.ts'
import { type BeliefKind, isOurs, systemsIn } from './belief.ts'

const words: Readonly<Record<Credential['kind'], Text>> = {
  'application-credential': {
    zh: '不受限制或者没有期限的应用凭据',
    en: 'an application credential without limits or end',
  },
  'ec2-key': { zh: 'EC2 密钥', en: 'an EC2 key' },
  trust: { zh: '委托', en: 'a trust' },
}

/** Nothing but a restricted credential with an end acts for a person. */
export const credentialsBounded: BeliefKind = {
  name: { zh: '凭据受限', en: 'credentials bounded' },
  definition: {
    code: 'TY5218',
    severity: 'error',
    title: { zh: '项目中有不受限制的凭据', en: 'A project has credentials without bounds' },
    why: {
      zh: '不受限制的应用凭据可以再生成凭据和委托，EC2 密钥和委托使人在没有角色时仍能进入。请由本人或云管理员删除。',
      en: 'An unrestricted application credential makes further ones and trusts; EC2 keys and trusts let in whoever lost the role. Have the person or the cloud’s administrator delete it.',
    },
  },
  reason: {
    zh: '没有 EC2 密钥、委托和不受限制的应用凭据',
    en: 'there are no EC2 keys, no trusts and no unbounded application credentials',
  },
  subjects: systemsIn,
  *breaches(world) {
    for (const { kind, project, person, unrestricted, expires, origin } of world.model.credentials) {
      if (!isOurs(world, project)) continue
      if (kind === 'application-credential' && !unrestricted && expires) continue
      const { zh, en } = words[kind]
      yield {
        projects: [project],
        origin,
        message: { zh: `${person} 持有${zh}`, en: `${person} holds ${en}` },
      }
    }
  },
}
