import { entryOf } from '../../lib/model/entry.ts'
import type { Command, Context, ExitStatus, OptionValues } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'

type Write = (context: Context, address: string, options: OptionValues) => Promise<ExitStatus>

const writers: Readonly<Record<string, () => Promise<Write>>> = {
  unit: async () => (await import('./new/unit.ts')).newUnit,
  system: async () => (await import('./new/system.ts')).newSystem,
  ratification: async () => (await import('./new/ratification.ts')).newRatification,
}

const kinds = Object.keys(writers)

export const newCommand: Command = {
  name: 'new',
  summary: {
    zh: '新建使用单位、系统的清单或一份追认：在终端上逐项提问，或由选项给出；系统并分配网段',
    en: 'write the manifest of a using unit or a system, which gets networks, or a ratification: asks on a terminal, or takes options',
  },
  arguments: [
    {
      name: '<kind>',
      summary: {
        zh: 'unit 使用单位；system 系统；ratification 追认绕过审批的改动',
        en: 'unit, system, or the ratification of what came past the approval',
      },
      choices: kinds,
    },
    {
      name: '<address>',
      summary: {
        zh: '所在位置，如 ningwu/jiaoyuju 或 ningwu/jiaoyuju/kaowu；追认写记录的编号',
        en: 'where it goes, such as ningwu/jiaoyuju or ningwu/jiaoyuju/kaowu; of a ratification, the number of the record',
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
      flags: '--reason <reason>',
      summary: { zh: '追认：为何来不及办理审批', en: 'of a ratification: why there was no approval' },
    },
    {
      flags: '--basis <paper>',
      summary: { zh: '追认：依据的文件', en: 'of a ratification: the paper that it rests on' },
    },
    {
      flags: '--brought-by <person...>',
      summary: {
        zh: '追认：由谁推送或合并，人员编号；平台没有说明的必须写明',
        en: 'of a ratification: who brought it, by number; needed where the forge does not say',
      },
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
    {
      line: 'tenantry new ratification 12 --reason 停电期间抢修 --basis 宁政数函〔2026〕8号 --brought-by P-0017',
      summary: { zh: '追认第 12 号记录', en: 'the ratification of record 12' },
    },
  ],
  run: async (context, invocation) => {
    const [kind = '', address = ''] = invocation.arguments
    const write = entryOf(writers, kind)
    if (write === undefined) throw notAChoice('<kind>', kind, kinds)
    return await (await write())(context, address, invocation.options)
  },
}
