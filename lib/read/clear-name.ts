// Names in the places that take any name: of papers, notes, and what forges read.
import type { Text } from '../finding/finding.ts'
import { shown } from './problem.ts'
import { checkCharacters, checkNormalForm } from './text.ts'

/** Why a name is not the same name to everybody who sees it, and on every machine; undefined where it is. */
export function unclearName(name: string): Text | undefined {
  const [problem] = [...checkCharacters(name), ...checkNormalForm(name)]
  return (
    problem?.message ??
    unholdable.find(({ pattern }) => pattern.test(name))?.message(name) ??
    deviceName(name)
  )
}

/** The same of a name that follows a rule of its own, which a device's may do too. */
export function deviceName(name: string): Text | undefined {
  return device.test(name)
    ? { zh: '在 Windows 上是设备的名称', en: 'on Windows it is the name of a device' }
    : undefined
}

const device = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i

/** @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const unholdable: readonly { readonly pattern: RegExp; readonly message: (name: string) => Text }[] = [
  {
    pattern: /[\n\\:*?"<>|]/,
    message: name => {
      const sign = shown(/[\n\\:*?"<>|]/.exec(name)?.[0] ?? '')
      return { zh: `Windows 的文件名不能含有 ${sign}`, en: `on Windows no name holds ${sign}` }
    },
  },
  {
    pattern: /[. ]$/,
    message: () => ({
      zh: 'Windows 会去掉名称末尾的点和空格',
      en: 'Windows leaves dots and blanks away at the end of a name',
    }),
  },
]
