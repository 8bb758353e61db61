import { codes } from '../../lib/deliver/codes.ts'
import { zoneSelector } from '../../lib/deliver/run.ts'
import { thingLine } from '../../lib/deliver/thing.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type GoneProject, goneProjects as goneIn } from '../openstack/gone-projects.ts'
import { type Check, type DoctorZone, type Outcome, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** What clouds still have of projects that are gone, with the command that has it dropped. It keeps nobody from delivering. */
export const goneProjects: Check = {
  name: 'gone-projects',
  run: async (_place, { zones }) => (await Promise.all(zones.map(outcomesOf))).flat(),
}

async function outcomesOf(looked: DoctorZone): Promise<readonly Outcome[]> {
  const { id, zone } = looked
  const gone = await askingZone(looked, goneIn)
  if (gone === undefined) return []
  if (gone.length > 0) return gone.map(project => left(id, zone.cloud, project))
  return [ok(`分区 ${id}：没有已消失项目的残留`, `zone ${id}: nothing is left of projects that are gone`)]
}

function left(zone: string, cloud: string, { id, kept, held }: GoneProject): Outcome {
  const name = printable(id)
  const things = [...held, ...kept].map(({ owner: _, ...thing }) => thingLine(thing)).join(', ')
  const command = `tenantry state sweep ${zoneSelector(zone)} ${name}`
  const byHand = held.map(({ owner: _, ...thing }) => thingLine(thing)).join(', ')
  const { title } = codes.goneProjectKept
  const message = {
    zh: `分区 ${zone}：${title.zh}：项目 ${name}：${things}`,
    en: `zone ${zone}: ${title.en}: project ${name}: ${things}`,
  }
  const fix =
    held.length === 0
      ? { zh: command, en: command }
      : {
          zh: `请云管理员先处理 ${byHand}，再运行 ${command}`,
          en: `have the administrator of the cloud remove ${byHand}, then run ${command}`,
        }
  return finding(codes.goneProjectKept, { cloud }, { message, fix: { message: fix } })
}
