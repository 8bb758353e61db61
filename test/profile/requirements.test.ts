import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { exampleText, loaded } from '../example-repository.ts'

/** Article, an example system, the paper (or papers, any of which would do) that is taken away, and the event that lacks it. */
const papers = [
  ['DT-11b', 'datong/shichangju/chengxin-nianbao', '上云请示报告', '提交上云申请'],
  ['DT-11b', 'datong/shichangju/chengxin-nianbao', '政务云资源申请表', '提交上云申请'],
  ['DT-11b', 'datong/shichangju/chengxin-nianbao', '政务云资源需求确认表', '提交上云申请'],
  ['DT-11b', 'datong/shichangju/chengxin-nianbao', '申请依据', '提交上云申请'],
  ['DT-11c', 'datong/shichangju/chengxin-nianbao', '项目批复文件', '提交上云申请'],
  ['DT-11c', 'datong/shichangju/chengxin-nianbao', '建设方案', '提交上云申请'],
  ['DT-11c', 'datong/shichangju/chengxin-nianbao', '等级保护备案证明', '提交上云申请'],
  ['DT-11c', 'datong/shichangju/chengxin-nianbao', '等保测评报告', '提交上云申请'],
  ['DT-11c', 'datong/shichangju/tousu-jubao', '应用推广文件|政策依据文件', '提交上云申请'],
  ['DT-11c', 'datong/yingjiju/yingji-zhihui', '资源使用计划', '提交上云申请'],
  ['DT-11d', 'datong/shichangju/chengxin-nianbao', '系统迁移（部署）技术方案', '提交上云申请'],
  ['DT-13', 'datong/shichangju/chengxin-nianbao', '政务云服务协议', '签订政务云服务协议'],
  ['DT-14a', 'datong/shichangju/chengxin-nianbao', '政务云资源交付确认函', '报送资源交付确认函'],
  ['DT-14b', 'datong/shichangju/chengxin-nianbao', '测试情况报告', '测试情况报备'],
  ['DT-14c', 'datong/shichangju/chengxin-nianbao', '安全测试报告', '通过安全测试'],
  ['DT-15', 'datong/shichangju/chengxin-nianbao', '变更申请', '提交变更申请'],
  ['DT-16', 'datong/shichangju/chengxin-nianbao', '退出申请', '提交退出申请'],
  ['DT-16', 'datong/shichangju/chengxin-nianbao', '数据移交清单', '完成数据备份和移交'],
  ['DT-16', 'datong/shichangju/chengxin-nianbao', '数据清除证明', '完成数据备份和移交'],
  ['DT-20', 'datong/shichangju/chengxin-nianbao', '安全责任协议书', '报送资源交付确认函'],
  ['DT-21', 'datong/shichangju/chengxin-nianbao', '信息系统应急预案', '上线运行'],
  ['DT-22', 'datong/shichangju/chengxin-nianbao', '保密协议', '报送资源交付确认函'],
  ['JQ1-7', 'jiuquan/wenlvju/lvyou-fuwu', '立项批复文件', '提交市政务云资源申请表'],
  ['JQ1-7', 'jiuquan/wenlvju/lvyou-fuwu', '初步设计评审意见', '提交市政务云资源申请表'],
  ['JQ1-14', 'jiuquan/wenlvju/jingqu-piaowu', '竣工验收意见书', '上线运行'],
  ['JQ-8', 'jiuquan/guazhou/zhihui-chengguan', '应用系统建设方案', '提交市政务云资源申请表'],
  ['JQ-8', 'jiuquan/guazhou/zhihui-chengguan', '应用系统性能和安全自测报告', '提交市政务云资源申请表'],
  ['JQ-8', 'jiuquan/guazhou/zhihui-chengguan', '政务云资源需求', '提交市政务云资源申请表'],
  ['JQ-10.1', 'jiuquan/guazhou/zhihui-chengguan', '市政务云资源申请表', '提交市政务云资源申请表'],
  ['JQ-10.1', 'jiuquan/wenlvju/jingqu-piaowu', '符合性测试报告', '通过符合性测试'],
  ['JQ-10.2', 'jiuquan/wenlvju/jingqu-piaowu', '市政务云资源变更/注销申请单', '提交变更申请单'],
  ['JQ-10.2', 'jiuquan/wenlvju/jingqu-piaowu', '数据备份证明', '完成数据备份和移交'],
  ['JQ-10.3', 'jiuquan/wenlvju/jingqu-piaowu', '市政务云资源交付回执单', '签署资源交付回执单'],
  ['JQ-19', 'jiuquan/wenlvju/jingqu-piaowu', '数据备份提取申请', '申请提取数据备份'],
  ['NW-2.1a', 'ningwu/jiaoyuju/xueji-guanli', '上云请示报告', '提交上云申请'],
  ['NW-2.1a', 'ningwu/jiaoyuju/xueji-guanli', '政务云资源需求申请表', '提交上云申请'],
  ['NW-2.1a', 'ningwu/jiaoyuju/xueji-guanli', '信息系统安全责任协议书', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '项目批复文件', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '建设方案', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '建设合同', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '竣工验收意见书', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '等级保护备案证明', '提交上云申请'],
  ['NW-2.1b', 'ningwu/jiaoyuju/xueji-guanli', '等保测评报告', '提交上云申请'],
  ['NW-2.1c', 'ningwu/jiaoyuju/xueji-guanli', '系统迁移（部署）方案', '提交上云申请'],
  ['NW-2.3b', 'ningwu/jiaoyuju/xueji-guanli', '政务云服务协议', '签订政务云服务协议'],
  ['NW-2.4a', 'ningwu/jiaoyuju/xueji-guanli', '资源交付回执单', '签署资源交付回执单'],
  ['NW-2.4c', 'ningwu/jiaoyuju/xueji-guanli', '测试情况报告', '测试情况报备'],
  ['NW-2.5', 'ningwu/weijianju/yimiao-yuyue', '资源变更申请单', '提交资源变更申请单'],
  ['NW-2.5', 'ningwu/weijianju/yimiao-yuyue', '资源交付回执单', '完成变更'],
  ['NW-2.6', 'ningwu/weijianju/jiankang-dangan', '资源注销申请单', '提交资源注销申请单'],
  ['NW-2.6', 'ningwu/weijianju/yimiao-yuyue', '数据移交清单', '完成数据备份和移交'],
  ['NW-2.6', 'ningwu/weijianju/yimiao-yuyue', '数据清除证明', '完成数据备份和移交'],
  ['NW-2.6', 'ningwu/weijianju/yimiao-yuyue', '资源交付回执单', '收回云资源'],
  ['NW-3.5', 'ningwu/jiaoyuju/xueji-guanli', '信息系统应急预案', '正常运行'],
  ['NW-3.6', 'ningwu/weijianju/yimiao-yuyue', '保密协议', '签署资源交付回执单'],
  ['XS-9a', 'xishuangbanna/gonganju/huji-guanli', '内部审核意见', '提交云资源申请'],
  ['XS-19.1', 'xishuangbanna/gonganju/huji-guanli', '政务云资源申请', '提交云资源申请'],
  ['XS-19.1', 'xishuangbanna/gonganju/huji-guanli', '系统上云迁云方案', '提交云资源申请'],
  ['XS-19.1', 'xishuangbanna/gonganju/huji-guanli', '资源需求测算依据', '提交云资源申请'],
  ['XS-19.1', 'xishuangbanna/gonganju/huji-guanli', '立项批复', '提交云资源申请'],
  [
    'XS-19.3',
    'xishuangbanna/rensheju/shebao-jingban',
    '原云服务合同到期证明|原平台无法满足需求证明',
    '提交云资源申请',
  ],
  [
    'XS-16',
    'xishuangbanna/rensheju/shebao-jingban',
    '原云服务合同到期证明|原平台无法满足需求证明',
    '提交云资源申请',
  ],
  ['XS-15.3', 'xishuangbanna/gonganju/huji-guanli', '专属资源池申请理由|上级单位书面要求', '提交云资源申请'],
  ['XS-21.1', 'xishuangbanna/gonganju/huji-guanli', '云资源交付工单', '下达云资源交付工单'],
  ['XS-21.3', 'xishuangbanna/rensheju/shebao-jingban', '漏洞扫描报告', '通过漏洞扫描和渗透测试'],
  ['XS-21.3', 'xishuangbanna/rensheju/shebao-jingban', '渗透测试报告', '通过漏洞扫描和渗透测试'],
  ['XS-22.1', 'xishuangbanna/rensheju/xinchou-chaxun', '云服务调整申请', '提交云服务调整申请'],
  ['XS-22.1', 'xishuangbanna/rensheju/xinchou-chaxun', '内部审核意见', '提交云服务调整申请'],
  ['XS-25.2', 'xishuangbanna/rensheju/xinchou-chaxun', '系统优化说明', '提交云服务调整申请'],
  [
    'XS-23',
    'xishuangbanna/rensheju/xinchou-chaxun',
    '政务云资源撤销申请',
    '提交政务云资源撤销申请和撤销方案',
  ],
  ['XS-23', 'xishuangbanna/rensheju/xinchou-chaxun', '撤销方案', '提交政务云资源撤销申请和撤销方案'],
  ['XS-23', 'xishuangbanna/rensheju/xinchou-chaxun', '内部审核意见', '提交政务云资源撤销申请和撤销方案'],
  ['XS-23', 'xishuangbanna/rensheju/xinchou-chaxun', '数据备份证明', '完成数据备份和移交'],
  ['XS-34', 'xishuangbanna/gonganju/huji-guanli', '上云安全承诺书', '下达云资源交付工单'],
  ['XS-21.1', 'xishuangbanna/rensheju/xinchou-chaxun', '资源调整建议', '云资源调整建议报备'],
  ['ZJ-7', 'zhejiang/shuiliting/shuiqing-jiance', '应用系统建设方案', '提交使用申请'],
  ['ZJ-7', 'zhejiang/shuiliting/shuiqing-jiance', '应用系统性能和安全自测报告', '提交使用申请'],
  ['ZJ-7', 'zhejiang/shuiliting/shuiqing-jiance', '政务云平台资源需求', '提交使用申请'],
  ['ZJ-9a', 'zhejiang/tongjiju/wangshang-zhibao', '延长试用申请', '同意延长试用'],
  ['ZJ-9b', 'zhejiang/shuiliting/shuiqing-jiance', '功能测试报告', '通过功能、性能及安全测试'],
  ['ZJ-9b', 'zhejiang/shuiliting/shuiqing-jiance', '软件性能测试报告', '通过功能、性能及安全测试'],
  ['ZJ-9b', 'zhejiang/shuiliting/shuiqing-jiance', '信息系统安全测试报告', '通过功能、性能及安全测试'],
  ['ZJ-11', 'zhejiang/shuiliting/shuiqing-jiance', '变更申请', '提交变更申请'],
  ['ZJ-11', 'zhejiang/shuiliting/shuiqing-jiance', '应用系统建设方案', '提交变更申请'],
  ['ZJ-11', 'zhejiang/shuiliting/shuiqing-jiance', '应用系统性能和安全自测报告', '提交变更申请'],
  ['ZJ-11', 'zhejiang/shuiliting/shuiqing-jiance', '政务云平台资源需求', '提交变更申请'],
  ['ZJ-12', 'zhejiang/tongjiju/wangshang-zhibao', '终止申请', '提交终止申请'],
  ['ZJ-12', 'zhejiang/tongjiju/wangshang-zhibao', '系统下线和数据备份说明', '提交终止申请'],
  ['ZJ-12', 'zhejiang/tongjiju/wangshang-zhibao', '数据备份证明', '完成数据备份和移交'],
] as const

