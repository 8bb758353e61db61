// What the five texts ask for on paper, read from the texts and not from the profiles.
import type { SystemManifest } from '../../../generated/types/system.ts'
import type { UnitManifest } from '../../../generated/types/unit.ts'
import type { Jurisdiction } from './course.ts'

/** A case of the product of conditions. */
export interface Situation {
  readonly origin: SystemManifest['origin']
  readonly level: 2 | 3
  readonly pools: 'shared' | 'dedicated' | 'mixed'
  readonly important: boolean
  readonly load: 'steady' | 'burst'
  readonly adapted: boolean
  readonly category: UnitManifest['category']
  /** What every request is marked as. */
  readonly mark: 'none' | 'emergency' | 'green-channel' | 'major' | 'high-utilisation'
}

export interface Duty {
  readonly article: string
  /** The events by which it must be there. */
  readonly by: readonly string[]
  readonly papers: readonly string[]
  /** Any one of the papers will do. */
  readonly any?: true
  readonly when?: (of: Situation) => boolean
  /** The text lets it follow in an emergency. */
  readonly follows?: true
}

const migrated = ({ origin }: Situation) => origin === 'migrated'
const isNew = ({ origin }: Situation) => origin === 'new'
const fromAbove = ({ origin }: Situation) => origin === 'rolled-out-from-above'
const major = ({ mark }: Situation) => mark === 'major'
const swings = ({ load }: Situation) => load !== 'steady'
const dedicated = ({ pools }: Situation) => pools !== 'shared'
/** 附件1第3条: 市委、市政府各部门及所属事业单位. */
const ofCity = ({ category }: Situation) => category !== 'county' && category !== 'provincial-branch'

const ningwu: readonly Duty[] = [
  {
    article: 'NW-2.1a',
    by: ['approved'],
    papers: ['上云请示报告', '政务云资源需求申请表', '信息系统安全责任协议书'],
  },
  {
    article: 'NW-2.1b',
    by: ['approved'],
    papers: ['项目批复文件', '建设方案', '建设合同', '竣工验收意见书', '等级保护备案证明', '等保测评报告'],
    when: migrated,
  },
  { article: 'NW-2.1b', by: ['approved'], papers: ['项目批复文件', '建设方案', '建设合同'], when: isNew },
  {
    article: 'NW-2.1b',
    by: ['approved'],
    papers: ['应用推广文件', '政策依据文件'],
    any: true,
    when: fromAbove,
  },
  { article: 'NW-2.1c', by: ['approved'], papers: ['系统迁移（部署）方案'] },
  { article: 'NW-2.3b', by: ['live'], papers: ['政务云服务协议'] },
  { article: 'NW-2.4a', by: ['delivered'], papers: ['资源交付回执单'] },
  { article: 'NW-2.5', by: ['change-approved'], papers: ['资源变更申请单'] },
  { article: 'NW-2.5', by: ['changed'], papers: ['资源交付回执单'] },
  { article: 'NW-2.6', by: ['exit-approved'], papers: ['资源注销申请单'] },
  { article: 'NW-2.6', by: ['recovered'], papers: ['数据移交清单', '数据清除证明', '资源交付回执单'] },
  { article: 'NW-3.6', by: ['live'], papers: ['保密协议'] },
]

const datong: readonly Duty[] = [
  {
    article: 'DT-11b',
    by: ['approved'],
    papers: ['上云请示报告', '政务云资源申请表', '政务云资源需求确认表', '申请依据'],
  },
  {
    article: 'DT-11c',
    by: ['approved'],
    papers: ['项目批复文件', '建设方案', '等级保护备案证明', '等保测评报告'],
    when: migrated,
  },
  { article: 'DT-11c', by: ['approved'], papers: ['项目批复文件', '建设方案'], when: isNew },
  {
    article: 'DT-11c',
    by: ['approved'],
    papers: ['应用推广文件', '政策依据文件'],
    any: true,
    when: fromAbove,
  },
  { article: 'DT-11c', by: ['approved'], papers: ['资源使用计划'], when: swings },
  { article: 'DT-11d', by: ['approved'], papers: ['系统迁移（部署）技术方案'] },
  { article: 'DT-13', by: ['live'], papers: ['政务云服务协议'] },
  { article: 'DT-14a', by: ['delivered'], papers: ['政务云资源交付确认函'] },
  { article: 'DT-14c', by: ['live'], papers: ['安全测试报告'] },
  { article: 'DT-15', by: ['change-approved'], papers: ['变更申请'] },
  { article: 'DT-16', by: ['exit-approved'], papers: ['退出申请'] },
  { article: 'DT-16', by: ['recovered'], papers: ['数据移交清单', '数据清除证明'] },
  { article: 'DT-20', by: ['live'], papers: ['安全责任协议书'] },
  { article: 'DT-22', by: ['live'], papers: ['保密协议'] },
]

const opening = ['approved', 'emergency-approved']

