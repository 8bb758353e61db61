import type { UnmanagedObject } from '../../deliver/unmanaged.ts'
import { type CloudPlace, type CodeDefinition, finding } from '../../finding/finding.ts'
import type { Drift } from '../drift.ts'
import type { DriftKind } from '../drift-kind.ts'

export const unmanaged: DriftKind = {
  class: 'unmanaged',
  definition: {
    code: 'TY6608',
    severity: 'warning',
    title: {
      zh: '栈的位置上有不在任何状态中的资源',
      en: 'Something lies where only stacks put things, and no state has it',
    },
    why: {
      zh: '可能是中断的执行留下的，也可能有人手工建立，或者本机丢了状态。属于栈的用 tenantry state adopt 登记，其余请核实后删除。',
      en: 'A broken-off run may have left it, somebody may have made it by hand, or this machine lost its state. Take up what is of the stack with `tenantry state adopt`; check and delete the rest.',
    },
  },
  openings: [],
  breaches: ['projects-granted'],
  *beside({ unmanaged: objects, cloudOf }, definition) {
    for (const object of objects) yield strayed(object, cloudOf(object.stack), definition)
  },
}

function strayed(
  { stack, kind, id, name }: UnmanagedObject,
  cloud: string,
  definition: CodeDefinition,
): Drift {
  const message = {
    zh: `${stack} 的位置上有不在任何状态中的 ${kind}`,
    en: `a ${kind} in the place of ${stack} is in no state`,
  }
  const fix = {
    message: {
      zh: `属于该栈的用 tenantry state adopt ${stack} 登记，否则请核实后在云上删除`,
      en: `take it up with \`tenantry state adopt ${stack}\` where it is of the stack; check it and delete it in the cloud where it is not`,
    },
  }
  return {
    class: 'unmanaged',
    opens: false,
    moved: 'cloud',
    stacks: [stack],
    values: [],
    finding: finding<CloudPlace>(definition, { cloud, object: { kind, id, name } }, { message, fix }),
  }
}
