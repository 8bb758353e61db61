import type { CodeDefinition } from '../finding/finding.ts'

/** What stands between the tool and a forge (TY443x). */
export const forgeCodes = {
  unknownForge: {
    code: 'TY4430',
    severity: 'error',
    title: { zh: '执行机没有这个代码平台的设置', en: 'The runner has no such forge' },
    why: {
      zh: '令牌送往哪里由执行机决定，不由数据仓库决定。请在执行机的设置（runner.yaml）的 forges 中写明地址、仓库和编号；写法见 docs/guide.zh.md。',
      en: 'Where a token goes is the runner’s to say, not the data repository’s. Write the forge’s address, repository and number under `forges` of the runner’s settings (runner.yaml).',
    },
  },
  noToken: {
    code: 'TY4431',
    severity: 'error',
    title: { zh: '没有代码平台的令牌', en: 'There is no token for the forge' },
    why: {
      zh: '请在设置中写 tokenFile，或者用环境变量 TENANTRY_FORGE_TOKEN 给出令牌：只读即可；设置状态还须有写仓库的权限，写评论须有写议题的权限。',
      en: 'Name a `tokenFile` in the settings, or give the token in TENANTRY_FORGE_TOKEN: one that reads is enough; to set a status it has to write to the repository, and to keep a comment to issues.',
    },
  },
  tokenRefused: {
    code: 'TY4432',
    severity: 'error',
    title: { zh: '代码平台拒绝了令牌', en: 'The forge refused the token' },
    why: {
      zh: '令牌过期、被撤销，或缺少权限：读评审须 read:repository，读经过须 read:issue，设置状态须 write:repository，写评论须 write:issue 和 read:user。请由平台管理员另发。',
      en: 'It has expired, was revoked, or lacks a scope: reviews need read:repository, the timeline read:issue, a status write:repository, a comment write:issue and read:user. Whoever administers the forge issues another.',
    },
  },
  notFound: {
    code: 'TY4433',
    severity: 'error',
    title: { zh: '代码平台上没有所问的合并请求', en: 'The forge has no such change' },
    why: {
      zh: '编号有误，仓库已改名或移走，或者令牌看不到该仓库。请核对 --change 和执行机设置中的 repository。',
      en: 'The number is wrong, the repository was renamed or moved, or the token does not see it. Check --change, and `repository` in the runner’s settings.',
    },
  },
  unreachable: {
    code: 'TY4434',
    severity: 'error',
    title: { zh: '无法连接代码平台', en: 'The forge cannot be reached' },
    why: {
      zh: '已重试数次。请检查网络、代理（HTTPS_PROXY、NO_PROXY）、域名解析和平台是否运行；自建证书机构的，在设置中写 ca，或用 NODE_EXTRA_CA_CERTS。',
      en: 'It was tried several times. Check the network, proxies (HTTPS_PROXY, NO_PROXY), name resolution and whether the forge is up; for a private certificate authority set `ca` in the settings, or NODE_EXTRA_CA_CERTS.',
    },
  },
  limited: {
    code: 'TY4435',
    severity: 'error',
    title: { zh: '代码平台限制了请求频率', en: 'The forge limits how often it is asked' },
    why: {
      zh: '等待之后仍被限制。请稍后再运行，或请平台管理员放宽该令牌的限额。',
      en: 'It still did after a wait. Run again later, or have whoever administers the forge raise the limit of the token.',
    },
  },
  unknownShape: {
    code: 'TY4436',
    severity: 'error',
    title: { zh: '代码平台的回答读不懂', en: 'The forge answers in a way that is not known' },
    why: {
      zh: '读不懂的回答不能用来认定审批。可能是平台的版本不在支持之列（Gitea 1.22、Forgejo 11），或者地址指向了别的服务。请核对地址和版本。',
      en: 'No approval rests on an answer that is not understood. The forge’s version may be one that is not supported (Gitea 1.22 and Forgejo 11 are), or the address another service. Check both.',
    },
  },
  moving: {
    code: 'TY4437',
    severity: 'error',
    title: { zh: '合并请求在读取期间不断变动', en: 'The change went on changing while it was read' },
    why: {
      zh: '各项回答不是同一时刻的，不能放在一起认定。请待推送和评审停下来再运行。',
      en: 'Answers of different moments are not judged together. Run again once pushes and reviews have come to rest.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
