import type { Language, Text } from '../../lib/finding/finding.ts'
import { tellBlocked } from './blocked.ts'

/** Tells now and then what is being waited for, so that whoever watches knows a long silence from a hung tool. */
export interface Heartbeat {
  /** Something begins to take its time. @param subject whose it is, such as a stack. */
  readonly begin: (on: Text, subject?: string) => Beat
  /** As `begin`, of a whole command: told only where nothing else is waited for. */
  readonly work: (on: Text) => Beat
  /** As `begin`, of a wait in which the process itself stands still. @param since when it began, in ms since the epoch */
  readonly blocked: (on: Text, since?: number) => Pick<Beat, 'end'>
  /** Something else was written: the next silence begins. */
  readonly spoke: () => void
  /** Says nothing until the function returned is called: a person is asked, or lines are drawn again. */
  readonly hush: () => () => void
}

export interface Beat {
  /** It now waits for something else. */
  readonly on: (on: Text) => void
  /** It still waits for the same, and has come this far: told at once where it is time, for work that leaves timers no turn. */
  readonly still: (on: Text) => void
  readonly end: () => void
}

interface Wait {
  readonly isWhole: boolean
  readonly subject: string | undefined
  on: Text
  since: number
}

/** Nothing is silent for ten seconds: a beat, and the time until it is looked for, fit into that. */
const silenceMs = 8_000
/** How many are named at one beat; those that wait longest. */
const named = 4

interface Voice {
  readonly write: (text: string) => void
  /** Of what it writes to, for a thread beside this one; without it, nobody hears of waits in which all stands still. */
  readonly descriptor?: number | undefined
}

export function heartbeat(
  { write, descriptor }: Voice,
  language: Language,
  silence: number = silenceMs,
): Heartbeat {
  const waits = new Set<Wait>()
  let spokeAt = Date.now()
  let timer: NodeJS.Timeout | undefined
  let hushed = 0
  let isTold = false
  const beat = () => {
    const now = Date.now()
    if (hushed > 0 || now - spokeAt < silence) return
    spokeAt = now
    const parts = [...waits].filter(({ isWhole }) => !isWhole)
    const longest = (parts.length > 0 ? parts : [...waits]).toSorted((a, b) => a.since - b.since)
    const lines = longest.slice(0, named).map(wait => waitLine(wait, now, language))
    const more = longest.length - lines.length
    write(`${[...lines, ...(more > 0 ? [moreLine(more, language)] : [])].join('\n')}\n`)
  }
  const settle = () => {
    if (waits.size > 0) timer ??= setInterval(beat, silence / 8).unref()
    else {
      clearInterval(timer)
      timer = undefined
    }
  }
  const begin = (on: Text, subject: string | undefined, isWhole: boolean): Beat => {
    const wait: Wait = { isWhole, subject, on, since: Date.now() }
    waits.add(wait)
    settle()
    return {
      on: next => {
        if (next.en === wait.on.en) return
        wait.on = next
        wait.since = Date.now()
      },
      still: next => {
        wait.on = next
        beat()
      },
      end: () => {
        waits.delete(wait)
        settle()
      },
    }
  }
  return {
    spoke: () => {
      spokeAt = Date.now()
    },
    begin: (on, subject) => begin(on, subject, false),
    work: on => begin(on, undefined, true),
    blocked: (on, since = Date.now()) => {
      // Within a wait that is told of, a shorter one needs no voice of its own.
      if (hushed > 0 || isTold || descriptor === undefined) return { end: () => undefined }
      isTold = true
      const firstAt = Math.max(Date.now(), spokeAt + silence)
      const fall = tellBlocked({
        descriptor,
        line: lineAround(undefined, on, language),
        since,
        firstAt,
        everyMs: silence,
      })
      return {
        end: () => {
          fall()
          isTold = false
          const beats = Math.floor((Date.now() - firstAt) / silence)
          if (beats >= 0) spokeAt = firstAt + beats * silence
        },
      }
    },
    hush: () => {
      hushed += 1
      return () => {
        hushed -= 1
        spokeAt = Date.now()
      }
    },
  }
}

function waitLine({ subject, on, since }: Wait, now: number, language: Language): string {
  return lineAround(subject, on, language).join(String(Math.round((now - since) / 1000)))
}

/** What is said before and after the seconds. */
function lineAround(subject: string | undefined, on: Text, language: Language): readonly [string, string] {
  const whose = subject === undefined ? '' : `${subject}  `
  const around = {
    zh: [`… ${whose}${on.zh}（已 `, ' 秒）'],
    en: [`… ${whose}${on.en} (`, ' s)'],
  } as const
  return around[language]
}

function moreLine(count: number, language: Language): string {
  return { zh: `… 另有 ${count} 项在等待`, en: `… and ${count} more` }[language]
}
