import { codes } from '../../lib/deliver/codes.ts'
import { printable } from '../../lib/finding/printable.ts'
import { type ArgumentSpec, CommandError, type OptionSpec, type OptionValues } from './command.ts'

export const parallelOption: OptionSpec = {
  flags: '--parallel <count>',
  summary: { zh: '同时执行的栈数，1 至 64', en: 'how many stacks run at one time, 1 to 64' },
  default: '4',
}

export const dirtyOption: OptionSpec = {
  flags: '--dirty',
  summary: {
    zh: '按检出目录的现状，而非所检出的提交；执行记录中会注明',
    en: 'go by the checkout as it lies, and not by the commit that it stands on; the record of the run says so',
  },
}

export const mostRemovalsOption: OptionSpec = {
  flags: '--most-removals <count>',
  summary: {
    zh: '本次执行最多删除或者重建的受保护资源数，代替 platform.yaml 所写；执行记录中会注明',
    en: 'how many protected resources this run may remove or make anew, instead of what platform.yaml says; the record of the run says so',
  },
}

export const saveApprovalOption: OptionSpec = {
  flags: '--save-approval <file>',
  summary: {
    zh: '把计划另存为文件供批准；此后 apply --approved 只交付与之相同的计划',
    en: 'save the plan in a file to approve; `apply --approved` then applies nothing else',
  },
}

export const approvedOption: OptionSpec = {
  flags: '--approved <file>',
  summary: {
    zh: '重新计划，与所批准的逐项比较，相同才交付，不再询问；不同的予以拒绝并列明',
    en: 'plan again, compare with what was approved, and apply without asking where it is the same; otherwise refuse, and say what differs',
  },
}

export const selectorArgument: ArgumentSpec = {
  name: '[selector...]',
  summary: {
    zh: '只处理选中的栈及其所依赖者，如 ningwu/jiaoyuju、zone:internet、platform；不写则全部',
    en: 'only these stacks and what they stand on, such as ningwu/jiaoyuju, zone:internet or platform; without it, all',
  },
  complete: 'selector',
}

/** Throws a `CommandError` for anything but a whole number from 1 to 64. */
export function parallelOf({ parallel }: OptionValues): number {
  const count = Number(parallel)
  if (/^[1-9]\d?$/.test(String(parallel)) && count <= 64) return count
  const shown = printable(String(parallel))
  throw new CommandError(codes.parallelInvalid.code, {
    zh: `--parallel ${shown}：须为 1 至 64 的整数`,
    en: `--parallel ${shown}: it has to be a whole number from 1 to 64`,
  })
}

/** Undefined where nothing was said. Throws a `CommandError` for anything but a whole number from 0 to 100000. */
export function mostRemovalsOf({ mostRemovals }: OptionValues): number | undefined {
  if (mostRemovals === undefined) return undefined
  const count = Number(mostRemovals)
  if (/^\d{1,6}$/.test(String(mostRemovals)) && count <= 100_000) return count
  const shown = printable(String(mostRemovals))
  const { code, title, why } = codes.mostRemovalsInvalid
  throw new CommandError(code, {
    zh: `--most-removals ${shown}：${title.zh}；${why.zh}`,
    en: `--most-removals ${shown}: ${title.en}; ${why.en}`,
  })
}
