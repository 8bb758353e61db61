import { closest } from '../../finding/closest.ts'
import { finding } from '../../finding/finding.ts'
import { zoneClassesOf } from '../../model/zone-class.ts'
import type { CatalogueRule } from './rule.ts'

export const zoneClassUndefined: CatalogueRule<'platform'> = {
  code: 'TY2220',
  severity: 'error',
  title: { zh: '分区的类别没有登记', en: 'a zone of a class that is not declared' },
  why: {
    zh: '类别决定分区是否与互联网相通。可写互联网区（“internet”）、政务外网区（“extranet”），其他类别须先在平台文件的“classes”中登记。',
    en: 'The class says whether the internet reaches a zone. Use internet or extranet, or declare the class under `classes` first.',
  },
  *check(document) {
    const known = zoneClassesOf(document.value)
    for (const [id, zone] of Object.entries(document.value.zones)) {
      if (Object.hasOwn(known, zone.class)) continue
      const meant = closest(zone.class, Object.keys(known))
      yield finding(zoneClassUndefined, document.at(['zones', id, 'class']), {
        message: {
          zh: `没有登记类别 ${zone.class}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
          en: `there is no class ${zone.class}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
        },
        ...(meant !== undefined && {
          fix: { message: { zh: `改为 ${meant}`, en: `write ${meant}` }, replacement: meant },
        }),
      })
    }
  },
}
