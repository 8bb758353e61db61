import { candidatesFor } from '../terminal/candidates.ts'
import { type Command, exitStatus } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'

/** Asked by the scripts at a key press: prints what may stand in place of the last word. */
const askForWords = 'words'

/** @param loadAll every command, this one among them */
export const completionOf = (loadAll: () => Promise<readonly Command[]>): Command => ({
  name: 'completion',
  summary: { zh: '输出命令行补全脚本', en: 'print the completion script of a shell' },
  arguments: [
    {
      name: '<shell>',
      summary: {
        zh: 'bash、zsh 或 fish；补全脚本自身以 words 查询候选词',
        en: 'bash, zsh or fish; the scripts themselves ask with `words`',
      },
      complete: 'shell',
    },
    {
      name: '[word...]',
      summary: { zh: '命令行上已有的词，末词正在输入', en: 'the words so far, the last one being typed' },
    },
  ],
  options: [],
  examples: [
    {
      line: 'tenantry completion bash',
      summary: {
        zh: '在 ~/.bashrc 中写入：source <(tenantry completion bash)',
        en: 'in ~/.bashrc: source <(tenantry completion bash)',
      },
    },
    {
      line: 'tenantry completion zsh',
      summary: {
        zh: '在 ~/.zshrc 中写入：source <(tenantry completion zsh)',
        en: 'in ~/.zshrc: source <(tenantry completion zsh)',
      },
    },
    {
      line: 'tenantry completion fish',
      summary: {
        zh: '写入 ~/.config/fish/completions/tenantry.fish',
        en: 'write it to ~/.config/fish/completions/tenantry.fish',
      },
    },
    {
      line: 'tenantry completion words -- validate --format s',
      summary: { zh: '查询候选词', en: 'ask for candidates' },
    },
  ],
  run: async (context, { arguments: [shell = '', ...words] }) => {
    if (shell === askForWords) {
      const found = await candidatesFor(words, await loadAll(), context)
      context.stdout(found.map(({ word, about }) => `${word}\t${about}\n`).join(''))
      return exitStatus.clean
    }
    const script = scripts.get(shell)
    if (script === undefined) throw notAChoice('<shell>', shell, [...scripts.keys()])
    context.stdout(script)
    return exitStatus.clean
  },
})

/**
 * Bash takes `:`, `=` and `@` for the ends of words, and puts a candidate in the place of what follows the last of them;
 * the `@` itself it takes along.
 */
const bash = `_tenantry() {
  local line="\${COMP_LINE:0:COMP_POINT}" breaks="\${COMP_WORDBREAKS//[^:=@]/}" typed kept='' candidate
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  typed="\${words[\${#words[@]}-1]}"
  [[ -n $breaks ]] && kept="\${typed%"\${typed##*[$breaks]}"}"
  kept="\${kept%@}"
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate _; do
    COMPREPLY+=("\${candidate#"$kept"}")
  done < <(tenantry completion words -- "\${words[@]:1}" 2>/dev/null)
}
complete -o default -F _tenantry tenantry
`

const zsh = `#compdef tenantry
_tenantry() {
  local -a candidates
  local word about
  while IFS=$'\\t' read -r word about; do
    candidates+=("\${word//:/\\\\:}\${about:+:$about}")
  done < <(tenantry completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( $#candidates )); then _describe tenantry candidates; else _files; fi
}
if [ "$funcstack[1]" = "_tenantry" ]; then _tenantry "$@"; else compdef _tenantry tenantry; fi
`

const fish = `function __tenantry_candidates
    set -l words (commandline -opc)
    set -l found (tenantry completion words -- $words[2..] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c tenantry -f -a '(__tenantry_candidates)'
`

const scripts: ReadonlyMap<string, string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
])
