import { lastDay } from '../../clock/period.ts'
import { isRecord } from '../../model/record.ts'
import { vocabularyNames } from '../../vocabulary/index.ts'
import { changes, type MeaningTable, nothing, nothingBelow, rows } from './meaning.ts'

const label = nothing('a label for people')
const cited = nothing('where the regulation says so')

/** A word that more than manifests may use takes nothing from what stands; one that is gone does. */
const vocabularyMeaning: MeaningTable = Object.fromEntries(
  vocabularyNames.flatMap(name => [
    [
      `vocabulary.${name}`,
      rows('key', { zh: '词汇', en: 'a word of the regulation’s own' }, { added: 'free' }),
    ],
    [`vocabulary.${name}.*.name`, label],
    [`vocabulary.${name}.*.onForms`, label],
    [`vocabulary.${name}.*.article`, cited],
    [`vocabulary.${name}.*.basis`, cited],
  ]),
)

/** Of a regulation: what past and running requests had to bring, and what was owed to them. */
export const jurisdictionMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  'metadata.id': nothing('the name of the file'),
  'metadata.name': label,
  'regulation.title': label,
  'regulation.number': label,
  'regulation.issued': changes('印发日期', 'the day on which the regulation was issued'),
  'regulation.inForce': changes('施行日期', 'the day from which the regulation holds'),
  'regulation.expires': changes('有效期', 'the last day of the regulation'),
  'regulation.validYears': changes('有效期的年数', 'the years for which the regulation holds'),
  'regulation.draft': changes('是否为征求意见稿', 'whether the text is a draft'),
  'regulation.unverified': nothing('what is still to be looked up'),
  'regulation.validityArticle': cited,
  'regulation.repeals': changes('同时废止的规定', 'what the regulation repeals'),
  'regulation.articles': nothing('the prefix of article ids, which are references'),

  roles: rows('key', { zh: '角色', en: 'a role' }, { added: 'free' }),
  'roles.*.name': label,
  'roles.*.article': cited,
  zones: rows('key', { zh: '分区称谓', en: 'the term of a zone' }, { added: 'free' }),
  'zones.*.name': label,
  'zones.*.article': cited,

  'lifecycle.article': cited,
  'lifecycle.initial': changes('初始状态', 'the state in which everything begins'),
  'lifecycle.states': rows('key', { zh: '状态', en: 'a state' }, { added: 'free' }),
  'lifecycle.states.*.name': label,
  'lifecycle.states.*.resources': changes('状态下应有的资源', 'what a state has in the cloud'),
  'lifecycle.events': rows('key', { zh: '办理环节', en: 'an event' }),
  'lifecycle.events.*.name': label,
  'lifecycle.events.*.from': changes('环节可自何状态办理', 'the states that an event may follow'),
  'lifecycle.events.*.to': changes('环节之后的状态', 'the state after an event'),
  'lifecycle.events.*.grants': changes('环节是否授予', 'whether an event grants'),
  'lifecycle.events.*.article': cited,
  'lifecycle.events.*.basis': cited,
  'lifecycle.events.*.branches': changes('环节是否离开主线', 'whether an event branches off the course'),
  'lifecycle.events.*.returns': changes('环节是否回到主线', 'whether an event returns to the course'),
  'lifecycle.events.*.refuses': changes('环节驳回什么', 'what an event refuses'),
  'lifecycle.events.*.marks': changes('环节所标记的情形', 'what an event marks a request as'),
  'lifecycle.events.*.actor': changes('由谁办理', 'who acts in an event'),
  'lifecycle.events.*.sources': changes('环节的来源', 'the sources of an event'),
  'lifecycle.events.*.approval': changes('环节所需的审批', 'the approval that an event needs'),
  'lifecycle.events.*.settles': changes('申请与授予何时须一致', 'when request and grant must agree'),
  'lifecycle.events.*.requests': changes('环节是否提出需求', 'whether an event requests'),

  ...vocabularyMeaning,
  facts: rows('key', { zh: '自定的内容', en: 'a fact of the regulation’s own' }, { added: 'free' }),
  'facts.*.name': label,
  'facts.*.of': changes('自定内容属于系统还是单位', 'whether a fact is of systems or of units'),
  'facts.*.type': changes('自定内容的类型', 'the type of a fact'),
  'facts.*.unit': changes('自定内容的计量单位', 'the unit of measure of a fact'),
  'facts.*.choices': changes('自定内容可选的值', 'the choices of a fact'),
  'facts.*.article': cited,
  'facts.*.basis': cited,
  'scope.classified': changes('涉密系统可否上云', 'whether classified systems are excluded'),
  'scope.categories': changes('适用的单位类别', 'the categories of units in scope'),
  'scope.purposes': changes('允许的用途', 'the purposes that are allowed'),
  'scope.commercialUse': changes('可否商用', 'whether commercial use is excluded'),
  'scope.dataInCountry': changes('数据须在境内', 'whether data stays in the country'),

  // One that is still to come, or that nobody has taken, is in force for nobody.
  decisions: rows(
    ['id'],
    { zh: '主管部门的决定', en: 'a decision of the authority' },
    {
      since: ({ decided }) => {
        const on = isRecord(decided) ? decided.on : lastDay
        return typeof on === 'string' ? on : undefined
      },
    },
  ),
  requirements: rows('itself', { zh: '须具备的材料与信息', en: 'papers and facts that are owed' }),
  otherPapers: rows(
    'itself',
    { zh: '可登记的材料类型', en: 'a type of paper that may be filed' },
    { added: 'free' },
  ),
  approvals: rows('itself', { zh: '审批步骤', en: 'the steps of an approval' }),
  signals: rows('itself', { zh: '由日历或用量带来的情形', en: 'what days or measurements bring' }),
  deadlines: rows(['id'], { zh: '办理期限', en: 'a deadline' }),
  'deadlines[].id': nothing('what the row is known by'),
  'deadlines[].name': label,
  'deadlines[].article': cited,
  'deadlines[].basis': cited,
  'deadlines[].from': changes('期限自何环节起算', 'what starts a deadline'),
  'deadlines[].until': changes('期限至何环节为止', 'what meets a deadline'),
  'deadlines[].days': changes('期限的日数', 'the days of a deadline'),
  'deadlines[].direction': changes('期限之内或之后', 'whether a deadline is at most or at least'),
  'deadlines[].occurrence': changes('期限每次或仅首次起算', 'how often a deadline starts'),
  'deadlines[].extendedBy': changes('何环节延长期限', 'what extends a deadline'),
  'deadlines[].pausedBy': changes('何环节中止期限', 'what pauses a deadline'),
  'deadlines[].resumedBy': changes('何环节恢复期限', 'what resumes a deadline'),
  'deadlines[].voidedBy': changes('何环节免除期限', 'what voids a deadline'),
  'deadlines[].when': changes('期限适用于何情形', 'when a deadline applies'),
  'deadlines[].responsible': changes('何人负责期限', 'who has to meet a deadline'),
  'deadlines[].dueSoon': nothing('when a reminder begins'),

  routines: rows(['id'], { zh: '例行事项', en: 'a routine' }, { added: 'free' }),
  'routines[].id': nothing('what the row is known by'),
  'routines[].name': label,
  'routines[].article': cited,
  'routines[].basis': cited,
  'routines[].every': changes('例行事项多久一次', 'how often a routine is owed'),
  'routines[].within': changes('例行事项至迟何日', 'the last day of a routine'),
  'routines[].by': changes('例行事项至迟何日', 'the last day of a routine'),
  'routines[].days': changes('例行事项至迟何日', 'the last day of a routine'),
  'routines[].responsible': changes('何人负责例行事项', 'who has to do a routine'),

  beliefs: rows(['id'], { zh: '对隔离的要求', en: 'a belief about the isolation' }, { added: 'free' }),
  'beliefs[].id': nothing('what the row is known by'),
  'beliefs[].kind': changes('对隔离的要求', 'what is believed of the isolation'),
  'beliefs[].article': cited,
  'beliefs[].basis': cited,

  terms: rows(['use', 'article'], { zh: '限期使用的资源', en: 'resources with a term' }, { added: 'free' }),

  'billing.starts': changes('计费起点', 'when billing starts'),
  'billing.ends': changes('计费终点', 'when billing ends'),
  'billing.settlement': changes('结算因素', 'the factors of a settlement'),
  'billing.payer': changes('付费主体', 'who pays'),
  'billing.payers': changes('付费主体', 'who pays'),
  'billing.free': changes('免费期', 'what is free'),
  'billing.feeStandardBy': changes('何人核定费用标准', 'who sets the fees'),

  'mlps.platformFloor': changes('平台的等保级别下限', 'the least level of the platform'),
  'mlps.platformPeriodic.months': changes('平台测评的周期', 'the period of the platform’s assessments'),
  'mlps.platformPeriodic.article': cited,
  'mlps.platformPeriodic.basis': cited,
  'mlps.periodic': changes('测评周期', 'the periods of assessments'),
  cryptography: changes('密码应用评估', 'the assessment of cryptography'),
  contacts: changes('联系人的核实周期', 'how often contacts are confirmed'),
  budget: changes('超概算报批的比例', 'the overrun that needs an approval'),
  sizes: changes('规模分档', 'the tiers of size'),
  largeRequest: changes('大额申请的界限', 'from when a request is large'),
  emergency: changes('先办后补', 'what may come later in an emergency'),
  domesticPreferred: changes('信创优先', 'whether domestic products come first'),
  catalogueReview: changes('目录的调整周期', 'how often the catalogue is reviewed'),
  centres: changes('平台须有的中心', 'the centres that the platform has to have'),
  platformAssessments: changes('平台须通过的评估', 'the assessments that the platform needs'),

  articles: nothingBelow('the regulation’s text in our words, which others cite'),
}