function fileOf(address: string): string {
  return `tenants/${address}.yaml`
}

function unitOf(address: string): string {
  return `tenants/${address.split('/').slice(0, 2).join('/')}/unit.yaml`
}

/** The findings in a system's file once an edit was made to it and to its unit's file. */
function findingsAfter(address: string, edit: (text: string) => string): readonly Finding[] {
  const files = [fileOf(address), unitOf(address)]
  const changed = new Map(files.map(file => [file, edit(exampleText(file))]))
  return loaded(changed).findings.filter(({ file }) => file === files[0])
}

function without(types: string) {
  const line = new RegExp(`^ +- \\{ type: (?:${types.replaceAll('/', '\\/')}),.*\\n`, 'gm')
  return (text: string) => text.replace(line, '').replace(/^ *papers:\n(?! *- \{)/gm, '')
}

describe('papers that the regulations ask for', () => {
  it.each(papers)('%s: %s lacks 《%s》 at “%s”', (article, address, types, event) => {
    const own = findingsAfter(address, without(types)).filter(finding => finding.code === 'TY4201')
    const lacking = own.filter(finding => finding.article === article)
    expect(lacking.map(({ message }) => message.zh).join()).toContain(event)
    const text = without(types)(exampleText(fileOf(address)))
    const lines = text.split('\n')
    for (const { range } of lacking)
      expect(lines[range.start.line - 1]).toMatch(/^ {4}papers:|^ {2}- event: /)
  })
})

/** Article, system, what is done to its file, the code, and what the message names. */
const others: readonly (readonly [string, string, string, (text: string) => string, string, string])[] = [
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
    text => text.replace('event: accepted', 'event: refused'),
    'TY4204',
    'reason',
  ],
  [
    'DT-14b',
    'datong/shichangju/shipin-zhuisu',
    'a new system has no construction period',
    text => text.replace(/ {2}period: .*\n/, ''),
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
    text => text.replace('filing: 14020-24-00031, ', ''),
    'TY4203',
    'mlps.filing',
  ],
  [
    'DT-22',
    'datong/shichangju/shipin-zhuisu',
    'the sharing platform is not connected',
    text => text.replace(/^sharing: .*\n/m, ''),
    'TY4203',
    'sharing',
  ],
  [
    'DT-23',
    'datong/shichangju/shipin-zhuisu',
    'cryptography was not assessed',
    text => text.replace(/^cryptography: .*\n/m, ''),
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
    text => text.replace(/ {2}responsible: 马晓东\n/, ''),
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
    text => text.replace(/ {2}security: .*\n/, ''),
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
    text => text.replace('event: approved', 'event: emergency-approved'),
    'TY4204',
    'reason',
  ],
  [
    'JQ-24',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the green channel is opened without the papers of a request',
    text => without('市政务云资源申请表')(text).replace('event: approved', 'event: emergency-approved'),
    'TY4204',
    'reason',
  ],
  [
    'JQ-19',
    'jiuquan/wenlvju/jingqu-piaowu',
    'a backup is handed out that nobody asked for',
    text => text.replace(/ {2}- event: backup-release-submitted\n(?: {4}.*\n)+/, ''),
    'TY4211',
    '申请提取数据备份',
  ],
  [
    'DT-13',
    'datong/shichangju/chengxin-nianbao',
    'a system went live without an agreement',
    text => text.replace(/ {2}- event: agreement-signed\n(?: {4}.*\n)+/, ''),
    'TY4211',
    '签订政务云服务协议',
  ],
  [
    'NW-2.3b',
    'ningwu/jiaoyuju/xueji-guanli',
    'a system went live without an agreement',
    text => text.replace(/ {2}- event: agreement-signed\n(?: {4}.*\n)+/, ''),
    'TY4211',
    '签订政务云服务协议',
  ],
  [
    'XS-21.1',
    'xishuangbanna/rensheju/xinchou-chaxun',
    'the delivery order came before the advice was filed',
    text => text.replace(/ {2}- event: advice-filed\n(?: {4}.*\n)+/, ''),
    'TY4211',
    '云资源调整建议报备',
  ],
  [
    'JQ-26',
    'jiuquan/wenlvju/lvyou-fuwu',
    'the unit has no emergency contact',
    text => (text.includes('kind: Unit') ? text.replace(/ {2}emergency: .*\n/, '') : text),
    'TY4203',
    'unit.contacts.emergency',
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
    text => text.replace('event: reviewed', 'event: refused'),
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
    text => text.replace(/ {2}period: .*\n/, ''),
    'TY4203',
    'project.period',
  ],
  [
    'NW-3.5',
    'ningwu/jiaoyuju/zhaosheng-baoming',
    'the MLPS filing has no number',
    text => text.replace('filing: 14092-24-00006, ', ''),
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
    text => text.replace('event: approved', 'event: rejected'),
    'TY4204',
    'reason',
  ],
  [
    'XS-21.2',
    'xishuangbanna/rensheju/shebao-jingban',
    'a site went live without its ICP number',
    text => text.replace(', number: 滇ICP备00000000号-1', ''),
    'TY4203',
    'icp.number',
  ],
  [
    'XS-26',
    'xishuangbanna/rensheju/shebao-jingban',
    'an emergency has no day for its papers',
    text => text.replace('event: approved', 'event: emergency-approved'),
    'TY4204',
    'until',
  ],
  [
    'ZJ-8',
    'zhejiang/shuiliting/shuiqing-jiance',
    'a refusal says no why',
    text => text.replace('event: accepted', 'event: refused'),
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
    text => text.replace(/ {2}plan: .*\n/, ''),
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
    text => text.replace(/ {2}secrecy: .*\n/, ''),
    'TY4203',
    'contacts.secrecy',
  ],
]

