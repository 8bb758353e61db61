import { changes, elsewhere, type MeaningTable, nothing, rows } from './meaning.ts'

/** Of one service item. Which file it stands in, and under which category, decides nothing. */
export const itemMeaning: MeaningTable = {
  id: nothing('what the item is known by'),
  name: changes('服务项的名称', 'the name of an item', 'warning'),
  unit: elsewhere('TY4016'),
  zones: elsewhere('TY3104'),
  pools: elsewhere('TY3106'),
  mlpsFloor: changes('服务项的最低等保级别', 'the least level of protection of an item'),
  domestic: changes('服务项是否信创', 'whether an item is domestic'),
  provides: changes('服务项所满足的能力', 'the abilities that an item provides'),
  centre: changes('承载服务项的中心', 'the centre that carries an item'),
  versions: rows(
    ['from'],
    { zh: '服务项的版本', en: 'a version of an item' },
    { added: 'free', gone: 'elsewhere' },
  ),
  'versions[].from': nothing('what the row is known by'),
  'versions[].to': elsewhere('TY4007', 'TY4017'),
  'versions[].fee': elsewhere('TY4007'),
  'versions[].order': elsewhere('TY3114', 'TY3117', 'TY3118', 'TY3119'),
  'versions[].delivery': elsewhere('TY4017'),
}

/** Of a price list: who pays what for days that are over is all that it says. */
export const pricesMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  jurisdiction: nothing('the name of the file'),
  adopts: elsewhere('TY4007'),
  prices: elsewhere('TY4007'),
}

export const categoryMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  category: nothing('a label for people, and the name of the file'),
  name: nothing('a label for people'),
}
