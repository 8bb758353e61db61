import type { Model } from '../lib/model/model.ts'
import { codes } from '../lib/usage/codes.ts'
import { CommandError, type Context, exitStatus } from './command.ts'
import { type LoadedRepository, loadRepository } from './repository.ts'

/** The model of a repository, for commands that only look: findings do not stop them, an unreadable catalogue does. */
export function requireModel(context: Context): Model {
  return modelOf(loadRepository(context, { check: false }))
}

/** @throws CommandError when the catalogue is too broken for a model. */
export function modelOf({ model }: LoadedRepository): Model {
  if (model !== undefined) return model
  throw new CommandError(
    codes.noModel.code,
    {
      zh: '服务目录有误，无法继续；先运行 tenantry validate 并改正',
      en: 'the catalogue is broken, so nothing can be said; run `tenantry validate` and mend it first',
    },
    exitStatus.findings,
  )
}
