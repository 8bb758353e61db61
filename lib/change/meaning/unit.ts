import { changes, confirmed, elsewhere, type MeaningTable, nothing } from './meaning.ts'

const label = nothing('a label for people')

export const unitMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  'metadata.id': nothing('the name of the folder'),
  'metadata.jurisdiction': nothing('the name of the folder'),
  'metadata.name': changes('单位全称', 'the full name of a unit'),
  'metadata.shortName': label,
  'metadata.description': label,
  category: changes('单位类别', 'the category of a unit'),
  applyingUnit: changes('代为申请的单位', 'the unit that applies for another'),
  budgetLevel: changes('预算单位的级次', 'the level of a unit in the budget'),
  payer: changes('付费主体', 'who pays'),
  'contacts.responsible': confirmed('信息化负责人', 'the responsible person'),
  'contacts.liaison': confirmed('统筹管理专人', 'the liaison'),
  'contacts.security': confirmed('安全管理负责人', 'the security officer'),
  'contacts.emergency': confirmed('紧急联系人', 'the emergency contact'),
  facts: changes('自定的内容', 'a fact of the regulation’s own', 'warning'),
  papers: elsewhere('TY4006'),
}
