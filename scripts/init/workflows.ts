import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Forge } from '../../lib/owners/forge.ts'

/** What one forge's workflow is made from, and where it lies in the data repository. */
interface Workflow {
  readonly file: string
  readonly template: string
  /** What stands for `{{name}}` in it: the name of a further template, or plain text. */
  readonly parts: Readonly<Record<string, { readonly template: string } | string>>
}

const checkout = { template: 'checkout.yml' } as const
const common = { checkout, tool: { template: 'tool.yml' }, wait: { template: 'wait.yml' } } as const

const workflows: Readonly<Record<Forge, readonly Workflow[]>> = {
  github: [
    {
      file: '.github/workflows/tenantry.yml',
      template: 'workflow.yml',
      parts: {
        ...common,
        actions: '除保存摘要页的 actions/upload-artifact 外，不引用任何 action，内网可用。',
        keep: { template: 'keep.github.yml' },
        page: '',
      },
    },
    { file: '.github/workflows/tenantry-office.yml', template: 'office.github.yml', parts: { checkout } },
    { file: '.github/workflows/tenantry-drift.yml', template: 'drift.github.yml', parts: { checkout } },
  ],
  gitlab: [{ file: '.gitlab-ci.yml', template: 'gitlab-ci.yml', parts: {} }],
  // Gitea reads GitHub's workflows, and its own before them. A runner fetches every action of a job before its first step,
  // and in an intranet there may be none: what needs one is a job of its own. Its runners run the workflows of any branch,
  // so that what holds a token or a key is no runner of the forge and goes by a clock of its own.
  gitea: [
    {
      file: '.gitea/workflows/tenantry.yml',
      template: 'workflow.yml',
      parts: {
        ...common,
        actions: '除 page 外，各作业不引用任何 action，内网可用。',
        keep: '',
        page: { template: 'page.gitea.yml' },
      },
    },
  ],
}

/** The workflows of a forge, put together; `{{zones}}` and their like are left for whoever knows them. */
export function workflowsOf(
  source: string,
  forge: Forge,
): readonly (readonly [file: string, text: string])[] {
  return workflows[forge].map(workflow => assembled(source, workflow))
}

function assembled(source: string, { file, template, parts }: Workflow): readonly [string, string] {
  const read = (name: string) => readFileSync(join(source, 'scripts/init/workflow', name), 'utf8')
  const text = (name: string): string =>
    read(name).replaceAll(/(?<!\$)\{\{(\w+)\}\}/g, (whole, key: string) => {
      const part = Object.hasOwn(parts, key) ? parts[key] : undefined
      if (part === undefined) return whole
      return typeof part === 'string' ? part : text(part.template)
    })
  return [file, text(template)]
}
