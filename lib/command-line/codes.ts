import type { CodeDefinition, Text } from '../finding/finding.ts'
import { gitCodes } from './git-codes.ts'

function usage(code: string, title: Text, why: Text): CodeDefinition {
  return { code, severity: 'error', title, why }
}

/** Mistakes in calling the tool (TY90xx), things that the machine lacks (TY91xx), and a failure of the tool itself. */
export const codes = {
  unknownCommand: usage(
    'TY9001',
    { zh: '没有这个命令', en: 'there is no such command' },
    {
      zh: '命令名拼写有误，或该命令不属于本版本。运行 tenantry --help 查看全部命令。',
      en: 'The name is misspelt, or belongs to another version. `tenantry --help` lists all commands.',
    },
  ),
  unknownOption: usage(
    'TY9002',
    { zh: '没有这个选项', en: 'there is no such option' },
    {
      zh: '选项名拼写有误，或该命令不支持此选项。运行 tenantry <命令> --help 查看该命令的全部选项。',
      en: 'The option is misspelt, or the command does not take it. `tenantry <command> --help` lists its options.',
    },
  ),
  missingArgument: usage(
    'TY9003',
    { zh: '缺少参数', en: 'an argument is missing' },
    {
      zh: '命令行中尖括号 <…> 标示的参数必须给出。运行 tenantry <命令> --help 查看用法和示例。',
      en: 'Arguments shown in <…> must be given. `tenantry <command> --help` shows the usage and examples.',
    },
  ),
  missingValue: usage(
    'TY9004',
    { zh: '选项缺少取值', en: 'an option lacks its value' },
    {
      zh: '该选项后须写明取值，例如 --root DIR。',
      en: 'The option needs a value after it, as in `--root DIR`.',
    },
  ),
  tooManyArguments: usage(
    'TY9005',
    { zh: '参数过多', en: 'there are too many arguments' },
    {
      zh: '该命令不接受这么多参数。含空格的参数须加引号。',
      en: 'The command does not take that many arguments. Quote an argument that contains spaces.',
    },
  ),
  notAChoice: usage(
    'TY9006',
    { zh: '取值不在可选范围内', en: 'the value is not one of the choices' },
    {
      zh: '该选项或参数只接受列出的几种取值。',
      en: 'The option or argument takes only the values that are listed.',
    },
  ),
  notADate: usage(
    'TY9007',
    { zh: '日期无效', en: 'the date is not valid' },
    {
      zh: '日期须写作 YYYY-MM-DD，且为日历中存在、1950 至 2199 年的日期，例如 2025-07-10。',
      en: 'A date is written YYYY-MM-DD and is a day of the calendar in the years 1950 to 2199, such as 2025-07-10.',
    },
  ),
  notARepository: usage(
    'TY9008',
    { zh: '此处不是数据仓库', en: 'this is no data repository' },
    {
      zh: '数据仓库根目录下应有 catalogue/ 目录，其中有 platform.yaml。请用 --root 指定数据仓库目录，或用 tenantry init DIR 新建。',
      en: 'A data repository has a directory catalogue/ in its root, with platform.yaml in it. Name its directory with --root, or make one with `tenantry init DIR`.',
    },
  ),
  unknownCode: usage(
    'TY9009',
    { zh: '没有这个代码', en: 'there is no such code' },
    {
      zh: '代码形如 TY1203。运行 tenantry explain（不带参数）列出全部代码。',
      en: 'Codes look like TY1203. `tenantry explain` without an argument lists all of them.',
    },
  ),
  unknownAddress: usage(
    'TY9010',
    { zh: '没有这个单位或信息系统', en: 'there is no such unit or system' },
    {
      zh: '单位写作“辖区/单位”，信息系统写作“辖区/单位/系统”。运行 tenantry show（不带参数）列出全部地址。',
      en: 'A unit is written <jurisdiction>/<unit>, a system <jurisdiction>/<unit>/<system>. `tenantry show` without an argument lists all of them.',
    },
  ),
  notEmpty: usage(
    'TY9011',
    { zh: '目标目录非空', en: 'the target directory is not empty' },
    {
      zh: 'tenantry init 只在不存在的目录或空目录中新建数据仓库，不覆盖任何已有文件。',
      en: '`tenantry init` makes a data repository only where there is no directory yet or an empty one, and overwrites nothing.',
    },
  ),
  noModel: usage(
    'TY9012',
    { zh: '服务目录有误，命令无法继续', en: 'the catalogue is broken, so that the command cannot go on' },
    {
      zh: '平台文件或服务目录不合规范，无从得知各系统的情况。先运行 tenantry validate 并改正。',
      en: 'Without a sound platform file and catalogue nothing can be said about systems. Run `tenantry validate` and mend what it finds.',
    },
  ),
  notAnOwner: usage(
    'TY9013',
    { zh: '所有者写法有误', en: 'the owner is not written as a forge takes it' },
    {
      zh: 'CODEOWNERS 中的所有者写作 @账号 或 @组织/团队，以空格分隔，故其中不得有空格。',
      en: 'An owner in CODEOWNERS is written @account or @organisation/team. White space separates owners there, so that none may contain it.',
    },
  ),
  noSuchPath: usage(
    'TY9014',
    { zh: '数据仓库中没有该路径', en: 'the data repository has no such path' },
    {
      zh: '路径相对于当前目录，且须位于数据仓库之内。请检查拼写和 --root。',
      en: 'Paths are relative to the current directory and lie inside the data repository. Check the spelling and --root.',
    },
  ),
  notInGit: usage(
    'TY9015',
    { zh: '取不到作比较的版本', en: 'the version to compare with cannot be had' },
    {
      zh: '要比较的须是本仓库 Git 历史中的分支或提交，如 origin/main。在流水线中请取得完整的历史（fetch-depth: 0）。',
      en: 'Compare with a branch or commit of the repository that holds the data, such as origin/main. In CI fetch its history (fetch-depth: 0).',
    },
  ),
  unknownForm: usage(
    'TY9016',
    { zh: '没有这种表单', en: 'there is no such form' },
    {
      zh: '表单由各地区的 catalogue/forms/<地区>.yaml 定义，可用标识或名称指定。运行 tenantry form list 列出全部表单。',
      en: 'The forms of a jurisdiction stand in catalogue/forms/<jurisdiction>.yaml and go by id or name. `tenantry form list` lists all of them.',
    },
  ),
  fileExists: usage(
    'TY9017',
    { zh: '文件已存在', en: 'the file exists' },
    {
      zh: '已填写或签章的文件不会被悄悄覆盖。另取文件名，或加 --force 覆盖。',
      en: 'A file that somebody may have filled in or signed is never overwritten unasked. Name another file, or add --force.',
    },
  ),
  formNotNeeded: usage(
    'TY9018',
    { zh: '该系统不需要这种表单', en: 'the system does not need this form' },
    {
      zh: '表单只适用于部分情形（表单的 when），例如信创例外说明只用于未完成信创适配的系统。请核对清单，或改用其他表单。',
      en: 'Some forms are for certain cases only (their `when`), such as the explanation why a system is not adapted to domestic platforms. Check the manifest, or take another form.',
    },
  ),
  nothingGranted: usage(
    'TY9025',
    { zh: '还没有核定的资源，表单无从填写', en: 'the form is about granted resources, and none are granted' },
    {
      zh: '变更、交付、退出都针对已核定的资源。先办理上云申请（表单 application）；核定之后，办理记录中有授予（grants），再填本表。',
      en: 'A change, a delivery and an exit are about what was granted. Make the first request (the form `application`); once the history has its grant, make this form.',
    },
  ),
  requestNotRecorded: {
    code: 'TY9026',
    severity: 'warning',
    title: { zh: '表单不全是当时的内容', en: 'the form is not all of its own time' },
    why: {
      zh: '申请内容取自申请环节的 asks，或带来该环节的提交；两处都没有的，表单留空或注明为现时登记的内容。以后的申请可在申请环节写明 asks；浅克隆请运行 git fetch --unshallow。',
      en: 'What a past request asked for is read from its `asks`, or from the commit that brought it. Where neither tells, the form leaves it open, or says that it is of now. Record `asks` with requests to come; in a shallow clone run `git fetch --unshallow`.',
    },
  },
  templateRefused: usage(
    'TY9027',
    { zh: '自备的表单模板不能使用', en: 'an authority’s own template cannot be used' },
    {
      zh: '模板是输入：须为不带宏、不引用外部内容的 docx，大小有限，占位符成对。请按提示改正模板，或移走它改用内置表单。',
      en: 'A template is input: a docx without macros that refers to nothing outside, of limited size, with its placeholders in pairs. Mend it, or take it away to get the built-in form.',
    },
  ),
  templateFieldUnknown: usage(
    'TY9029',
    { zh: '模板中的占位符不存在', en: 'a template has a placeholder that nobody offers' },
    {
      zh: '填不进内容的占位符会留在公文上，所以不生成表单。用 tenantry form list --fields 查看可用的占位符。',
      en: 'It would stay on the page, so that no form is made. `tenantry form list --fields` lists what may be used.',
    },
  ),
  noOwnersMap: usage(
    'TY9023',
    { zh: '没有可用的所有者名单', en: 'there is no map of owners to go by' },
    {
      zh: 'CODEOWNERS 由 catalogue/owners.yaml 生成。没有时用 tenantry owners --authority @组织/团队 --forge 平台 新建；有误时先改正。',
      en: 'CODEOWNERS is made from catalogue/owners.yaml. Make one with `tenantry owners --authority @organisation/team --forge FORGE`; mend one that is broken.',
    },
  ),
  noHook: usage(
    'TY9024',
    { zh: '装不上提交前检查', en: 'the check before commits cannot be installed' },
    {
      zh: '钩子写入克隆的 .git/hooks：数据仓库须在 Git 仓库中，且 git 的设置 core.hooksPath 没有指向别处。',
      en: 'The hook goes into .git/hooks of a clone: the data repository must lie in git, and core.hooksPath must not have git look for hooks elsewhere.',
    },
  ),
  cancelled: usage(
    'TY9060',
    { zh: '已取消', en: 'cancelled' },
    {
      zh: '提问被中断，没有写入任何文件。再次运行即可；各项回答也可以用选项给出，见 --help。',
      en: 'The questions were broken off, and no file was written. Run the command again; every answer can be given by an option too, see --help.',
    },
  ),
  answersMissing: usage(
    'TY9061',
    { zh: '缺少必要的回答', en: 'answers are missing' },
    {
      zh: '不在终端上时不提问，必要的内容须用选项给出；所缺选项一次列出。',
      en: 'Away from a terminal nothing is asked, and what is needed must be given by options; all that lack are listed at once.',
    },
  ),
  wrongAnswer: usage(
    'TY9062',
    { zh: '选项的写法不对', en: 'an option is written wrongly' },
    {
      zh: '该选项的取值有固定写法，见 --help 中的示例。没有写入任何文件。',
      en: 'The value of the option has a form of its own; --help shows examples. No file was written.',
    },
  ),
  proposedFromCommit: usage(
    'TY9051',
    { zh: '提出的分支只能以提交为准', en: 'a branch is proposed from a commit alone' },
    {
      zh: '--propose 写出的分支从当前提交开始，不能与 --dirty 同用；先提交改动，或去掉 --dirty。',
      en: 'The branch of `--propose` begins at the current commit and cannot go with `--dirty`: commit the changes first, or leave `--dirty` out.',
    },
  ),
  badRange: usage(
    'TY9050',
    { zh: '比较的范围写法有误', en: 'what is to be compared is not written so' },
    {
      zh: '两个提交写作 BASE..HEAD（如 main..HEAD），与当前文件相比只写 BASE；比较两天用 --from 和 --to，不写提交。',
      en: 'Two commits are written BASE..HEAD, such as main..HEAD; BASE alone is compared with the files as they lie here. Two days are named with --from and --to, without commits.',
    },
  ),
  leftOut: {
    code: 'TY9020',
    severity: 'warning',
    title: { zh: '有误的文件未计入结果', en: 'a broken file is left out of the answer' },
    why: {
      zh: '无法读懂的文件所定义的系统、单位或服务项不在结果之中，结果因此可能不全。运行 tenantry validate 并改正。',
      en: 'What a file defines that cannot be understood is missing from the answer, which may therefore be incomplete. Run `tenantry validate` and mend it.',
    },
  },
  brokenSystem: usage(
    'TY9021',
    { zh: '所问的清单有误', en: 'the manifest asked about is broken' },
    {
      zh: '清单在仓库中，但无法读懂，因此不能回答。运行 tenantry validate 并改正。',
      en: 'The manifest is there, but cannot be understood, so that nothing can be said of it. Run `tenantry validate` and mend it.',
    },
  ),
  outputElsewhere: usage(
    'TY9040',
    { zh: '输出位置不是普通的目录', en: 'the place of the output is no plain directory' },
    {
      zh: '输出目录或其中一段是符号链接或者文件，写入会改动或者删除别处的内容。请移走它；若由 Git 检出，请查明是谁提交的。',
      en: 'The output folder or a part of it is a link or a file, and writing would change or remove something elsewhere. Take it away; if git has checked it out, find out who committed it.',
    },
  ),
  noDirectory: usage(
    'TY9041',
    { zh: '当前目录已不存在', en: 'the current directory is gone' },
    {
      zh: '当前目录已被删除或者移走。请进入一个存在的目录再运行。',
      en: 'It was removed or moved. Change to one that exists, and run the command again.',
    },
  ),
  oldNode: usage(
    'TY9101',
    { zh: 'Node.js 版本过低', en: 'Node.js is too old' },
    {
      zh: '需要 Node.js 22.18 或更高版本。在本仓库中，npm ci 会装入一个合适的版本，npm 脚本和 npx tenantry 自动使用它。',
      en: 'Node.js 22.18 or newer is needed. In this repository `npm ci` installs a fitting one, which npm scripts and `npx tenantry` use.',
    },
  ),
  notBuilt: usage(
    'TY9102',
    { zh: '尚未构建', en: 'the tool has not been built' },
    {
      zh: '缺少编译结果 dist/。在工具的目录中运行 npm run build。',
      en: 'The compiled files in dist/ are missing. Run `npm run build` in the tool’s directory.',
    },
  ),
  fileAccess: usage(
    'TY9103',
    { zh: '文件或目录无法读写', en: 'a file or directory cannot be read or written' },
    {
      zh: '请检查路径、权限和磁盘空间。已有的文件保持不变。',
      en: 'Check the path, its permissions and the space on the disk. What was there stays as it was.',
    },
  ),
  noGit: usage(
    'TY9104',
    { zh: '找不到 git', en: 'git was not found' },
    {
      zh: '作比较的版本（--base）和要交付的提交都从 Git 历史中读取。请安装 git，并使其位于 PATH 中。',
      en: 'The version to compare with (--base) and the commit to deliver are read from the history in git. Install git, and put it on the PATH.',
    },
  ),
  internal: usage(
    'TY9999',
    { zh: '工具内部错误', en: 'the tool itself has failed' },
    {
      zh: '这是本工具的缺陷，与输入是否正确无关。请加上 --debug 再运行一次，并把输出报告给维护者。',
      en: 'This is a defect of the tool, whatever the input was. Run the command again with --debug and report the output.',
    },
  ),
} as const satisfies Readonly<Record<string, CodeDefinition>>

export const commandLineCodes: readonly CodeDefinition[] = [
  ...Object.values(codes),
  ...Object.values(gitCodes),
]
