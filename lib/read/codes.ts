import type { CodeDefinition, Severity, Text } from '../finding/finding.ts'

function define(code: string, title: Text, why: Text, severity: Severity = 'error'): CodeDefinition {
  return { code, severity, title, why }
}

/** TY10xx: the tree · TY11xx: bytes · TY12xx: characters · TY13xx: YAML. Codes are never used again for another meaning. */
export const codes = {
  rootMissing: define(
    'TY1001',
    { zh: '数据仓库目录不存在或不是目录', en: 'The data repository is missing or is not a directory' },
    {
      zh: '所有命令都从数据仓库读取目录和申请。请检查 --root 所给路径；新建数据仓库请使用 tenantry init。',
      en: 'Every command reads the catalogue and the requests from it. Check the path given to --root; `tenantry init` makes a new one.',
    },
  ),
  unreadable: define(
    'TY1002',
    { zh: '文件或文件夹无法读取', en: 'A file or folder cannot be read' },
    {
      zh: '内容未知的文件不能视为不存在。请检查访问权限；读取过程中请勿改动数据仓库。',
      en: 'A file whose content is unknown must not count as absent. Check its permissions, and change nothing while it is read.',
    },
  ),
  required: define(
    'TY1003',
    { zh: '缺少必需的目录文件', en: 'A file that every catalogue has is missing' },
    {
      zh: '没有平台、服务项目或者管理办法的定义，任何申请都无法核对。请补充该文件。',
      en: 'Without the platform, the service items or the regulations no request can be checked. Add the file.',
    },
  ),
  unexpectedFile: define(
    'TY1004',
    { zh: '文件不在规定位置', en: 'A file stands where none is expected' },
    {
      zh: 'catalogue/ 和 tenants/ 下只有规定的位置会被读取，放错位置的申请会被无声忽略，因此按错误处理。材料附件请放入 papers/ 文件夹。',
      en: 'Only known places under catalogue/ and tenants/ are read, and a misplaced request would be ignored without a word. Papers belong in a papers/ folder.',
    },
  ),
  unexpectedFolder: define(
    'TY1005',
    { zh: '文件夹不在规定位置', en: 'A folder stands where none is expected' },
    {
      zh: '规定的层次为 tenants/<管理办法>/<使用单位>/<系统>.yaml，其他文件夹内的文件不会被读取。请移动或者删除该文件夹。',
      en: 'The layout is tenants/<jurisdiction>/<unit>/<system>.yaml; files of other folders are not read. Move or remove it.',
    },
  ),
  extension: define(
    'TY1006',
    { zh: '文件扩展名应为 .yaml', en: 'The file extension must be .yaml' },
    {
      zh: '同一内容只用一种扩展名，避免 a.yml 与 a.yaml 并存。请更改扩展名。',
      en: 'One extension only, so that a.yml and a.yaml never stand side by side. Rename the file.',
    },
  ),
  name: define(
    'TY1007',
    { zh: '文件或文件夹名称不符合规定', en: 'The name of a file or folder does not follow the rule' },
    {
      zh: '名称即标识，用于生成云平台中的名称：小写字母开头，只含小写字母、数字和单个连字符，末尾不是连字符。中文名称写在文件内的 name 中。',
      en: 'Names are ids, from which cloud names are made: a lower-case letter first, then lower-case letters, digits and single hyphens, no hyphen last. The Chinese name goes into the file.',
    },
  ),
  symbolicLink: define(
    'TY1008',
    { zh: '不允许符号链接', en: 'Symbolic links are not allowed' },
    {
      zh: '链接可以指向仓库之外的文件，审阅者看到的也不是实际内容。请用普通文件代替。',
      en: 'A link can lead out of the repository, and a reviewer does not see what it leads to. Put the file itself there.',
    },
  ),
  notRegular: define(
    'TY1009',
    { zh: '不是普通文件', en: 'Not a regular file' },
    {
      zh: '管道、设备、套接字以及以 .yaml 命名的文件夹从不打开：读取它们可能永远不会结束。请删除或者改名。',
      en: 'Pipes, devices, sockets and folders named .yaml are never opened: reading them might never end. Remove or rename it.',
    },
  ),
  collision: define(
    'TY1010',
    { zh: '两个名称仅大小写或 Unicode 形式不同', en: 'Two names differ only in case or in Unicode form' },
    {
      zh: '在 Windows 和 macOS 上二者是同一个文件，其中一个会消失。请更改其中一个名称。',
      en: 'On Windows and macOS they are one file, and one of the two vanishes. Rename one.',
    },
  ),
  tooManyEntries: define(
    'TY1011',
    { zh: '文件数量超过上限', en: 'Too many files' },
    {
      zh: '数量上限用于防止资源耗尽。请将无关文件移出 catalogue/ 和 tenants/，或者拆分为多个数据仓库。',
      en: 'The limit keeps the tool from running out of memory. Move foreign files out of catalogue/ and tenants/, or split the repository.',
    },
  ),
  repositoryTooLarge: define(
    'TY1012',
    { zh: '申请文件总大小超过上限', en: 'The manifests are too large together' },
    {
      zh: '总大小上限用于防止资源耗尽。请检查是否混入了其他数据。',
      en: 'The limit keeps the tool from running out of memory. Look for foreign data among the manifests.',
    },
  ),
  cacheInside: define(
    'TY1013',
    {
      zh: '读取缓存未启用：缓存目录位于数据仓库之内',
      en: 'The read cache is off: its directory lies inside the data repository',
    },
    {
      zh: '仓库内的缓存可以随变更一并提交，从而伪造读取结果。请将缓存目录设在仓库之外（XDG_CACHE_HOME）。',
      en: 'A change could bring a forged cache along with it. Put the cache directory (XDG_CACHE_HOME) outside the repository.',
    },
    'info',
  ),
  machineFile: define(
    'TY1014',
    {
      zh: '数据仓库中有程序，或者属于机器的配置、凭据或者状态',
      en: 'A program, or configuration, credentials or state of a machine, lies in the data repository',
    },
    {
      zh: '数据仓库是输入：其中任何文件都不得决定执行什么、凭据送往何处、Terraform 读取什么，因此此类文件从不读取。请移出仓库；已提交的凭据视为泄露，须更换。',
      en: 'A data repository is input: nothing in it may decide what runs, where secrets go or what Terraform loads, so such files are never read. Move it out; a credential that was committed is known to others and must be replaced.',
    },
  ),
  trackedOutput: define(
    'TY1015',
    { zh: '工具的输出被提交到 Git', en: 'Output of the tool is held by git' },
    {
      zh: '.tenantry/、cdktf.out/ 和 node_modules/ 由工具在本机生成；提交后，变更就能替换其中的内容。请用 git rm -r --cached 移出，并写入 .gitignore。',
      en: 'The tool makes .tenantry/, cdktf.out/ and node_modules/ on each machine; once git holds them, a change can replace what lies in them. Take them out with git rm -r --cached and name them in .gitignore.',
    },
  ),
  editorFile: define(
    'TY1016',
    { zh: '编辑器或者文件管理器留下的文件', en: 'A file that an editor or a file manager left behind' },
    {
      zh: '此类文件不读取，也不影响检查。请写入 .gitignore，避免提交。',
      en: 'It is not read and changes nothing. Name it in .gitignore, so that it is not committed.',
    },
    'info',
  ),
  tooManyMisplaced: define(
    'TY1017',
    { zh: '放错位置或者无法读取的文件过多', en: 'Too many files are misplaced or broken' },
    {
      zh: '数量上限用于防止资源耗尽；其余文件未检查。请检查是否混入了其他数据，处理后再次检查。',
      en: 'The limit keeps the tool from running out of memory; the rest was not looked at. Look for foreign data, mend what is shown, and check again.',
    },
  ),
  gitSilent: define(
    'TY1018',
    { zh: '无法向 Git 查询仓库内容', en: 'Git cannot say what it holds' },
    {
      zh: '不能确定仓库中提交了什么：输出文件夹、链接或者子模块，因此按错误处理。请检查 git 是否可用，以及仓库是否归当前用户所有；属于他人而可信的仓库，运行 git config --global --add safe.directory 路径。',
      en: 'What is committed (output, links, submodules) cannot be told, so it counts as an error. Check that git works here and that the repository belongs to the user; for one of another user that you trust, run `git config --global --add safe.directory PATH`.',
    },
  ),
  notEdited: define(
    'TY1019',
    { zh: '无法自动改写文件', en: 'A file cannot be edited by the tool' },
    {
      zh: '文件的写法不允许在不改动其他内容的情况下写入，或者文件在读取之后被改动；没有写入任何文件。请手工写入所列内容，或者再次运行。',
      en: 'The file is written so that nothing can be put in without changing something else, or it was changed after it was read; no file was written. Enter what is listed by hand, or run the command again.',
    },
  ),
  layout: define(
    'TY1020',
    { zh: '写法未统一', en: 'A file is laid out in a way of its own' },
    {
      zh: '缩进、空格、引号和换行符统一后，合并请求只显示内容上的改动。运行 tenantry fmt 改写；内容和注释不变。',
      en: 'Where indentation, blanks, quotes and line ends are the same everywhere, a pull request shows changes of content alone. `tenantry fmt` writes the file anew; content and comments stay.',
    },
  ),
  otherVersion: define(
    'TY1021',
    { zh: '数据仓库指定了另一个版本的工具', en: 'The data repository names another version of the tool' },
    {
      zh: '校验和交付须由同一版本进行，否则审阅的与执行的可能不同。请安装 catalogue/tenantry.version 所写的版本；升级时由目录的所有者在合并请求中改写该文件，只写一行版本号。',
      en: 'Check and delivery must be done by one version, or what was reviewed may not be what runs. Install the one that catalogue/tenantry.version names; to upgrade, the catalogue’s owner changes that file, one line with a version, by a pull request.',
    },
  ),
  unclearName: define(
    'TY1022',
    {
      zh: '名称并非在人人看来、在每台机器上都一样',
      en: 'A name that is not the same to everybody and on every machine',
    },
    {
      zh: '不可见字符、改变显示方向的字符会使评审者看到另一个名称；Windows 不能保存的名称，在那里无法签出。请改名。',
      en: 'With characters that are invisible or turn the direction of text a reviewer sees another name; one that Windows cannot hold is not checked out there. Rename it.',
    },
  ),
  tooLarge: define(
    'TY1101',
    { zh: '文件过大', en: 'The file is too large' },
    {
      zh: '一个系统的申请只有几千字节；大小上限防止恶意文件拖垮检查。请将附件移入 papers/，将目录拆分为多个文件。',
      en: 'A request has a few kilobytes; the limit keeps hostile files from stalling the check. Move papers into papers/, split catalogues into several files.',
    },
  ),
  empty: define(
    'TY1102',
    { zh: '文件没有内容', en: 'The file has no content' },
    {
      zh: '空文件或者只有注释的文件不是申请，也不代表注销。请填写内容；注销请按办理流程进行。',
      en: 'An empty file, or one of comments only, is no request and ends none. Fill it in; a system ends by its lifecycle.',
    },
  ),
  wideEncoding: define(
    'TY1103',
    { zh: '文件编码为 UTF-16 或者 UTF-32', en: 'The file is encoded in UTF-16 or UTF-32' },
    {
      zh: '只接受 UTF-8。在 Windows 记事本中另存时，“编码”应选“UTF-8”，不选“Unicode”。',
      en: 'Only UTF-8 is taken. In Windows Notepad choose “UTF-8”, not “Unicode”, when saving.',
    },
  ),
  byteOrderMark: define(
    'TY1104',
    { zh: '文件带有 BOM', en: 'The file starts with a byte order mark' },
    {
      zh: 'BOM 不可见，却使同样的内容得到不同的摘要。请另存为“UTF-8（无 BOM）”。',
      en: 'The mark is invisible and gives the same content another digest. Save the file as UTF-8 without BOM.',
    },
  ),
  binary: define(
    'TY1105',
    { zh: '文件不是文本', en: 'The file is not a text' },
    {
      zh: '文件含有零字节，可能是图片、压缩包或者损坏的文件。材料附件请放入 papers/ 文件夹。',
      en: 'It holds zero bytes: a picture, an archive or a damaged file. Papers belong in a papers/ folder.',
    },
  ),
  notUtf8: define(
    'TY1106',
    { zh: '文件不是有效的 UTF-8', en: 'The file is not valid UTF-8' },
    {
      zh: '其他编码（如 GB 18030）无法可靠识别，猜错即改变内容。请另存为 UTF-8。',
      en: 'Other encodings, such as GB 18030, cannot be told for certain, and a wrong guess changes the content. Save the file as UTF-8.',
    },
  ),
  lineEnds: define(
    'TY1107',
    { zh: '换行符不是 LF', en: 'Line ends are not LF' },
    {
      zh: '换行符不同，文件摘要就不同，单独的 CR 还能在审阅界面中隐藏内容。请改为 LF，并在 .gitattributes 中固定。',
      en: 'Other line ends change the digest, and a lone CR can hide text in a review. Use LF and fix it in .gitattributes.',
    },
  ),
  tab: define(
    'TY1201',
    { zh: '含有制表符', en: 'A tab character' },
    {
      zh: 'YAML 不允许用制表符缩进，其宽度在各编辑器中也不相同。请改用空格。',
      en: 'YAML forbids tabs in indentation, and their width differs between editors. Use spaces.',
    },
  ),
  control: define(
    'TY1202',
    { zh: '含有控制字符', en: 'A control character' },
    {
      zh: '控制字符可以改写终端显示，不会出现在正常文字中。请删除。',
      en: 'Control characters can rewrite a terminal and stand in no honest text. Delete it.',
    },
  ),
  bidi: define(
    'TY1203',
    { zh: '含有改变文字方向的字符', en: 'A character that changes the direction of text' },
    {
      zh: '此类字符使审阅者看到的顺序与机器读到的不同（CVE-2021-42574）。请删除。',
      en: 'Such characters make a reviewer see another order than the machine reads (CVE-2021-42574). Delete it.',
    },
  ),
  invisible: define(
    'TY1204',
    { zh: '含有不可见字符', en: 'An invisible character' },
    {
      zh: '零宽字符、软连字符等不显示，却使两个看似相同的名称不同。常由网页或者文档粘贴带入，请删除。',
      en: 'Zero-width characters and the like do not show, yet tell two equal-looking names apart. They come with pasted text: delete them.',
    },
  ),
  notNormal: define(
    'TY1205',
    { zh: '文字未采用规范形式 NFC', en: 'Text is not in normal form NFC' },
    {
      zh: '同一个字可由不同编码组成，看似相同却不相等，兼容汉字亦是如此。请改为规范形式。',
      en: 'One character can be written by several code sequences that look the same and compare unequal; so do compatibility ideographs. Use the normal form.',
    },
  ),
  oddSpace: define(
    'TY1206',
    { zh: '含有特殊空格', en: 'A special space' },
    {
      zh: '不间断空格等看似普通空格，YAML 却将其视为文字。请改用普通空格；全角空格 U+3000 可以使用。',
      en: 'No-break spaces and the like look like a space, but YAML reads them as text. Use the ordinary space; the ideographic space U+3000 is allowed.',
    },
  ),
  unreadableCharacter: define(
    'TY1207',
    { zh: '含有无统一含义的字符', en: 'A character without a shared meaning' },
    {
      zh: '私用区字符在每台机器上显示不同，U+FFFD 表示文字曾被错误转换。人名生僻字请使用 GB 18030-2022 规定的正式编码。',
      en: 'Private-use characters look different on each machine, and U+FFFD is left by a failed conversion. For rare ideographs in names use the code of GB 18030-2022.',
    },
  ),
  radical: define(
    'TY1208',
    { zh: '含有形似汉字的部首字符', en: 'A radical that only looks like an ideograph' },
    {
      zh: '从 PDF 复制的文字常含康熙部首，看似汉字而编码不同，无法检索和比对。请改为对应汉字。',
      en: 'Text copied from a PDF often holds Kangxi radicals, which look like ideographs and match none. Write the ideograph.',
    },
  ),
  template: define(
    'TY1209',
    { zh: '含有模板标记 ${ 或 %{', en: 'A template mark ${ or %{' },
    {
      zh: 'Terraform 会执行此类文字，可借此读取执行机上的文件。任何键和值中都不得出现；注释从不进入 Terraform，不受此限。',
      en: 'Terraform runs such text, which can read files of the machine that applies it. No key and no value may hold it; comments never reach Terraform and may.',
    },
  ),
  piledMarks: define(
    'TY1210',
    { zh: '一个字符上叠加的符号过多', en: 'Too many marks on one character' },
    {
      zh: '叠加数十个符号的文字遮盖上下各行，并耗费大量处理时间。请删除多余符号。',
      en: 'Dozens of marks piled on one letter cover the lines around it and take very long to process. Delete them.',
    },
  ),
  directive: define(
    'TY1301',
    { zh: '不允许 YAML 指令', en: 'YAML directives are not allowed' },
    {
      zh: '“%YAML 1.1”等指令会改变其后文字的含义（no 变为假，0755 变为 493）。请删除以 % 开头的行。',
      en: 'A directive such as “%YAML 1.1” changes what the text after it means (no becomes false, 0755 becomes 493). Delete the line that starts with %.',
    },
  ),
  severalDocuments: define(
    'TY1302',
    { zh: '一个文件只能有一个文档', en: 'A file holds one document' },
    {
      zh: '以“---”分隔的后续文档可能被忽略。请将每个系统写在单独的文件中。',
      en: 'Documents after a “---” could be overlooked. Write each system into a file of its own.',
    },
  ),
  tag: define(
    'TY1303',
    { zh: '不允许 YAML 标签', en: 'YAML tags are not allowed' },
    {
      zh: '以“!”开头的标签可以要求构造任意类型的值。请删除标签；以“!”开头的文字请加引号。',
      en: 'A tag, which starts with “!”, asks for a value of any type. Delete it; put text that starts with “!” in quotes.',
    },
  ),
  anchor: define(
    'TY1304',
    { zh: '不允许 YAML 锚点', en: 'YAML anchors are not allowed' },
    {
      zh: '引用使审阅者无法就地看到内容，也是“YAML 炸弹”的手段。请将内容写全；以“&”开头的文字请加引号。',
      en: 'References hide content from the reviewer and make “YAML bombs”. Write the content out; put text that starts with “&” in quotes.',
    },
  ),
  alias: define(
    'TY1305',
    { zh: '不允许 YAML 别名', en: 'YAML aliases are not allowed' },
    {
      zh: '引用使审阅者无法就地看到内容，也是“YAML 炸弹”的手段。请将内容写全；以“*”开头的文字请加引号。',
      en: 'References hide content from the reviewer and make “YAML bombs”. Write the content out; put text that starts with “*” in quotes.',
    },
  ),
  mergeKey: define(
    'TY1306',
    { zh: '不允许合并键 <<', en: 'The merge key << is not allowed' },
    {
      zh: 'YAML 1.2 没有合并键，各种工具的处理不同。请将内容写全。',
      en: 'YAML 1.2 has no merge key, and tools differ in what they make of it. Write the content out.',
    },
  ),
  tooDeep: define(
    'TY1307',
    { zh: '嵌套层次过深', en: 'Nested too deeply' },
    {
      zh: '规定的内容不超过十层；过深的嵌套用于耗尽内存。请检查括号和缩进。',
      en: 'The schemas need no more than ten levels; deep nesting serves to exhaust memory. Check brackets and indentation.',
    },
  ),
  tooManyPieces: define(
    'TY1308',
    { zh: '文件内容项过多', en: 'The file holds too many pieces' },
    {
      zh: '内容项上限用于防止资源耗尽。请拆分文件。',
      en: 'The limit keeps hostile files from exhausting memory. Split the file.',
    },
  ),
  tooManyKeys: define(
    'TY1309',
    { zh: '一个映射中的键过多', en: 'A map has too many keys' },
    {
      zh: '规定的内容中没有如此大的映射，大量条目均为列表。请检查内容。',
      en: 'No schema has a map as large as this; large collections are lists. Check the content.',
    },
  ),
  notMap: define(
    'TY1310',
    { zh: '文件内容应为键值映射', en: 'The file must hold a map of keys and values' },
    {
      zh: '每个文件的最外层都是映射，首行通常为“apiVersion: tenantry/v1”。键后应为半角冒号加空格，不是全角冒号。',
      en: 'The outermost level of every file is a map, usually starting with “apiVersion: tenantry/v1”. After a key comes an ASCII colon and a space.',
    },
  ),
  duplicateKey: define(
    'TY1311',
    { zh: '键重复', en: 'A key stands twice' },
    {
      zh: '同一映射中的键只能出现一次，否则以哪一个为准并不确定。带引号与不带引号视为同一个键。请删除其中一个。',
      en: 'A key stands once in a map, or it is unclear which one counts. Quotes do not make another key. Remove one.',
    },
  ),
  badKey: define(
    'TY1312',
    { zh: '键应为非空文字', en: 'A key must be a text that is not empty' },
    {
      zh: '键不能为空，也不能是列表或者映射。请检查冒号前的内容。',
      en: 'A key is neither empty nor a list or map. Check what stands before the colon.',
    },
  ),
  reservedKey: define(
    'TY1313',
    { zh: '键名为保留名称', en: 'The key is a reserved name' },
    {
      zh: '__proto__、constructor 等名称在程序中另有含义，可被用于篡改程序行为。请改用其他名称。',
      en: 'Names such as __proto__ and constructor mean something else to programs and serve to tamper with them. Choose another.',
    },
  ),
  noValue: define(
    'TY1314',
    { zh: '键或列表项没有值', en: 'A key or list item has no value' },
    {
      zh: '空值（包括 null 和 ~）不表明“没有”还是“未填写”。请填写，或者删除该键。',
      en: 'An empty value, null or ~ leaves open whether it means “none” or “not filled in”. Fill it in or remove the key.',
    },
  ),
  notFinite: define(
    'TY1315',
    { zh: '数值不是有限数', en: 'The number is not finite' },
    {
      zh: '.nan 与 .inf 不能用于数量和限额。请填写具体数值。',
      en: '.nan and .inf are no quantities. Write a number.',
    },
  ),
  numberTooLarge: define(
    'TY1316',
    { zh: '数值超出可准确表示的范围', en: 'The number is too large to be exact' },
    {
      zh: '绝对值大于 9007199254740991 的整数会被悄悄改动。编号请加引号写作文字。',
      en: 'Integers beyond 9007199254740991 would change silently. Put numbers that are identifiers in quotes.',
    },
  ),
  numberForm: define(
    'TY1317',
    { zh: '数值写法会改变其内容', en: 'The number would not be read as written' },
    {
      zh: '0755、0x10、1e3、1.10 等读出后与所写不同（如 1.10 读作 1.1）。数量请用普通十进制书写；编号、版本和金额请加引号。',
      en: '0755, 0x10, 1e3 or 1.10 read back differently (1.10 as 1.1). Write quantities in plain decimal; put identifiers, versions and money in quotes.',
    },
  ),
  unclosedQuote: define(
    'TY1318',
    { zh: '引号未闭合', en: 'A quote is not closed' },
    {
      zh: '缺少结束引号，其后的全部内容都成为这段文字。请补上引号。',
      en: 'Without the closing quote everything after it becomes part of the text. Close it.',
    },
  ),
  unclosedBracket: define(
    'TY1319',
    { zh: '括号未闭合', en: 'A bracket is not closed' },
    {
      zh: '“[”或者“{”没有对应的“]”或者“}”，或者其后的行缩进不足。请补上括号。',
      en: 'A “[” or “{” lacks its “]” or “}”, or the lines after it are not indented enough. Close it.',
    },
  ),
  indentation: define(
    'TY1320',
    { zh: '缩进有误', en: 'Wrong indentation' },
    {
      zh: '同一层的键应从同一列开始，下一层应更靠右。请对齐。',
      en: 'Keys of one level start at one column, those of the next further right. Align them.',
    },
  ),
  escape: define(
    'TY1321',
    { zh: '转义写法有误', en: 'Wrong escape' },
    {
      zh: '双引号内的反斜线表示转义。若只是普通文字，请改用单引号。',
      en: 'A backslash in double quotes starts an escape. Use single quotes for plain text.',
    },
  ),
  syntax: define(
    'TY1322',
    { zh: 'YAML 语法有误', en: 'YAML syntax error' },
    {
      zh: '文件无法按 YAML 读取。请按所示位置修改；常见原因是冒号后缺少空格、使用全角标点，或者文字含有特殊字符而未加引号。',
      en: 'The file cannot be read as YAML. Mend it at the place shown; often a space after a colon is missing, punctuation is full-width, or text with special characters lacks quotes.',
    },
  ),
  parserFailure: define(
    'TY1323',
    { zh: 'YAML 解析器无法处理该文件', en: 'The YAML parser cannot handle the file' },
    {
      zh: '解析器出现意外错误，文件不予采用。请简化内容；若内容正常，请报告该问题。',
      en: 'The parser failed in an unexpected way, so the file is refused. Simplify it; if it looks normal, report the case.',
    },
  ),
  conflict: define(
    'TY1324',
    { zh: '存在未处理的合并冲突', en: 'A merge conflict is not resolved' },
    {
      zh: '“<<<<<<<”至“>>>>>>>”之间是两个版本的内容。请保留正确的内容，并删除这三行标记。',
      en: 'Between “<<<<<<<” and “>>>>>>>” stand two versions. Keep the right one and delete the three marker lines.',
    },
  ),
  joinedLines: define(
    'TY1325',
    { zh: '引号内的行末不能有反斜线', en: 'No backslash at the end of a line within quotes' },
    {
      zh: '行末的反斜线把两行并为一行，各种程序得到的文字并不相同。请将文字写在一行内，或者使用“|”逐行书写。',
      en: 'A backslash at the end of a line joins it to the next, and programs differ in the text that comes out. Write it on one line, or line by line after “|”.',
    },
  ),
  trailingBlanks: define(
    'TY1326',
    { zh: '逐行文字以空格行结尾', en: 'A text by lines ends in a line of blanks' },
    {
      zh: '“|2”“|+”等写法之后，末尾的空格行是否属于文字，各种程序的读法不同。请删除这些空格，或者改用引号。',
      en: 'After “|2”, “|+” and their like, programs differ over whether blanks in the last lines belong to the text. Delete them, or use quotes.',
    },
  ),
  fullWidth: define(
    'TY1327',
    { zh: '以全角符号代替了半角符号', en: 'A full-width sign stands in place of an ASCII one' },
    {
      zh: '冒号、逗号、括号、引号、短横线、井号、数字和空格在结构中须为半角；全角的只是文字。将输入法切换为英文标点后改写，或者运行 tenantry validate --fix。名称、理由等文字中的全角标点不受影响。',
      en: 'Colons, commas, brackets, quotes, dashes, hashes, digits and blanks that make structure are those of ASCII; full-width ones are text. Switch the input method and write them anew, or run `tenantry validate --fix`. Full-width punctuation within names and reasons is right.',
    },
  ),
  bareBrackets: define(
    'TY1328',
    { zh: '括号内的文字含有括号而未加引号', en: 'A text with brackets stands unquoted within brackets' },
    {
      zh: '在“{ }”或者“[ ]”之内，文字中的括号会被视为结构，如文号“西教字[2026]9号”。请给这段文字加引号，或者改用“〔〕”。',
      en: 'Within “{ }” or “[ ]”, brackets of a text are taken for structure, as in the number “西教字[2026]9号”. Put the text in quotes, or write 〔〕.',
    },
  ),
  newerVersion: define(
    'TY1329',
    { zh: '文件采用更新的格式', en: 'The file has a newer form' },
    {
      zh: '本程序不了解该格式，不能按旧格式理解其内容。请改用更新版本的 tenantry；不要改写 apiVersion。',
      en: 'What it says cannot be understood by the rules of an older form. Use a newer tenantry, and leave apiVersion as it is.',
    },
  ),
  olderVersion: define(
    'TY1330',
    { zh: '文件采用旧格式', en: 'The file has an older form' },
    {
      zh: '旧格式始终可以读取，内容不受影响。运行 tenantry migrate 即改写为当前格式；宜单独提交，不改变任何授予。',
      en: 'Older forms are read for ever and mean what they meant. `tenantry migrate` writes the file in the present form; it is best a change of its own, and grants nothing.',
    },
  ),
  moreFindings: define(
    'TY1399',
    { zh: '该文件还有其他问题未列出', en: 'The file has more findings than are shown' },
    {
      zh: '一个文件列出的问题有数量上限。请先处理已列出的问题，再次检查。',
      en: 'The findings of a file are capped. Mend those shown and check again.',
    },
    'info',
  ),
} as const satisfies Record<string, CodeDefinition>

/** The reader's part of the code table, in order of code. */
export const readCodes: readonly CodeDefinition[] = Object.values(codes)
