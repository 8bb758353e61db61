import { expect, it } from 'vitest'
import { exchangeColumns } from '../../lib/form/blocks/exchange.ts'
import { openingColumns } from '../../lib/form/blocks/openings.ts'
import { changedOpenings } from '../../lib/form/openings.ts'
import { changedFiles } from '../check/rule-table.ts'
import { chengguan } from '../check/rules/files.ts'
import { tiered, tieredInstead } from '../check/rules/tier-edits.ts'
import { loaded } from '../example-repository.ts'
import { subjectAt } from './example-forms.ts'

it('says on a form of each rule which tier it is about, and which is on the other end', () => {
  const toTheRest = tieredInstead('from: "tier:app"', 'from: untiered')
  const { model } = loaded(changedFiles(toTheRest))
  const subject = subjectAt(model, 'jiuquan/guazhou/zhihui-chengguan', 'application')
  if (subject.system === undefined) throw new Error('the form is of no system')
  const [, zone, , peer] = openingColumns(subject)
  const rows = changedOpenings(subject.system, subject).filter(({ line }) => line.direction !== 'exchange')
  expect(rows.map((row, index) => [zone?.text(row, index), peer?.text(row, index)])).toEqual([
    ['互联网区', '本系统未分层部分'],
    ['互联网区\nweb 层', '互联网'],
    ['互联网区\nweb 层', '本系统 app 层'],
    ['互联网区\napp 层', '本系统 web 层'],
    ['互联网区\napp 层', '本系统 db 层'],
    ['互联网区\ndb 层', '本系统未分层部分'],
    ['政务外网区', '本系统'],
  ])
})

it('says on a form of each exchange which tier it is of', () => {
  const { model } = loaded(
    changedFiles([
      ...tiered,
      [
        chengguan,
        '\nexchange:\n  - { through: gap-01, from: internet, ',
        '\nexchange:\n  - { through: gap-01, from: internet, fromTier: db, ',
      ],
    ]),
  )
  const subject = subjectAt(model, 'jiuquan/guazhou/zhihui-chengguan', 'application')
  if (subject.system === undefined) throw new Error('the form is of no system')
  const [, way] = exchangeColumns(subject)
  const rows = changedOpenings(subject.system, subject).filter(({ line }) => line.direction === 'exchange')
  expect(rows.map((row, index) => way?.text(row, index))).toContain('互联网区 db 层至政务外网区')
})
