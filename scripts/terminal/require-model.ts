import type { ExtractedModel } from '../../lib/check/index.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { type LoadedRepository, loadRepository } from '../workspace/repository.ts'
import { CommandError, type Context, exitStatus } from './command.ts'
import { tellLeftOut } from './left-out.ts'

/**
 * The model of a repository, for commands that only look: findings do not stop them, an unreadable catalogue does. What
 * the model goes without is told, for an answer that lacks something must not look whole.
 */
export function requireModel(context: Context): ExtractedModel {
  const repository = loadRepository(context, { check: false })
  const model = modelOf(repository)
  tellLeftOut(context, model)
  return model
}

/** @throws CommandError when the catalogue is too broken for a model. */
export function modelOf(repository: Pick<LoadedRepository, 'model'>): ExtractedModel {
  if (repository.model !== undefined) return repository.model
  throw new CommandError(
    codes.noModel.code,
    {
      zh: '服务目录有误，无法继续；先运行 tenantry validate 并改正',
      en: 'the catalogue is broken, so nothing can be said; run `tenantry validate` and mend it first',
    },
    exitStatus.findings,
  )
}
