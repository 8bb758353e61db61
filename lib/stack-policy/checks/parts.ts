import { stackPolicyCodes } from '../codes.ts'
import type { Fault, StackCheck, StackView } from '../stack-view.ts'

function* partFaults({ parts, placed }: StackView): Generator<Fault> {
  if (placed.length === parts) return
  yield {
    path: [],
    message: {
      zh: `构造了 ${parts} 个资源和数据源，栈中有 ${placed.length} 个`,
      en: `${parts} resources and data sources were built, the stack holds ${placed.length}`,
    },
  }
}

export const partChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.partsLost, faults: partFaults },
]
