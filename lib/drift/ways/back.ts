// What takes the cloud back to the manifest, class by class; each drift has an answer.
import { isReal } from '../../deliver/resource-changes.ts'
import type { CloudPlace, Finding, Text } from '../../finding/finding.ts'
import { entryOf } from '../../resource-types/index.ts'
import type { Drift, DriftClass } from '../drift.ts'
import type { Looked } from '../looked.ts'
import { recordIndexOf } from '../record-index.ts'
import { closing, removing } from './commands.ts'
import type { Decide, Revert, WayBack } from './way.ts'

export function wayBack(drift: Drift, looked: Looked): WayBack {
  return ways[drift.class](drift, looked)
}

const ways: Readonly<Record<DriftClass, (drift: Drift, looked: Looked) => WayBack>> = {
  exposure: touched,
  rbac: touched,
  role: touched,
  qos: touched,
  network: touched,
  zone: touched,
  quota: touched,
  vanished,
  unmanaged,
  leaked,
}

/** What an apply would put back is left to it; the rest is taken out where it lies. */
function touched(drift: Drift, looked: Looked): Revert {
  const { finding, moved, stacks } = drift
  if (moved === 'repository') return byApply(stacks, '', notApplied)
  if ('stack' in finding) return byApply([finding.stack], ' --all', putsBack)
  const owner = finding.object && ownerIn(looked, finding.object.id)
  if (owner === undefined) return byHand(finding)
  return isPutBack(looked, owner) ? byApply([owner.stack], ' --all', putsBack) : byHand(finding, unseen)
}

interface Owner {
  readonly stack: string
  readonly address: string
}

function ownerIn(looked: Looked, id: string): Owner | undefined {
  const stack = recordIndexOf(looked).ownerOf(id)
  const resource = stack?.resources.find(({ attributes }) => attributes.id === id)
  return stack && resource && { stack: stack.stack, address: resource.address }
}

/** Some of what is changed in a cloud the provider does not read back: an apply sees nothing to do. */
function isPutBack({ plans }: Looked, { stack, address }: Owner): boolean {
  return plans.get(stack)?.changes.some(change => change.address === address && isReal(change)) === true
}

const notApplied: Text = {
  zh: '清单已改，apply 即按清单交付',
  en: 'the manifest asks for otherwise by now: an apply delivers that',
}
const putsBack: Text = {
  zh: 'apply --all 即恢复为清单所写；Git 中没有变化的栈，不加 --all 不会执行',
  en: 'an apply puts it back to what the manifest says; nothing has changed in git, so that it takes `--all` to run',
}
const unseen: Text = {
  zh: '提供程序读不到这一处，apply 不会恢复，须在云上改回',
  en: 'the provider does not read it back, so that no apply mends it: set it back in the cloud',
}
const byItself: Text = {
  zh: '任何状态中都没有它，apply 不会触及，须在云上删去',
  en: 'no state has it, so that no apply touches it: take it out in the cloud',
}
const setBack: Text = {
  zh: 'apply 不会触及，须在云上改回',
  en: 'no apply touches it: set it back in the cloud',
}

function byApply(stacks: readonly string[], option: string, text: Text): Revert {
  const commands = stacks.map(stack => `tenantry apply ${stack}${option}`)
  return { way: 'revert', by: 'apply', commands, text }
}

function byHand({ cloud, object }: Finding<CloudPlace>, text?: Text): Revert {
  const command = object && closing(cloud, object)
  if (command !== undefined && text === undefined)
    return { way: 'revert', by: 'command', commands: [command], text: byItself }
  return { way: 'revert', by: 'hand', commands: [], text: text ?? setBack }
}

/** What held data, or all of a system, is not made anew empty as if nothing had been lost. */
function vanished({ finding, stacks }: Drift, looked: Looked): WayBack {
  const putBack = byApply(stacks, ' --all', madeAnew)
  if (!('stack' in finding)) return putBack
  const { stack, address = '' } = finding
  const resource = recordIndexOf(looked).resourceAt(stack, address)
  const type = resource?.type ?? address.split('.')[0] ?? ''
  const entry = entryOf(type, resource?.attributes ?? {})
  const mayHold = entry === undefined || entry.protection.needsEvent
  return mayHold ? { ...lost, commands: putBack.commands } : putBack
}

const madeAnew: Text = {
  zh: 'apply --all 即按清单重建，其中不存数据',
  en: 'an apply makes it anew; it held no data',
}
const lost: Omit<Decide, 'commands'> = {
  way: 'decide',
  who: { zh: '使用单位和服务提供方', en: 'the using unit and the provider' },
  text: {
    zh: '其中的数据可能已经丢失：先查明何人删除、有无备份，再决定重建还是按流程终止',
    en: 'what it held may be lost: find out who removed it and what is backed up, then decide between making it anew and ending the system in due form',
  },
}

function unmanaged({ finding, stacks }: Drift): WayBack {
  const command = 'cloud' in finding && finding.object ? removing(finding.cloud, finding.object) : undefined
  const taken = stacks.map(stack => `tenantry state adopt ${stack}`)
  const removed = command === undefined ? [] : [command]
  return {
    way: 'decide',
    who: { zh: '服务提供方', en: 'the provider' },
    commands: [...taken, ...removed],
    text: {
      zh: '清单无法表达它：属于该栈的登记入状态，其余核实后在云上删除',
      en: 'no manifest can express it: take it up where it is of the stack, and else check it and delete it in the cloud',
    },
  }
}

function leaked({ stacks }: Drift): WayBack {
  return {
    way: 'decide',
    who: { zh: '主管部门和服务提供方', en: 'the authority and the provider' },
    commands: stacks.map(stack => `tenantry destroy ${stack} --confirm ${stack}`),
    text: {
      zh: '没有清单便无人批准：恢复清单并按流程终止，或者销毁',
      en: 'without a manifest nobody approved it: bring the manifest back and end it in due form, or remove it',
    },
  }
}
