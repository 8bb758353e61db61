import { changes, type MeaningTable, nothing, rows } from './meaning.ts'

/** Of what was measured: advice, recovery and growth have followed from it. */
export const utilisationMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  jurisdiction: nothing('the name of the folder'),
  month: nothing('the name of the file'),
  source: nothing('where the figures come from'),
  measured: rows(['system', 'zone'], { zh: '测得的利用率', en: 'what was measured' }, { added: 'free' }),
  'measured[].system': nothing('what the row is known by'),
  'measured[].zone': nothing('what the row is known by'),
  'measured[].cpu': changes('测得的利用率', 'what was measured'),
  'measured[].memory': changes('测得的利用率', 'what was measured'),
  'measured[].storage': changes('测得的利用率', 'what was measured'),
}
