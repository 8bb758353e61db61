import type { Text } from '../../lib/finding/finding.ts'
import type { ArgumentSpec, Command, OptionSpec } from './command.ts'
import { globalOptions } from './global-options.ts'

/** The manual page `tenantry(1)`, in the roff of man(7). It has no date, so that the same commands give the same bytes. */
export function manPage(commands: readonly Command[], version: string): string {
  return [
    `.TH TENANTRY 1 "" "tenantry ${version}" "User Commands"`,
    '.SH NAME',
    'tenantry \\- government-cloud regulations as GitOps on OpenStack',
    '.SH SYNOPSIS',
    '.B tenantry',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    ...description.flatMap((text, index) => [...(index === 0 ? [] : ['.PP']), roff(text)]),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH GLOBAL OPTIONS',
    'Every command takes them, before or after its name.',
    ...globalOptions.flatMap(optionLines),
    ...tagged('EXIT STATUS', statuses),
    ...tagged('ENVIRONMENT', environment),
    ...tagged('FILES', files),
    '',
  ].join('\n')
}

const description = [
  'A using unit’s request is a YAML manifest in a git repository; the pull request is the approval, and merging it is the grant. From the same files come each information system’s OpenStack project, quotas, networks and firewall, and the deadlines, papers and reviews that the regulations ask for.',
  'Output is in Chinese or English, by --lang or the locale.',
]

type Entry = readonly [tag: string, meaning: string]

const statuses: readonly Entry[] = [
  ['0', 'Clean.'],
  ['1', 'Errors were found.'],
  ['2', 'The command line is wrong; of plan --detailed-exitcode, there are changes.'],
  ['3', 'Something of the machine or a cloud is missing.'],
  ['70', 'A defect of the tool.'],
]

const environment: readonly Entry[] = [
  ['LC_ALL, LANG', 'Language of the output.'],
  ['NO_COLOR', 'Do without colours.'],
  ['OS_CLIENT_CONFIG_FILE, OS_CLIENT_SECURE_FILE', 'Where clouds.yaml and secure.yaml lie.'],
  ['TENANTRY_RUNNER', 'Settings of the runner.'],
  ['TENANTRY_STATE_DIR', 'The state home.'],
  ['TENANTRY_TERRAFORM', 'The program to run: terraform or tofu.'],
  ['XDG_CACHE_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME', 'Where caches, settings and states lie.'],
]

const files: readonly Entry[] = [
  ['catalogue/platform.yaml', 'Marks the root of a data repository.'],
  ['.tenantry/', 'What run and synth write in it: the summary page and the stacks.'],
  ['~/.config/openstack/clouds.yaml, /etc/openstack/clouds.yaml', 'Addresses and credentials of clouds.'],
  ['~/.config/tenantry/runner.yaml, /etc/tenantry/runner.yaml', 'Settings of the runner.'],
]

function tagged(heading: string, entries: readonly Entry[]): readonly string[] {
  return [`.SH ${heading}`, ...entries.flatMap(([tag, meaning]) => ['.TP', `.B ${roff(tag)}`, roff(meaning)])]
}

function commandLines(command: Command): readonly string[] {
  const { name, summary, options, examples } = command
  const words = [
    ...command.arguments.map(argument => argument.name),
    ...(options.length === 0 ? [] : ['[options]']),
  ]
  return [
    `.SS ${name}`,
    roff(sentence(summary)),
    '.PP',
    `.B tenantry ${name}`,
    ...(words.length === 0 ? [] : [roff(words.join(' '))]),
    ...command.arguments.flatMap(argumentLines),
    ...options.flatMap(optionLines),
    ...examples.flatMap(exampleLines),
  ]
}

function argumentLines({ name, summary }: ArgumentSpec): readonly string[] {
  return ['.TP', `.I ${roff(name)}`, roff(sentence(summary))]
}

function optionLines({ flags, summary, choices, default: standard }: OptionSpec): readonly string[] {
  const remarks = [
    ...(choices === undefined ? [] : [`One of ${choices.join(', ')}.`]),
    ...(typeof standard === 'string' ? [`Default: ${standard}.`] : []),
  ]
  return ['.TP', `.B ${roff(flags)}`, roff([sentence(summary), ...remarks].join(' '))]
}

function exampleLines({ line, summary }: Command['examples'][number]): readonly string[] {
  return ['.PP', roff(`${sentence(summary).slice(0, -1)}:`), '.PP', '.RS 4', '.nf', roff(line), '.fi', '.RE']
}

function sentence({ en }: Text): string {
  return `${en.slice(0, 1).toUpperCase()}${en.slice(1)}.`
}

/** Text as roff takes it: hyphens that can be copied, and no line that begins like a request. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&')
}
