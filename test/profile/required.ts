// What the texts ask of requests, each with an edit of the example that takes it away.

type PaperRow = readonly [article: string, event: string, ...papers: readonly string[]]

/** By example system: the event, and each paper (or papers, any of which would do) that it lacks once that is taken away. */
const papersBySystem: Readonly<Record<string, readonly PaperRow[]>> = {
  'datong/shichangju/chengxin-nianbao': [
    ['DT-11b', '提交上云申请', '上云请示报告', '政务云资源申请表', '政务云资源需求确认表', '申请依据'],
    ['DT-11c', '提交上云申请', '项目批复文件', '建设方案', '等级保护备案证明', '等保测评报告'],
    ['DT-11d', '提交上云申请', '系统迁移（部署）技术方案'],
    ['DT-13', '签订政务云服务协议', '政务云服务协议'],
    ['DT-14a', '报送资源交付确认函', '政务云资源交付确认函'],
    ['DT-14b', '测试情况报备', '测试情况报告'],
    ['DT-14c', '通过安全测试', '安全测试报告'],
    ['DT-15', '提交变更申请', '变更申请'],
    ['DT-16', '提交退出申请', '退出申请'],
    ['DT-16', '完成数据备份和移交', '数据移交清单', '数据清除证明'],
    ['DT-20', '报送资源交付确认函', '安全责任协议书'],
    ['DT-21', '上线运行', '信息系统应急预案'],
    ['DT-22', '报送资源交付确认函', '保密协议'],
  ],
  'datong/shichangju/tousu-jubao': [['DT-11c', '提交上云申请', '应用推广文件|政策依据文件']],
  'datong/yingjiju/yingji-zhihui': [['DT-11c', '提交上云申请', '资源使用计划']],
  'jiuquan/wenlvju/lvyou-fuwu': [['JQ1-7', '提交市政务云资源申请表', '立项批复文件', '初步设计评审意见']],
  'jiuquan/wenlvju/jingqu-piaowu': [
    ['JQ1-14', '上线运行', '竣工验收意见书'],
    ['JQ-10.1', '通过符合性测试', '符合性测试报告'],
    ['JQ-10.2', '提交变更申请单', '市政务云资源变更/注销申请单'],
    ['JQ-10.2', '完成数据备份和移交', '数据备份证明'],
    ['JQ-10.3', '签署资源交付回执单', '市政务云资源交付回执单'],
    ['JQ-19', '申请提取数据备份', '数据备份提取申请'],
  ],
  'jiuquan/guazhou/zhihui-chengguan': [
    ['JQ-8', '提交市政务云资源申请表', '应用系统建设方案', '应用系统性能和安全自测报告', '政务云资源需求'],
    ['JQ-10.1', '提交市政务云资源申请表', '市政务云资源申请表'],
  ],
  'ningwu/jiaoyuju/xueji-guanli': [
    ['NW-2.1a', '提交上云申请', '上云请示报告', '政务云资源需求申请表', '信息系统安全责任协议书'],
    [
      'NW-2.1b',
      '提交上云申请',
      '项目批复文件',
      '建设方案',
      '建设合同',
      '竣工验收意见书',
      '等级保护备案证明',
      '等保测评报告',
    ],
    ['NW-2.1c', '提交上云申请', '系统迁移（部署）方案'],
    ['NW-2.3b', '签订政务云服务协议', '政务云服务协议'],
    ['NW-2.4a', '签署资源交付回执单', '资源交付回执单'],
    ['NW-2.4c', '测试情况报备', '测试情况报告'],
    ['NW-3.5', '正常运行', '信息系统应急预案'],
  ],
  'ningwu/weijianju/yimiao-yuyue': [
    ['NW-2.5', '提交资源变更申请单', '资源变更申请单'],
    ['NW-2.5', '完成变更', '资源交付回执单'],
    ['NW-2.6', '完成数据备份和移交', '数据移交清单', '数据清除证明'],
    ['NW-2.6', '收回云资源', '资源交付回执单'],
    ['NW-3.6', '签署资源交付回执单', '保密协议'],
  ],
  'ningwu/weijianju/jiankang-dangan': [['NW-2.6', '提交资源注销申请单', '资源注销申请单']],
  'xishuangbanna/gonganju/huji-guanli': [
    ['XS-9a', '提交云资源申请', '内部审核意见'],
    ['XS-19.1', '提交云资源申请', '政务云资源申请', '系统上云迁云方案', '资源需求测算依据', '立项批复'],
    ['XS-15.3', '提交云资源申请', '专属资源池申请理由|上级单位书面要求'],
    ['XS-21.1', '下达云资源交付工单', '云资源交付工单'],
    ['XS-34', '下达云资源交付工单', '上云安全承诺书'],
  ],
  'xishuangbanna/rensheju/shebao-jingban': [
    ['XS-19.3', '提交云资源申请', '原云服务合同到期证明|原平台无法满足需求证明'],
    ['XS-16', '提交云资源申请', '原云服务合同到期证明|原平台无法满足需求证明'],
    ['XS-21.3', '通过漏洞扫描和渗透测试', '漏洞扫描报告', '渗透测试报告'],
  ],
  'xishuangbanna/rensheju/xinchou-chaxun': [
    ['XS-22.1', '提交云服务调整申请', '云服务调整申请', '内部审核意见'],
    ['XS-25.2', '提交云服务调整申请', '系统优化说明'],
    ['XS-23', '提交政务云资源撤销申请和撤销方案', '政务云资源撤销申请', '撤销方案', '内部审核意见'],
    ['XS-23', '完成数据备份和移交', '数据备份证明'],
    ['XS-21.1', '云资源调整建议报备', '资源调整建议'],
  ],
  'zhejiang/shuiliting/shuiqing-jiance': [
    ['ZJ-7', '提交使用申请', '应用系统建设方案', '应用系统性能和安全自测报告', '政务云平台资源需求'],
    ['ZJ-9b', '通过功能、性能及安全测试', '功能测试报告', '软件性能测试报告', '信息系统安全测试报告'],
    [
      'ZJ-11',
      '提交变更申请',
      '变更申请',
      '应用系统建设方案',
      '应用系统性能和安全自测报告',
      '政务云平台资源需求',
    ],
  ],
  'zhejiang/tongjiju/wangshang-zhibao': [
    ['ZJ-9a', '同意延长试用', '延长试用申请'],
    ['ZJ-12', '提交终止申请', '终止申请', '系统下线和数据备份说明'],
    ['ZJ-12', '完成数据备份和移交', '数据备份证明'],
  ],
}

