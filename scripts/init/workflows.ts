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

const common = { checkout: { template: 'checkout.yml' }, tool: { template: 'tool.yml' } } as const

const workflows: Readonly<Record<Forge, Workflow>> = {
  github: {
    file: '.github/workflows/tenantry.yml',
    template: 'workflow.yml',
    parts: {
      ...common,
      actions: '除保存摘要页的 actions/upload-artifact 外，不引用任何 action，内网可用。',
      keep: { template: 'keep.github.yml' },
      page: '',
    },
  },
  gitlab: { file: '.gitlab-ci.yml', template: 'gitlab-ci.yml', parts: {} },
  // Gitea reads GitHub's workflows, and its own before them. A runner fetches every action of a job before its first step,
  // and in an intranet there may be none: what needs one is a job of its own.
  gitea: {
    file: '.gitea/workflows/tenantry.yml',
    template: 'workflow.yml',
    parts: {
      ...common,
      actions: '除 page 外，各作业不引用任何 action，内网可用。',
      keep: '',
      page: { template: 'page.gitea.yml' },
    },
  },
}

/** The workflow of a forge, put together; `{{zones}}` and their like are left for whoever knows them. */
export function workflowOf(source: string, forge: Forge): readonly [file: string, text: string] {
  const { file, template, parts } = workflows[forge]
  const read = (name: string) => readFileSync(join(source, 'scripts/init/workflow', name), 'utf8')
  const text = (name: string): string =>
    read(name).replaceAll(/(?<!\$)\{\{(\w+)\}\}/g, (whole, key: string) => {
      const part = Object.hasOwn(parts, key) ? parts[key] : undefined
      if (part === undefined) return whole
      return typeof part === 'string' ? part : text(part.template)
    })
  return [file, text(template)]
}
