import type { CodeDefinition } from '../finding/finding.ts'

/** What a manifest or the catalogue can have wrong by itself; see `lib/check` for what only several files show. */
export const codes = {
  unknownKey: {
    code: 'TY2001',
    severity: 'error',
    title: { zh: '键名不存在', en: 'a key that does not exist here' },
    why: {
      zh: '未定义的键不会产生任何作用，多为拼写错误或写错了层级；静默忽略会使申请内容缺失。按提示改正键名，或移到所属的层级。',
      en: 'An undefined key would have no effect; most are misspelt or stand on the wrong level, and ignoring them would lose what was asked for. Correct the key as suggested, or move it to where it belongs.',
    },
  },
  missingKey: {
    code: 'TY2002',
    severity: 'error',
    title: { zh: '缺少必填项', en: 'a required key is missing' },
    why: {
      zh: '该项为必填。请在所指位置补写。',
      en: 'The key is required. Add it at the place shown.',
    },
  },
  wrongType: {
    code: 'TY2003',
    severity: 'error',
    title: { zh: '内容的类型不对', en: 'a value of the wrong type' },
    why: {
      zh: '此处要求的是另一种内容，例如文字、整数、列表或映射。YAML 会把不加引号的 0755、1.10、true 读作数字或真假值；应为文字时请加引号。',
      en: 'Another kind of value belongs here, such as a text, an integer, a list or a map. YAML reads an unquoted 0755, 1.10 or true as a number or a truth value; where a text belongs, quote it.',
    },
  },
  notAllowed: {
    code: 'TY2004',
    severity: 'error',
    title: { zh: '不在可选范围内', en: 'a value that is not one of the allowed ones' },
    why: {
      zh: '此处只能取所列的值。请从中选用。',
      en: 'Only the listed values may stand here. Use one of them.',
    },
  },
  wrongForm: {
    code: 'TY2005',
    severity: 'error',
    title: { zh: '书写格式不对', en: 'a text of the wrong form' },
    why: {
      zh: '标识、金额、网段、文号等各有固定写法，写法一致才能比对和核验。请按提示的格式书写。',
      en: 'Identifiers, amounts, networks and numbers of papers have a fixed form, so that they can be compared and verified. Write the text in the form described.',
    },
  },
  wrongDate: {
    code: 'TY2006',
    severity: 'error',
    title: { zh: '不是有效日期', en: 'not a date that can be meant' },
    why: {
      zh: '日期写作 YYYY-MM-DD，须为历法中存在、1950 至 2199 年的日子；没有终止日的不写终止日。时限和计费均以此计算。',
      en: 'A date is written YYYY-MM-DD and is a day of the calendar in the years 1950 to 2199; an end that is open is left out. Deadlines and fees are computed from dates.',
    },
  },
  outOfRange: {
    code: 'TY2007',
    severity: 'error',
    title: { zh: '数值超出范围', en: 'a number out of range' },
    why: {
      zh: '该数值有上下限。请填写范围内的数值。',
      en: 'The number has a least and a greatest value. Give one between them.',
    },
  },
  wrongLength: {
    code: 'TY2008',
    severity: 'error',
    title: { zh: '文字过长或过短', en: 'a text that is too long or too short' },
    why: {
      zh: '该项文字有长度限制，过长的内容请放入材料，在此写明文号。',
      en: 'The text has a limited length; put what is longer into a paper and name its number here.',
    },
  },
  wrongCount: {
    code: 'TY2009',
    severity: 'error',
    title: { zh: '条目过多或过少', en: 'too many or too few entries' },
    why: {
      zh: '列表或映射的条目数有限制。不需要时删去整项，而不是留空。',
      en: 'The list or map has a limited number of entries. Where none is needed, remove the key instead of leaving it empty.',
    },
  },
  repeated: {
    code: 'TY2010',
    severity: 'error',
    title: { zh: '条目重复', en: 'an entry that is there twice' },
    why: {
      zh: '列表中的条目不得重复。请删去其一。',
      en: 'The entries of this list must differ. Remove one of the two.',
    },
  },
  wrongKeyName: {
    code: 'TY2011',
    severity: 'error',
    title: { zh: '键名的书写格式不对', en: 'a key of the wrong form' },
    why: {
      zh: '此处的键名由编写者自定，但须符合规定的写法，因为它会成为云上资源名称的一部分，或须为云平台所识别。',
      en: 'The key is free to choose but for its form, because it becomes part of a name in the cloud, or the cloud must know it.',
    },
  },
  missingCompanion: {
    code: 'TY2012',
    severity: 'error',
    title: { zh: '缺少须一并填写的项', en: 'a key without the one that belongs to it' },
    why: {
      zh: '这几项须同时填写，缺一即无法核对。请补写，或一并删去。',
      en: 'These keys only mean something together. Add the missing one, or remove both.',
    },
  },
  unfit: {
    code: 'TY2013',
    severity: 'error',
    title: { zh: '不符合规定', en: 'a value that does not fit' },
    why: {
      zh: '该内容不符合此处的规定。请对照示例改正。',
      en: 'The value does not fit what is defined for this place. Compare it with the examples.',
    },
  },
  unknownItem: {
    code: 'TY2020',
    severity: 'error',
    title: { zh: '服务目录中没有该服务项', en: 'a service item that the catalogue does not have' },
    why: {
      zh: '云资源须从服务目录中选用。请改为目录中的服务项；目录中没有的，先选功能和配置相近的。',
      en: 'Resources are chosen from the service catalogue. Use an item of it; where none fits, the nearest one.',
    },
    articles: ['DT-11a', 'XS-19.5'],
  },
  itemElsewhere: {
    code: 'TY2021',
    severity: 'error',
    title: { zh: '该服务项不在本分区提供', en: 'a service item that this zone does not offer' },
    why: {
      zh: '各分区物理隔离，服务项只能在目录列明的分区申请。请移到所列分区，或改用本分区的服务项。',
      en: 'The zones are physically isolated, and an item can only be asked for in the zones that the catalogue lists. Move the line there, or use an item of this zone.',
    },
    articles: ['XS-15.2'],
  },
  unknownZone: {
    code: 'TY2022',
    severity: 'error',
    title: { zh: '平台没有该分区', en: 'a zone that the platform does not have' },
    why: {
      zh: '分区由 catalogue/platform.yaml 定义。请改为其中的分区。',
      en: 'Zones are defined by catalogue/platform.yaml. Use one of them.',
    },
    articles: ['XS-15.2', 'ZJ-24'],
  },
  unknownJurisdiction: {
    code: 'TY2023',
    severity: 'error',
    title: { zh: '没有该地区管理办法的配置', en: 'a jurisdiction without a profile' },
    why: {
      zh: '每个地区的办理规则写在 catalogue/jurisdictions/ 下。请改为已有的地区，或先由主管部门增加该地区的文件。',
      en: 'The rules of each jurisdiction stand in catalogue/jurisdictions/. Use one that exists, or let the authority add its file first.',
    },
  },
  unknownEvent: {
    code: 'TY2024',
    severity: 'error',
    title: { zh: '该地区没有此办理环节', en: 'an event that the jurisdiction does not know' },
    why: {
      zh: '办理环节由所属地区的法规规定。请改为其中的环节。',
      en: 'The events of a history are those of the jurisdiction’s regulation. Use one of them.',
    },
    articles: ['DT-10', 'XS-18', 'ZJ-6'],
  },
  unknownPool: {
    code: 'TY2025',
    severity: 'error',
    title: { zh: '没有该资源池', en: 'a resource pool that does not exist here' },
    why: {
      zh: '资源池由 catalogue/platform.yaml 按分区定义。请改为本分区的资源池。',
      en: 'Pools are defined by catalogue/platform.yaml, for each zone. Use one of this zone.',
    },
    articles: ['XS-15.3'],
  },
  unknownGateway: {
    code: 'TY2026',
    severity: 'error',
    title: { zh: '没有该交换网关', en: 'an exchange gateway that does not exist' },
    why: {
      zh: '分区之间只能经登记的交换网关交换数据。请改为 catalogue/platform.yaml 中登记的网关。',
      en: 'Data only crosses between zones through a registered gateway. Use one of catalogue/platform.yaml.',
    },
    articles: ['XS-15.2', 'ZJ-24'],
  },
  wrongMeasure: {
    code: 'TY2027',
    severity: 'error',
    title: { zh: '计量单位与目录不一致', en: 'a unit of measure other than the catalogue’s' },
    why: {
      zh: '数量按目录的计量单位计费。请改为目录的计量单位，并核对数量。',
      en: 'The quantity is billed in the catalogue’s unit. Use that one, and check the quantity.',
    },
    articles: ['DT-11a'],
  },
  undefinedName: {
    code: 'TY2030',
    severity: 'error',
    title: { zh: '引用了本文件中没有定义的名称', en: 'a name that the same file does not define' },
    why: {
      zh: '环节、状态、角色、分区、站点等须先在同一文件中定义，才能引用。请改为已定义的名称。',
      en: 'Events, states, roles, zones and sites must be defined in the same file before they can be named. Use a defined one.',
    },
  },
  moreInFile: {
    code: 'TY2031',
    severity: 'error',
    title: { zh: '问题过多，未逐一列出', en: 'more problems than are listed' },
    why: {
      zh: '一个文件列出前一百处问题；各文件合计过万之后，每个文件只列第一处。先改正已列出的，再校验一次。',
      en: 'Of one file the first hundred are listed; once all files together come to ten thousand, only the first of each. Correct those that are listed, then validate again.',
    },
  },
  uncited: {
    code: 'TY2033',
    severity: 'error',
    title: { zh: '没有注明依据的条款', en: 'a duty that cites no article' },
    why: {
      zh: '管理办法的配置只写办法所规定的，每项注明条款。条款留待主管部门决定的，写在 decisions 中，注明由谁、何日、依据何文决定。',
      en: 'A profile says what the regulation says, and cites it. What the text leaves open stands under `decisions`, with who decided it, when, and on which paper.',
    },
  },
  decisionCites: {
    code: 'TY2032',
    severity: 'error',
    title: { zh: '条款没有规定的事项引用了条款', en: 'an article cited for what it does not say' },
    why: {
      zh: '主管部门自行决定的事项、合同约定和常例不是法规的规定，不得以条款为依据。请删去条款，注明决定的文件。',
      en: 'What an authority decides by itself, or what is only usual, is not the regulation. Take the article out and name the paper of the decision.',
    },
  },
  staleSchema: {
    code: 'TY2040',
    severity: 'warning',
    title: { zh: '随库提交的校验文件已过期', en: 'a committed schema that is out of date' },
    why: {
      zh: 'catalogue/schema/ 下的文件供编辑器补全和提示，须与目录一致。校验本身总是用当前目录现算的规则，不受其影响。运行 tenantry schema 重新生成并提交。',
      en: 'The files of catalogue/schema/ are for completion and hints in editors, and must agree with the catalogue. Validation always uses rules computed from the catalogue itself. Run `tenantry schema` and commit what it writes.',
    },
  },
  missingSchema: {
    code: 'TY2041',
    severity: 'warning',
    title: { zh: '缺少供编辑器使用的校验文件', en: 'a schema for editors is missing' },
    why: {
      zh: '缺少该文件时，编辑器无法提示可选的服务项和键名。运行 tenantry schema 生成并提交。',
      en: 'Without the file, editors cannot offer service items and keys. Run `tenantry schema` and commit what it writes.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>

/** Every code of this stage, in order; those of the catalogue's own rules stand in their files. */
export const validateCodes: readonly CodeDefinition[] = Object.values(codes)