/** Article, system, paper and event, one row for each that is taken away. */
export const requiredPapers = Object.entries(papersBySystem).flatMap(([system, rows]) =>
  rows.flatMap(([article, event, ...papers]) =>
    papers.map(paper => [article, system, paper, event] as const),
  ),
)

/** Takes papers of some types out of a manifest. */
export function without(types: string) {
  const line = new RegExp(`^ +- \\{ type: (?:${types.replaceAll('/', '\\/')}),.*\\n`, 'gm')
  return (text: string) => text.replace(line, '').replace(/^ *papers:\n(?! *- \{)/gm, '')
}

/** Takes the first event of a kind out of a manifest. */
function withoutEvent(id: string) {
  return lacking(new RegExp(` {2}- event: ${id}\\n(?: {4}.*\\n)+`))
}

/** Another event comes where the first of a kind came. */
function as(before: string, after: string) {
  return (text: string) => text.replace(`event: ${before}`, `event: ${after}`)
}

function lacking(part: RegExp | string) {
  return (text: string) => text.replace(part, '')
}

/** Article, system, what is done to its file, the code, and what the message names. */
export const requiredFacts: readonly (readonly [
  string,
  string,
  string,
  (text: string) => string,
  string,
  string,
])[] = [
  [
    'DT-12',
    'datong/yingjiju/yingji-zhihui',
    'a large request was not argued by experts',
    text =>
      without('专家论证意见')(text).replaceAll('quantity: 2000, unit: GiB', 'quantity: 60000, unit: GiB'),
    'TY4201',
    '专家论证意见',
  ],
  [
    'DT-12',
    'datong/shichangju/chengxin-nianbao',
    'a refusal says no why',
    as('accepted', 'refused'),
    'TY4204',
    'reason',
  ],
  [
    'DT-14b',
    'datong/shichangju/shipin-zhuisu',
    'a new system has no construction period',
    lacking(/ {2}period: .*\n/),
    'TY4203',
    'project.period',
  ],
  [
    'DT-14c',
    'datong/shichangju/shipin-zhuisu',
    'a periodic test has no report',
    // The unit's file is edited too, and has no history.
    text =>
      text.includes('\nhistory:')
        ? `${text}  - event: periodic-test-done\n    on: 2025-11-03\n    source: { paper: X }\n`
        : text,
    'TY4201',
    '定期测试报告',
  ],
  [
    'DT-21',
    'datong/shichangju/shipin-zhuisu',
    'the MLPS filing has no number',
    lacking('filing: 14020-24-00031, '),
    'TY4203',
    'mlps.filing',
  ],
  [
    'DT-22',
    'datong/shichangju/shipin-zhuisu',
    'the sharing platform is not connected',
    lacking(/^sharing: .*\n/m),
    'TY4203',
    'sharing',
  ],
  [
    'DT-23',
    'datong/shichangju/shipin-zhuisu',
    'cryptography was not assessed',
    lacking(/^cryptography: .*\n/m),
    'TY4203',
    'cryptography',
  ],
  [
    'JQ1-12',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the investment is 11 % over the budget',
    text => text.replace('current: "3350000.00"', 'current: "3552000.01"'),
    'TY4201',
    '投资调整批复',
  ],
  [
    'JQ1-13',
    'jiuquan/wenlvju/lvyou-fuwu',
    'nobody is responsible for the project',
    lacking(/ {2}responsible: 马晓东\n/),
    'TY4203',
    'project.responsible',
  ],
  [
    'JQ1-14',
    'jiuquan/wenlvju/lvyou-fuwu',
    'an important system was not filed',
    text => text.replace('purpose: 公共事业\n', 'purpose: 公共事业\nimportant: true\n'),
    'TY4201',
    '重要信息系统备案证明',
  ],
  [
    'JQ-3',
    'jiuquan/wenlvju/lvyou-fuwu',
    'a dedicated cloud has no reason',
    text => text.replace('    services:\n', '    pool: dedicated\n    services:\n'),
    'TY4201',
    '专享云使用理由',
  ],
  [
    'JQ-10.2',
    'jiuquan/wenlvju/jingqu-piaowu',
    'a major change has no papers',
    text => text.replace('    reason: 旅游旺季', '    conditions: [major]\n    reason: 旅游旺季'),
    'TY4201',
    '应用系统建设方案',
  ],
  [
    'JQ-17',
    'jiuquan/wenlvju/lvyou-fuwu',
    'nobody is responsible for security',
    lacking(/ {2}security: .*\n/),
    'TY4203',
    'contacts.security',
  ],
  [
    'JQ-17',
    'jiuquan/wenlvju/lvyou-fuwu',
    'an important system has no confidentiality agreement',
    text => without('保密协议')(text).replace('purpose: 公共事业\n', 'purpose: 公共事业\nimportant: true\n'),
    'TY4201',
    '保密协议',
  ],
  [
    'JQ-24',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the green channel is opened without a reason',
    as('approved', 'emergency-approved'),
    'TY4204',
    'reason',
  ],
  [
    'JQ-10.1',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the green channel is opened without the papers of a request',
    text => as('approved', 'emergency-approved')(without('市政务云资源申请表')(text)),
    'TY4201',
    '“启动绿色应急通道”缺少材料《市政务云资源申请表》',
  ],
  [
    'JQ-19',
    'jiuquan/wenlvju/jingqu-piaowu',
    'a backup is handed out that nobody asked for',
    withoutEvent('backup-release-submitted'),
    'TY4211',
    '申请提取数据备份',
  ],
  [
    'DT-13',
    'datong/shichangju/chengxin-nianbao',
    'a system went live without an agreement',
    withoutEvent('agreement-signed'),
    'TY4211',
    '签订政务云服务协议',
  ],
  [
    'NW-2.3b',
    'ningwu/jiaoyuju/xueji-guanli',
    'a system went live without an agreement',
    withoutEvent('agreement-signed'),
    'TY4211',
    '签订政务云服务协议',
  ],
  [
    'XS-21.1',
    'xishuangbanna/rensheju/xinchou-chaxun',
    'the delivery order came before the advice was filed',
    withoutEvent('advice-filed'),
    'TY4211',
    '云资源调整建议报备',
  ],
  [
    'JQ-26',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the unit has no emergency contact',
    text => (text.includes('kind: Unit') ? text.replace(/ {2}emergency: .*\n/, '') : text),
    'TY4203',
    '紧急联系人（contacts.emergency）',
  ],
  [
    'NW-2.1b',
    'ningwu/weijianju/jiankang-dangan',
    'a system from above has no paper that says so',
    text => text.replace('origin: migrated', 'origin: rolled-out-from-above'),
    'TY4201',
    '应用推广文件',
  ],
  [
    'NW-2.2',
    'ningwu/weijianju/yimiao-yuyue',
    'a refusal says no why',
    as('reviewed', 'refused'),
    'TY4204',
    'reason',
  ],
  [
    'NW-2.3a',
    'ningwu/jiaoyuju/xueji-guanli',
    'dedicated resources have no agreed day',
    text => text.replace('    services:\n', '    pool: dedicated\n    services:\n'),
    'TY4204',
    'until',
  ],
  [
    'NW-2.4b',
    'ningwu/jiaoyuju/zhaosheng-baoming',
    'a new system has no construction period',
    lacking(/ {2}period: .*\n/),
    'TY4203',
    'project.period',
  ],
  [
    'NW-3.5',
    'ningwu/jiaoyuju/zhaosheng-baoming',
    'the MLPS filing has no number',
    lacking('filing: 14092-24-00006, '),
    'TY4203',
    'mlps.filing',
  ],
  [
    'NW-3.7',
    'ningwu/jiaoyuju/zhaosheng-baoming',
    'cryptography was not assessed',
    text => text.replace('level: 2', 'level: 3'),
    'TY4203',
    'cryptography',
  ],
  [
    'XS-19.2',
    'xishuangbanna/rensheju/shebao-jingban',
    'a load with seasons has no plan',
    text =>
      text.replace(
        'domestic: { adapted: true }',
        'domestic: { adapted: true }\nload: { pattern: periodic, plan: 每年一月 }',
      ),
    'TY4201',
    '资源使用计划',
  ],
  [
    'XS-19.4',
    'xishuangbanna/rensheju/shebao-jingban',
    'no domestic adaptation and no reason',
    text => text.replace('domestic: { adapted: true }', 'domestic: { adapted: false }'),
    'TY4203',
    'domestic.exception',
  ],
  [
    'XS-19.5',
    'xishuangbanna/rensheju/shebao-jingban',
    'self-procurement without consent',
    text =>
      text.replace(
        '    source: { forge: gitea, change: 1 }\n',
        '    source: { forge: gitea, change: 1 }\n    conditions: [self-procurement]\n    reason: 目录中没有\n',
      ),
    'TY4201',
    '自行采购申请',
  ],
  [
    'XS-20',
    'xishuangbanna/rensheju/shebao-jingban',
    'a refusal says no why',
    as('approved', 'rejected'),
    'TY4204',
    'reason',
  ],
  [
    'XS-21.2',
    'xishuangbanna/rensheju/shebao-jingban',
    'a site went live without its ICP number',
    lacking(', number: 滇ICP备00000000号-1'),
    'TY4203',
    'icp.number',
  ],
  [
    'XS-26',
    'xishuangbanna/rensheju/shebao-jingban',
    'an emergency has no day for its papers',
    as('approved', 'emergency-approved'),
    'TY4204',
    'until',
  ],
  [
    'ZJ-8',
    'zhejiang/shuiliting/shuiqing-jiance',
    'a refusal says no why',
    as('accepted', 'refused'),
    'TY4204',
    'reason',
  ],
  [
    'ZJ-9b',
    'zhejiang/tongjiju/wangshang-zhibao',
    'a level 2 system was not tested for performance',
    text => text.replace('level: 3', 'level: 2'),
    'TY4201',
    '性能测试报告',
  ],
  [
    'ZJ-10b',
    'zhejiang/shuiliting/shuiqing-jiance',
    'a swinging load without a plan does not read',
    lacking(/ {2}plan: .*\n/),
    'TY2002',
    'plan',
  ],
  [
    'ZJ-11',
    'zhejiang/shuiliting/shuiqing-jiance',
    'a major change was not tested',
    text => text.replace(/( {2}- event: changed\n.*\n.*\n)[\s\S]*$/, '$1'),
    'TY4201',
    '安全测试报告',
  ],
  [
    'ZJ-18',
    'zhejiang/shuiliting/shuiqing-jiance',
    'nobody is named for secrecy',
    lacking(/ {2}secrecy: .*\n/),
    'TY4203',
    'contacts.secrecy',
  ],
]
