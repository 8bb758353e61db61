import type { Command } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'

const kinds = ['unit', 'system'] as const

export const newCommand: Command = {
  name: 'new',
  summary: {
    zh: '新建使用单位或系统的清单：在终端上逐项提问，或由选项给出；并分配网段',
    en: 'write the manifest of a using unit or a system: asks on a terminal, or takes options; and gives networks',
  },
  arguments: [
    { name: '<kind>', summary: { zh: 'unit 使用单位；system 系统', en: 'unit or system' }, choices: kinds },
    {
      name: '<address>',
      summary: {
        zh: '所在位置，如 ningwu/jiaoyuju 或 ningwu/jiaoyuju/kaowu',
        en: 'where it goes, such as ningwu/jiaoyuju or ningwu/jiaoyuju/kaowu',
      },
      complete: 'system',
    },
  ],
  options: [
    { flags: '--name <name>', summary: { zh: '名称', en: 'its name' } },
    { flags: '--short <name>', summary: { zh: '单位简称', en: 'the short name of a unit' } },
    { flags: '--category <category>', summary: { zh: '单位类别', en: 'the category of a unit' } },
    {
      flags: '--contact <contact...>',
      summary: {
        zh: '联系人：[角色=]姓名,电话[,职务]；不写角色即 responsible',
        en: 'a person: [role=]name,phone[,title]; without a role, the responsible one',
      },
    },
    {
      flags: '--origin <origin>',
      summary: {
        zh: '系统来源，如 new、migrated',
        en: 'where the system comes from, such as new or migrated',
      },
    },
    {
      flags: '--purpose <purpose>',
      summary: { zh: '用途，如 政务服务', en: 'its purpose, by the regulation’s own term' },
    },
    {
      flags: '--mlps <level>',
      summary: { zh: '等保级别', en: 'its MLPS level' },
      choices: ['1', '2', '3', '4', '5'],
    },
    {
      flags: '--not-domestic <reason>',
      summary: {
        zh: '未完成信创适配的理由；不写即已适配',
        en: 'why it is not adapted to domestic products; without it, it is',
      },
    },
    {
      flags: '--service <service...>',
      summary: {
        zh: '申请的服务：[分区:]服务项=数量，如 internet:ecs.general.4c8g=2',
        en: 'a service: [zone:]item=quantity, such as internet:ecs.general.4c8g=2',
      },
    },
    {
      flags: '--paper <paper...>',
      summary: { zh: '已有的材料：类型=文号@日期', en: 'a paper that is there: type=number@date' },
    },
    {
      flags: '--set <fact...>',
      summary: {
        zh: '其他内容：字段=值，如 project.approval=宁发改审〔2026〕8号',
        en: 'anything else: field=value, such as project.approval=NUMBER',
      },
    },
  ],
  examples: [
    {
      line: 'tenantry new unit ningwu/minzhengju --name 宁武县民政局 --category government-organ --contact 张三,0350-0000123',
      summary: { zh: '新建使用单位', en: 'a using unit' },
    },
    {
      line: 'tenantry new system xishuangbanna/rensheju/kaowu --name 考务管理系统 --origin new --purpose 内部管理 --mlps 2 --service extranet:ecs.domestic.4c8g=2 --contact 李静,0691-0000102',
      summary: { zh: '新建系统，并列出还缺的材料', en: 'a system, and what papers it lacks' },
    },
  ],
  run: async (context, invocation) => {
    const [kind = '', address = ''] = invocation.arguments
    if (kind === 'unit')
      return await (await import('./new/unit.ts')).newUnit(context, address, invocation.options)
    if (kind === 'system')
      return await (await import('./new/system.ts')).newSystem(context, address, invocation.options)
    throw notAChoice('<kind>', kind, kinds)
  },
}