describe('facts, reasons and abilities that the regulations ask for', () => {
  it.each(others)('%s: %s, %s', (article, address, _title, edit, code, named) => {
    const own = findingsAfter(address, edit).filter(finding => finding.code === code)
    const cited = own.filter(finding => code.startsWith('TY2') || finding.article === article)
    expect(cited.map(({ message }) => message.zh).join()).toContain(named)
  })
})

describe('what no regulation asks for, but an authority has decided', () => {
  it.each([
    ['datong/shichangju/shipin-zhuisu', 'datong', (text: string) => text],
    ['ningwu/jiaoyuju/xueji-guanli', 'ningwu', (text: string) => text.replace('level: 2', 'level: 3')],
  ] as const)('%s: a level 3 system is granted no backup, which cites no article', (address, id, level) => {
    const edit = (text: string) => level(text.replaceAll(/ +- \{ item: cbr.volume.*\n/g, ''))
    const own = findingsAfter(address, edit).filter(({ code }) => code === 'TY4205')
    expect(own.length).toBeGreaterThan(0)
    for (const { article, related } of own) {
      expect(article).toBeUndefined()
      expect(related.map(({ file }) => file)).toEqual([`catalogue/jurisdictions/${id}.yaml`])
      expect(related[0]?.message.zh).toContain('（示例）')
    }
  })

  it('a refusal says why under every regulation', () => {
    const edit = (text: string) => text.replace('event: change-approved', 'event: change-refused')
    const own = findingsAfter('jiuquan/wenlvju/jingqu-piaowu', edit).filter(({ code }) => code === 'TY4204')
    expect(own.map(({ article, message }) => [article, message.zh])).toEqual([
      [undefined, '“退回变更申请”未写明理由（reason）'],
    ])
  })
})
