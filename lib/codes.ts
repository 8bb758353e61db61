import { allocateCodes } from './allocate/index.ts'
import { approvalCodes } from './approval/codes.ts'
import { approvedPlanCodes } from './approved-plan/index.ts'
import { baseCodes } from './change/base-codes.ts'
import { changeRules } from './change/index.ts'
import { pinCodes } from './change/provider-pins.ts'
import { rules } from './check/index.ts'
import { commandLineCodes } from './command-line/codes.ts'
import { codes as composeCodes } from './compose/codes.ts'
import { deliverCodes } from './deliver/codes.ts'
import { driftCodes } from './drift/codes.ts'
import { evidenceCodes } from './evidence/index.ts'
import type { CodeDefinition, Text } from './finding/finding.ts'
import { forgeCodes } from './forge/codes.ts'
import { beliefCodes, isolationCodes } from './isolation/codes.ts'
import { planRules } from './plan-gate/index.ts'
import { attributeCodes } from './read/attribute-codes.ts'
import { readCodes } from './read/codes.ts'
import { retiredCodes } from './retired-codes.ts'
import { stackPolicyCodes } from './stack-policy/codes.ts'
import { statementCodes } from './statement/index.ts'
import { catalogueRules, validateCodes } from './validate/index.ts'

/** Every code that the tool prints or ever printed, in their order. None is used again for another meaning. */
export const codeDefinitions: readonly CodeDefinition[] = [
  ...readCodes,
  ...Object.values(attributeCodes),
  ...validateCodes,
  ...catalogueRules,
  ...Object.values(composeCodes),
  ...rules,
  ...Object.values(allocateCodes),
  ...changeRules,
  ...Object.values(baseCodes),
  ...Object.values(pinCodes),
  ...Object.values(approvalCodes),
  ...Object.values(forgeCodes),
  ...Object.values(statementCodes),
  ...Object.values(evidenceCodes),
  ...Object.values(stackPolicyCodes),
  ...Object.values(isolationCodes),
  ...beliefCodes,
  ...planRules,
  ...Object.values(approvedPlanCodes),
  ...deliverCodes,
  ...driftCodes,
  ...commandLineCodes,
  ...retiredCodes,
].sort((a, b) => (a.code < b.code ? -1 : 1))

export const definitionByCode: ReadonlyMap<string, CodeDefinition> = new Map(
  codeDefinitions.map(definition => [definition.code, definition]),
)

/** The first digit says which stage of the pipeline speaks; where one stage asks several questions, two digits do. */
export const codeGroups: readonly { readonly prefix: string; readonly name: Text }[] = [
  { prefix: 'TY1', name: { zh: '读取', en: 'Reading' } },
  { prefix: 'TY2', name: { zh: '格式与目录', en: 'Form and catalogue' } },
  { prefix: 'TY3', name: { zh: '跨文件规则', en: 'Rules across files' } },
  { prefix: 'TY40', name: { zh: '改动本身', en: 'What a change may do' } },
  { prefix: 'TY41', name: { zh: '适用范围与时效', en: 'Scope, and what time brings' } },
  { prefix: 'TY42', name: { zh: '材料、情况与来源', en: 'Papers, facts and sources' } },
  { prefix: 'TY43', name: { zh: '期限与平台变更', en: 'Periods, and changes to the platform' } },
  { prefix: 'TY44', name: { zh: '审批与代码平台', en: 'Approval and forges' } },
  { prefix: 'TY45', name: { zh: '审批记录', en: 'Evidence' } },
  { prefix: 'TY46', name: { zh: '例行事项', en: 'Routines' } },
  { prefix: 'TY5', name: { zh: '合成与核验', en: 'Synthesis and proof' } },
  { prefix: 'TY6', name: { zh: '交付', en: 'Delivery' } },
  { prefix: 'TY9', name: { zh: '命令与环境', en: 'Command line and machine' } },
]
