import type { CodeDefinition, Text } from '../finding/finding.ts'

function define(code: string, title: Text, why: Text, articles?: readonly string[]): CodeDefinition {
  return { code, severity: 'error', title, why, ...(articles === undefined ? {} : { articles }) }
}

/** TY50xx: what a synthesised stack may not hold, whatever made it. TY51xx: where stacks are written. Codes are never used again for another meaning. */
export const stackPolicyCodes = {
  blockNotAllowed: define(
    'TY5001',
    { zh: '栈中出现不允许的配置块', en: 'A stack holds a block that is not allowed' },
    {
      zh: '栈只由“terraform”“provider”“resource”“data”四种配置块组成；“module”“locals”“variable”“output”等可以引入未经评审的代码或者别的栈的数据。',
      en: 'A stack consists of terraform, provider, resource and data blocks alone; modules, locals, variables and outputs could bring in code that nobody reviewed, or data of another stack.',
    },
  ),
  resourceNotAllowed: define(
    'TY5002',
    {
      zh: '栈中出现不在许可清单内的资源类型',
      en: 'A stack holds a resource type that is not on the allow-list',
    },
    {
      zh: '本工具只创建许可清单内的资源类型。新增资源类型须先评审其隔离影响，再写入 lib/resource-types 中的类型表。',
      en: 'The tool creates only the resource types of its allow-list. Review what a new type means for isolation, then add it to the table in lib/resource-types.',
    },
  ),
  dataNotAllowed: define(
    'TY5003',
    {
      zh: '栈中出现不在许可清单内的数据源类型',
      en: 'A stack holds a data source that is not on the allow-list',
    },
    {
      zh: 'external、http 等数据源在计划阶段就会执行程序或者向外发出请求。',
      en: 'Data sources such as external and http run programs or send requests as early as the plan.',
    },
  ),
  attributeNotAllowed: define(
    'TY5004',
    { zh: '资源中出现不在许可清单内的属性', en: 'A resource has an attribute that is not on the allow-list' },
    {
      zh: 'value_specs 可以设置任意接口字段，provisioner 和 connection 会执行命令，count 和 for_each 会改变资源数量；未列入清单的属性一律拒绝。',
      en: 'value_specs sets any field of the API, provisioner and connection run commands, count and for_each change how many there are; whatever is not on the list is refused.',
    },
  ),
  templateNotAllowed: define(
    'TY5005',
    { zh: '文本会被 Terraform 当作模板求值', en: 'A text would be evaluated by Terraform as a template' },
    {
      zh: '含有 ${ 或 %{ 的文本会在计划阶段求值，可以读取执行机上的文件。只允许本工具自己生成的、对同一栈内资源属性的引用。',
      en: 'A text with ${ or %{ is evaluated during the plan and can read files of the runner. Only references that the tool itself makes, to an attribute in the same stack, are allowed.',
    },
  ),
  referenceUnknown: define(
    'TY5006',
    { zh: '引用的资源不在本栈内', en: 'A reference leads to nothing in its stack' },
    {
      zh: '栈与栈之间不传递引用；引用必须指向同一栈内的资源或者数据源。',
      en: 'Stacks hand no references to each other; a reference leads to a resource or data source of its own stack.',
    },
  ),
  ownerMissing: define(
    'TY5007',
    { zh: '资源没有写明所属项目', en: 'A resource does not say which project owns it' },
    {
      zh: '不写 tenant_id 或 project_id，资源会落入执行者自己的管理项目。',
      en: 'Without tenant_id or project_id the resource lands in the administrator’s own project.',
    },
  ),
  sharedWithAll: define(
    'TY5008',
    { zh: '资源对所有项目可见', en: 'A resource is shared with every project' },
    {
      zh: '“shared”“is_public”“is_default”以及以“*”为对象的授权，都会让任何单位看到或者使用该资源。应当逐个项目授权。',
      en: 'shared, is_public, is_default and a policy for * let every unit see or use the resource. Grant it project by project.',
    },
    ['XS-15.2'],
  ),
  externalNetwork: define(
    'TY5009',
    { zh: '网络声明为外部网络', en: 'A network is declared external' },
    {
      zh: 'external: true 会使 Neutron 自动建立面向所有项目的授权。出口网络应当只通过逐项目的 access_as_external 授权开放。',
      en: 'external: true makes Neutron create a policy for every project by itself. Open the egress network by an access_as_external policy for one project at a time.',
    },
    ['XS-15.2'],
  ),
  policyTarget: define(
    'TY5010',
    {
      zh: '共享授权的对象不是本栈的项目',
      en: 'A sharing policy is for something else than the stack’s own project',
    },
    {
      zh: '授权对象是普通文本，可以写成任何项目甚至 *，而且可以就地修改。只允许引用本栈自己创建的项目，且只允许 access_as_external。',
      en: 'The target of a policy is plain text that can name any project, or *, and can change in place. Only a reference to the project that the stack itself makes is allowed, and only access_as_external.',
    },
    ['XS-15.2'],
  ),
  quotaOpen: define(
    'TY5011',
    { zh: '配额缺少字段或者没有上限', en: 'A quota lacks a field or has no limit' },
    {
      zh: '-1 表示不限；未写的字段保留原有的数值。每一项配额都必须写明非负整数。',
      en: '-1 means unlimited, and a field that is left out keeps whatever it had. Every field takes a whole number from 0 up.',
    },
  ),
  roleNotAllowed: define(
    'TY5012',
    { zh: '授予了不允许的角色', en: 'A role is assigned that is not allowed' },
    {
      zh: '在任何项目上的 admin 都曾等同于整个云的 admin。只允许 member 和 reader，且必须经由数据源引用。',
      en: 'admin on any project has meant admin of the whole cloud. Only member and reader are allowed, by reference to a data source.',
    },
  ),
  providerNotAllowed: define(
    'TY5013',
    { zh: '提供程序的配置不符合要求', en: 'The provider is not configured as required' },
    {
      zh: '一个栈只属于一个分区：恰有一个 openstack 提供程序，只写 cloud 和 region，版本固定；凭据只能来自 clouds.yaml。',
      en: 'A stack belongs to one zone: exactly one openstack provider, with cloud and region alone and a fixed version; credentials come from clouds.yaml only.',
    },
    ['XS-15.2'],
  ),
  backendNotAllowed: define(
    'TY5014',
    { zh: '状态后端的配置不符合要求', en: 'The state backend is not configured as required' },
    {
      zh: '每个栈有自己的状态，键中含栈名；本地路径必须是相对路径，以便输出在任何机器上相同；凭据只能来自环境变量。',
      en: 'Every stack has a state of its own under a key that holds its name; a local path is relative, so that the output is the same on any machine; credentials come from the environment only.',
    },
  ),
  portUnprotected: define(
    'TY5015',
    { zh: '网络端口或者安全组没有保护', en: 'A network’s ports or a security group are not protected' },
    {
      zh: 'port_security_enabled 必须为 true，否则防地址伪造和安全组均不生效；安全组必须删除默认放行规则，每条规则必须写明对端网段。',
      en: 'port_security_enabled has to be true, or neither anti-spoofing nor security groups apply; a security group gives up its default rules, and every rule names the network on its other end.',
    },
  ),
  openToAll: define(
    'TY5016',
    {
      zh: '与互联网隔离的分区，规则对任何地址放行',
      en: 'A rule in a zone apart from the internet is open to any address',
    },
    {
      zh: '在与互联网隔离的分区，0.0.0.0/0 或 ::/0 意味着全网。请写明对端系统或者网段。',
      en: 'In a zone apart from the internet, 0.0.0.0/0 or ::/0 is the whole government network. Name the system or the network on the other end.',
    },
    ['XS-15.2'],
  ),
  partsLost: define(
    'TY5017',
    { zh: '栈中的资源少于所构造的资源', en: 'A stack holds fewer resources than were built' },
    {
      zh: '两个资源得到同一地址时，后者会无声地并入前者。这是本工具的缺陷，请报告。',
      en: 'When two resources get one address, the later one is merged into the earlier without a word. This is a defect of the tool; report it.',
    },
  ),
  namesCollide: define(
    'TY5018',
    { zh: '两个栈同名，或者仅大小写不同', en: 'Two stacks share a name, or differ only in case' },
    {
      zh: '栈名就是文件夹名和状态的键，重名会互相覆盖。',
      en: 'A stack’s name is its folder and the key of its state; two with one name overwrite each other.',
    },
  ),
  outputOccupied: define(
    'TY5101',
    { zh: '输出文件夹内有其他内容', en: 'The output folder holds something else' },
    {
      zh: '合成会整体替换输出文件夹。请指定一个不存在的、空的或者此前合成产生的文件夹。',
      en: 'A synthesis replaces its output folder as a whole. Name one that does not exist, is empty, or was made by an earlier synthesis.',
    },
  ),
} as const satisfies Readonly<Record<string, CodeDefinition>>