const xishuangbanna: readonly Duty[] = [
  { article: 'XS-9a', by: opening, papers: ['内部审核意见'], follows: true },
  {
    article: 'XS-19.1',
    by: opening,
    papers: ['政务云资源申请', '系统上云迁云方案', '资源需求测算依据', '立项批复'],
    follows: true,
  },
  { article: 'XS-19.2', by: opening, papers: ['资源使用计划'], when: swings, follows: true },
  {
    article: 'XS-19.3',
    by: opening,
    papers: ['原云服务合同到期证明', '原平台无法满足需求证明'],
    any: true,
    when: migrated,
    follows: true,
  },
  { article: 'XS-19.4', by: opening, papers: ['信创例外说明'], when: ({ adapted }) => !adapted },
  {
    article: 'XS-15.3',
    by: opening,
    papers: ['专属资源池申请理由', '上级单位书面要求'],
    any: true,
    when: dedicated,
  },
  {
    article: 'XS-26',
    by: ['emergency-approved', 'change-approved'],
    papers: ['紧急需求同意意见', '内部审核意见'],
    any: true,
    when: ({ mark }) => mark === 'emergency',
  },
  { article: 'XS-21.1', by: ['delivered'], papers: ['云资源交付工单', '资源调整建议'] },
  { article: 'XS-21.3', by: ['live'], papers: ['漏洞扫描报告', '渗透测试报告'] },
  { article: 'XS-22.1', by: ['change-approved'], papers: ['云服务调整申请', '内部审核意见'], follows: true },
  {
    article: 'XS-25.2',
    by: ['change-approved'],
    papers: ['系统优化说明'],
    when: ({ mark }) => mark === 'high-utilisation',
    follows: true,
  },
  { article: 'XS-23', by: ['exit-approved'], papers: ['政务云资源撤销申请', '撤销方案', '内部审核意见'] },
  { article: 'XS-23', by: ['recovered'], papers: ['数据备份证明'] },
  { article: 'XS-34', by: ['live'], papers: ['上云安全承诺书'] },
]

const zhejiang: readonly Duty[] = [
  {
    article: 'ZJ-7',
    by: ['reviewed'],
    papers: ['应用系统建设方案', '应用系统性能和安全自测报告', '政务云平台资源需求'],
  },
  {
    article: 'ZJ-9b',
    by: ['approved'],
    papers: ['功能测试报告', '性能测试报告', '安全测试报告'],
    when: ({ level }) => level < 3,
  },
  {
    article: 'ZJ-9b',
    by: ['approved'],
    papers: ['功能测试报告', '软件性能测试报告', '信息系统安全测试报告'],
    when: ({ level }) => level >= 3,
  },
  { article: 'ZJ-11', by: ['change-approved'], papers: ['变更申请'] },
  {
    article: 'ZJ-11',
    by: ['change-approved'],
    papers: ['应用系统建设方案', '应用系统性能和安全自测报告', '政务云平台资源需求'],
    when: major,
  },
  { article: 'ZJ-11', by: ['changed'], papers: ['性能测试报告', '软件性能测试报告'], any: true, when: major },
  {
    article: 'ZJ-11',
    by: ['changed'],
    papers: ['安全测试报告', '信息系统安全测试报告'],
    any: true,
    when: major,
  },
  { article: 'ZJ-12', by: ['exit-approved'], papers: ['终止申请'] },
]

const jiuquan: readonly Duty[] = [
  {
    article: 'JQ1-7',
    by: opening,
    papers: ['立项批复文件', '初步设计评审意见'],
    when: of => isNew(of) && ofCity(of),
  },
  { article: 'JQ-3', by: opening, papers: ['专享云使用理由'], when: dedicated },
  {
    article: 'JQ-8',
    by: opening,
    papers: ['应用系统建设方案', '应用系统性能和安全自测报告', '政务云资源需求'],
  },
  { article: 'JQ-10.1', by: opening, papers: ['市政务云资源申请表'] },
  { article: 'JQ-10.1', by: ['live'], papers: ['符合性测试报告'] },
  { article: 'JQ1-14', by: ['live'], papers: ['竣工验收意见书'], when: of => isNew(of) && ofCity(of) },
  { article: 'JQ-10.2', by: ['change-approved'], papers: ['市政务云资源变更/注销申请单'] },
  {
    article: 'JQ-10.2',
    by: ['change-approved'],
    papers: ['应用系统建设方案', '应用系统性能和安全自测报告', '政务云资源需求'],
    when: major,
  },
  { article: 'JQ-10.2', by: ['exit-approved'], papers: ['市政务云资源变更/注销申请单'] },
  { article: 'JQ-10.3', by: ['delivered', 'changed', 'recovered'], papers: ['市政务云资源交付回执单'] },
  { article: 'JQ-17', by: ['delivered'], papers: ['保密协议'], when: ({ important }) => important },
]

export const duties: Readonly<Record<Jurisdiction, readonly Duty[]>> = {
  ningwu,
  datong,
  xishuangbanna,
  zhejiang,
  jiuquan,
}
