import type { CodeDefinition } from '../finding/finding.ts'

/** What could show a reviewer other bytes than the tool reads (TY103x). */
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
  notPlain: {
    code: 'TY1033',
    severity: 'error',
    title: { zh: 'Git 中登记的不是普通文件', en: 'What git holds there is no plain file' },
    why: {
      zh: '符号链接和子模块指向别处，评审者看到的不是工具读到的内容；在磁盘上它们可能只像一个空文件夹或普通文件。请从 Git 中移除（git rm --cached），改为普通文件。',
      en: 'A symbolic link or a submodule leads elsewhere, so that a reviewer does not see what is read; on the disk it may look like an empty folder or a plain file. Take it out of git (`git rm --cached`) and put a plain file in its place.',
    },
  },
  ignoredLine: {
    code: 'TY1034',
    severity: 'error',
    title: { zh: '.gitattributes 中有 git 不理会的行', en: 'A line of .gitattributes that git ignores' },
    why: {
      zh: 'git 不理会 2048 字节以上的行和以 ! 开头的写法：看似受保护的文件其实没有保护。请改短或者改写。',
      en: 'Git ignores lines of 2048 bytes or more and patterns that begin with `!`: what seems protected is not. Shorten or rewrite the line.',
    },
  },
  ofClone: {
    code: 'TY1035',
    severity: 'error',
    title: {
      zh: '仓库之外的 Git 属性会改写签出的内容',
      en: 'Git attributes outside of the repository change what is checked out',
    },
    why: {
      zh: '.git/info/attributes、上级目录的 .gitattributes、用户或系统的属性文件不在数据仓库中，评审者看不到；其中的过滤器和编码使磁盘上的内容与提交的不同。请从所指的文件中删除该行，再重新签出。',
      en: '.git/info/attributes, a .gitattributes of a folder above, and the attributes of the user or the system are no part of the data repository, and no reviewer sees them; filters and encodings there make the files on the disk differ from those committed. Remove the line from the file that is named, and check out anew.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
