import type { CodeDefinition } from '../finding/finding.ts'

/** What `.gitattributes` may make of files (TY103x): a reviewer has to see the bytes that the tool reads. */
export const attributeCodes = {
  nested: {
    code: 'TY1030',
    severity: 'error',
    title: { zh: '根目录以外不得有 .gitattributes', en: 'Only the root may have a .gitattributes' },
    why: {
      zh: '下级目录中的 .gitattributes 可使改动在评审时不显示，或使签出的内容与评审所见不同。请删除；确需的属性写在根目录的 .gitattributes，由其所有者审核。',
      en: 'Below the root it can hide a change from its reviewer, or have other bytes checked out than were reviewed. Remove it; what is needed belongs in the root’s file, which its owner reviews.',
    },
  },
  unsafe: {
    code: 'TY1031',
    severity: 'error',
    title: { zh: '.gitattributes 中有不允许的属性', en: 'An attribute that .gitattributes may not set' },
    why: {
      zh: '只允许 text、-text、eol=lf；对清单以外的格式（如 *.pdf）还可写 binary、-diff。编码、过滤器、差异和合并驱动、linguist 标记会使评审者看到的与工具读到的不同。请删除。',
      en: 'Only text, -text and eol=lf are allowed, and for formats other than manifests (such as *.pdf) binary and -diff. Encodings, filters, diff and merge drivers and linguist marks make a reviewer see other things than the tool reads. Remove it.',
    },
  },
  papersConverted: {
    code: 'TY1032',
    severity: 'warning',
    title: { zh: '材料的换行会被 git 改写', en: 'Git rewrites the line ends of papers' },
    why: {
      zh: '换行被改写后，材料与清单所记的摘要（sha256）不再一致。在 .gitattributes 末尾加上 **/papers/** -text 和 **/evidence/** -text。',
      en: 'With other line ends a paper no longer has the digest (sha256) that the manifest records. Add `**/papers/** -text` and `**/evidence/** -text` at the end of .gitattributes.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
