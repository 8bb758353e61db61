import type { CodeDefinition, Text } from '../../lib/finding/finding.ts'
import { connect } from './client.ts'
import { type Environment, readCloud } from './clouds-file.ts'
import { CloudProblem } from './problem.ts'

export interface CloudCheck {
  readonly cloud: string
  /** Why the cloud cannot be used; undefined when it can. */
  readonly problem?: { readonly definition: CodeDefinition; readonly text: Text }
}

/** Whether a cloud of clouds.yaml can be reached and takes the credentials. Changes nothing there. */
export async function checkCloud(cloud: string, environment: Environment, cwd: string): Promise<CloudCheck> {
  try {
    await connect(readCloud(cloud, environment, cwd))
    return { cloud }
  } catch (error) {
    if (error instanceof CloudProblem) return { cloud, problem: error }
    throw error
  }
}
