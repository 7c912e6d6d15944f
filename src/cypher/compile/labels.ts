/** Label expressions such as `:Person|!Event`. */
import type { LabelExpression } from '../parser/ast.ts'

export function labelTest(labels: LabelExpression): (present: readonly string[]) => boolean {
  if (labels.op === 'label') return (present) => present.includes(labels.name)
  if (labels.op === 'not') {
    const of = labelTest(labels.of)
    return (present) => !of(present)
  }
  const [left, right] = [labelTest(labels.left), labelTest(labels.right)]
  return labels.op === 'and'
    ? (present) => left(present) && right(present)
    : (present) => left(present) || right(present)
}

/** Labels that whatever fits is sure to have. */
export function sureLabels(labels: LabelExpression): string[] {
  if (labels.op === 'label') return [labels.name]
  return labels.op === 'and' ? [...sureLabels(labels.left), ...sureLabels(labels.right)] : []
}
