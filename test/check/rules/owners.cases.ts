import { codeOwnersText } from '../../../lib/owners/code-owners.ts'
import type { Forge } from '../../../lib/owners/forge.ts'
import { loaded } from '../../example-repository.ts'
import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'

export const owners = 'catalogue/owners.yaml'
const units = loaded().model.units.map(({ address }) => address)
const gongan = 'xishuangbanna/gonganju'

/** A map in which every unit of the example has a team of its own, in the order in which files are written. */
const teams = Object.fromEntries(
  units.toSorted().map(unit => [unit, `@city/${unit.replace('/', '-')}`] as const),
)
const map = (units: Readonly<Record<string, string>> = teams, authority = '@city/bureau') =>
  ({ apiVersion: 'tenantry/v1', kind: 'Owners', authority, units }) as const
const written = (made: ReturnType<typeof map>): Change => [
  owners,
  '',
  `apiVersion: tenantry/v1\nkind: Owners\nauthority: "${made.authority}"\nunits:\n${Object.entries(made.units)
    .map(([unit, team]) => `  ${unit}: "${team}"\n`)
    .join('')}`,
]
export const codeOwnersFiles = {
  github: '.github/CODEOWNERS',
  gitlab: '.gitlab/CODEOWNERS',
  gitea: '.gitea/CODEOWNERS',
}
export const made = (forge: Forge, edit = (text: string) => text, by = map()): Change => [
  codeOwnersFiles[forge],
  '',
  edit(codeOwnersText(forge, by)),
]
export const whole = written(map())
/** A forge’s file that nobody made from a map, which the example has not. */
const withoutMap: Change = ['.github/CODEOWNERS', '', '* @x\n']
const { [gongan]: _gongan, ...others } = teams
export const line = `/tenants/${gongan}/ @city/xishuangbanna-gonganju`

export const ownersCases: readonly RuleCase[] = [
  ...casesOf('TY3701', [
    [
      'a team is written for a unit that is not there',
      [written(map({ ...teams, 'ningwu/jiaoyujv': '@city/x' }))],
      [at(owners, '|ningwu/jiaoyujv')],
    ],
    ['every team is that of a unit', [whole], []],
    [
      'a team is that of a unit whose file cannot be read',
      [whole, unreadable(`tenants/${gongan}/unit.yaml`)],
      [],
      { breaks: true },
    ],
    ['there is no map', [withoutMap], []],
  ]),
  ...casesOf('TY3702', [
    ['a unit has no team', [written(map(others))], [at(owners, '|units:')]],
    ['every unit has a team', [whole], []],
    ['there is no map', [withoutMap], []],
  ]),
  ...casesOf('TY3703', [
    [
      'a group in a group is written for GitHub',
      [written(map({ ...teams, [gongan]: '@city/police/it' })), made('github')],
      [at(owners, `${gongan}: |"@city/police/it"`)],
    ],
    [
      'a group in a group is written for Gitea',
      [written(map(teams, '@a/b/c')), made('gitea')],
      [at(owners, 'authority: |"@a/b/c"')],
    ],
    [
      'a dot is written for GitHub',
      [written(map(teams, '@a.b')), made('github')],
      [at(owners, 'authority: |"@a.b"')],
    ],
    ['there is no map', [withoutMap], []],
    ['a group in a group is written for GitLab', [written(map(teams, '@a/b/c')), made('gitlab')], []],
    ['a dot is written for Gitea', [written(map(teams, '@a.b')), made('gitea')], []],
  ]),
  ...casesOf('TY3704', [
    [
      'a later line takes the units’ owners away',
      [whole, made('github', text => `${text}* @evil\n`)],
      [at(codeOwnersFiles.github, '|* @evil')],
      { severity: 'error' },
    ],
    [
      'a line names another team',
      [whole, made('github', text => text.replace(line, line.replace('-gonganju', '-rensheju')))],
      [
        at(codeOwnersFiles.github, `|/tenants/${gongan}/ @city/xishuangbanna-rensheju`),
        at(codeOwnersFiles.github, '\nCODEOWNERS @city/bureau|'),
      ],
    ],
    [
      'a line is gone',
      [whole, made('github', text => text.replace(`${line}\n`, ''))],
      [at(codeOwnersFiles.github, '\nCODEOWNERS @city/bureau|')],
    ],
    [
      'the general line stands behind those of the units',
      [
        whole,
        made('github', text => `${text.replace('/tenants/ @city/bureau\n', '')}/tenants/ @city/bureau\n`),
      ],
      [at(codeOwnersFiles.github, '|/tenants/datong/shichangju/')],
    ],
    [
      'a line stands twice',
      [whole, made('github', text => `${text}${line} \n`)],
      [at(codeOwnersFiles.github, `CODEOWNERS @city/bureau\n|${line}`)],
    ],
    [
      'a section is optional on GitLab',
      [whole, made('gitlab', text => text.replace('[units]', '^[units]'))],
      [
        at(codeOwnersFiles.gitlab, '|^[units]'),
        at(codeOwnersFiles.gitlab, 'tongjiju/ @city/zhejiang-tongjiju|'),
      ],
    ],
    [
      'a negative expression stands in Gitea’s',
      [whole, made('gitea', text => `${text}!tenants/.* @city/bureau\n`)],
      [at(codeOwnersFiles.gitea, '|!tenants/.* @city/bureau')],
    ],
    [
      'forges would look at another file first',
      [whole, made('gitlab'), ['CODEOWNERS', '', '* @evil\n'], ['docs/CODEOWNERS', '', '* @evil\n']],
      [at('CODEOWNERS', '|* @evil'), at('docs/CODEOWNERS', '|* @evil')],
    ],
    [
      'the wrong forge’s file lies there',
      [whole, ['.gitea/CODEOWNERS', '', '* @x\n']],
      [
        at(codeOwnersFiles.gitea, '|* @x'),
        ...Array.from({ length: 9 }, () => at(codeOwnersFiles.gitea, '* @x|')),
      ],
    ],
    ['none was made', [whole], [at(owners, '|units:')], { severity: 'warning' }],
    ['all three are as they were made', [whole, made('github'), made('gitlab'), made('gitea')], []],
    [
      'comments, blank lines and blanks are others',
      [whole, made('github', text => `# ours\n\n${text.replaceAll(' @', '\t  @')}\n# end\n`)],
      [],
    ],
    ['there is no map', [withoutMap], []],
  ]),
]
