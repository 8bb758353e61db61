import type { Composed } from '../read/yaml.ts'

/** What leads from one form of the files of a data repository to the next. */
export interface VersionStep {
  /** What `apiVersion` says before, such as `tenantry/v1`. */
  readonly from: string
  readonly to: string
  /**
   * Says in the words of `to` what a document says in those of `from`; `apiVersion` is not its business. It changes the
   * document that it is given and rests on nothing else. Nodes that stay keep their comments, and where they stand in
   * the file: rename and move them, and make new ones only where nothing was written.
   *
   * Neither a grant nor what a decision said may become another by it.
   */
  readonly rewrite: (document: Composed) => void
}
