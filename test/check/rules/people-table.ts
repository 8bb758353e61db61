import type { Change } from '../rule-table.ts'

export const people = 'catalogue/people.yaml'
export const forge = 'https://git.example.gov.cn'

export interface Table {
  readonly accounts?: readonly string[]
  readonly offices?: readonly string[]
  readonly deputies?: readonly string[]
  readonly signers?: readonly string[]
}

export const account = (person: string, id: number, more = '') =>
  `{ person: ${person}, forge: ${forge}, id: ${id}, from: 2026-01-01${more} }`
export const office = (person: string, roles: string, more = '') =>
  `{ person: ${person}, jurisdiction: ningwu, roles: [${roles}], from: 2026-01-01${more} }`
export const deputy = (more: string, roles = 'authority', to = '2026-10-31') =>
  `{ person: P-2, of: P-1, jurisdiction: ningwu, roles: [${roles}], from: 2026-10-01, to: ${to}, paper: 宁政信〔2026〕3号${more} }`
export const signer = (person: string, letter: string, more = '') =>
  `{ person: ${person}, key: ssh-ed25519 ${letter.repeat(68)}, from: 2026-01-01${more} }`

const list = (name: string, rows: readonly string[]) =>
  rows.length === 0 ? `${name}: []\n` : `${name}:\n${rows.map(row => `  - ${row}\n`).join('')}`

/** A table of people of the example repository, which has none. */
export function peopleTable({ accounts = [], offices = [], deputies = [], signers = [] }: Table): Change {
  const parts = [
    'apiVersion: tenantry/v1\nkind: People\n',
    list('accounts', accounts),
    list('offices', offices),
    ...(deputies.length > 0 ? [list('deputies', deputies)] : []),
    ...(signers.length > 0 ? [list('signers', signers)] : []),
  ]
  return [people, '', parts.join('')]
}

export const sound: Table = {
  accounts: [account('P-1', 11), account('P-2', 12), account('P-3', 13)],
  offices: [
    office('P-1', 'authority'),
    office('P-2', 'finance'),
    office('P-3', 'using-unit', ', unit: jiaoyuju'),
  ],
  signers: [signer('P-1', 'A'), signer('P-9', 'B', ', use: recorder')],
}
export const whole = peopleTable(sound)
