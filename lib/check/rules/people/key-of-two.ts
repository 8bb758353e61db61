import { finding } from '../../../finding/finding.ts'
import { place, related, text } from '../../place.ts'
import { repeated } from '../../repeated.ts'
import type { RepositoryRule } from '../../rule.ts'

export const keyOfTwo: RepositoryRule = {
  code: 'TY3802',
  severity: 'error',
  title: text('同一公钥写了两次。', 'One public key is written twice.'),
  why: text(
    '一把钥匙只属于一人，只有一种用途；两人共用，签名就不能证明是谁签的。各人另生成自己的钥匙，签署审批记录的钥匙单独一把。',
    'A key belongs to one person and has one use: what two could have signed proves nothing. Everybody makes a key of their own, and the recorder of evidence has one by itself.',
  ),
  *check({ catalogue: { people } }) {
    if (people === undefined) return
    const keys = (people.value.signers ?? []).map(({ key }, index) => ({ key, index }))
    for (const { first, again } of repeated(keys, ({ key }) => key)) {
      yield finding(keyOfTwo, place(people, 'signers', again.index, 'key'), {
        message: text('该公钥前面已有一行', 'an earlier row has the same key'),
        related: [related(place(people, 'signers', first.index, 'key'), '前面一行', 'the earlier row')],
      })
    }
  },
}
