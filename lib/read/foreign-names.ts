// Names of files that belong to a machine or to a program, and to no data repository.

/** What stands in a name of its own, whatever folder it lies in. Held against names in lower case. */
const ofMachines: readonly RegExp[] = [
  // OpenStack: its libraries look for these in the working directory, and merge `secure` into `clouds`.
  /^(?:clouds|clouds-public|secure)\.(?:ya?ml|json)$/,
  /^openrc(?:[-._].*)?$|openrc(?:\.(?:sh|bash|zsh|fish|ps1|bat|cmd))?$|^keystonerc/,
  /^os_/,
  // Terraform and OpenTofu read every file of these kinds that lies where they run.
  /\.(?:tf|tofu)(?:\.json)?$/,
  /\.(?:tfvars|tofuvars)(?:\.json)?$/,
  /\.tfstate(?:\..*)?$/,
  /\.(?:tfplan|tfbackend|tftest\.hcl|tftest\.json|tfmock\.hcl|tfquery\.hcl|tofutest\.hcl)$/,
  /^\.(?:terraform|tofu|terragrunt)/,
  /^(?:terraform|tofu|terragrunt)\.(?:rc|hcl|d)$|^tfplan$/,
  /^tf_/,
  /^cdktf\.json$/,
  // Environments, and programs that run what a folder tells them to.
  /^\.env/,
  /\.env$/,
  /^\.?(?:mise|rtx)\.toml$|^\.tool-versions$/,
  /^\.(?:aws|azure|config|docker|kube|gnupg|ssh|gcloud|openstack|postgresql)$|^kubeconfig/,
  // Passwords and keys.
  /^[._](?:netrc|pgpass|pypirc|git-credentials|vault-token|htpasswd|s3cfg|boto|my\.cnf|mylogin\.cnf)$/,
  /^\.?(?:pg_service|pgpass|rclone)\.conf$|^\.(?:curlrc|wgetrc|psqlrc|dockercfg)$/,
  /^(?:application_default_)?credentials(?:\.json)?$|^service[-_]account.*\.json$/,
  /^(?:known_hosts|authorized_keys)$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)?(?:\.|$)/,
  /\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk)$/,
  // What git, npm and their like do here. Of the root's own `.git` nobody asks.
  /^\.git$|^git~\d$/,
  /^\.(?:gitconfig|gitmodules|lfsconfig|hgrc)$/,
  /^\.(?:npmrc|yarnrc(?:\.ya?ml)?|pnpmfile\.cjs)$|^(?:package(?:-lock)?\.json|bunfig\.toml)$/,
  // Programs, and what a double click would run: no paper is one.
  /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|psm1|vbs|vbe|wsf|hta|jar|class|app|apk|lnk|desktop|reg)$/,
  /\.(?:sh|bash|zsh|fish|so|dylib|elf|deb|rpm|appimage|wasm)$/,
  /\.(?:[cm]?[jt]sx?|py[cow]?|rb|pl|php|lua|awk)$/,
]

/** What editors, file managers and broken-off copies leave behind. */
const ofEditors: readonly RegExp[] = [
  /~$/,
  /^#.*#$|^\.#|^~\$|^\$recycle\.bin$/,
  /\.(?:swp|swo|swn|swx|bak|tmp|temp|orig|rej|part)$/,
  /^4913$/,
  /^(?:\.ds_store|\._.*|thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory|\.localized)$/,
  /^\.(?:idea|vscode|vs|fleet|zed|settings|project|classpath)$/,
  /\.(?:code-workspace|sublime-project|sublime-workspace|iml)$/,
  // A file of this tool that was being written when the machine stopped.
  /^\..+\.[0-9a-f]{12}$/,
]

/** What the tool and its like write here; it may lie there as long as git does not hold it. */
const output: ReadonlySet<string> = new Set(['.tenantry', 'cdktf.out', 'node_modules'])

export type ForeignName = 'machine' | 'editor'

/** Case, Unicode form, and the dots and blanks that Windows leaves away at the end make no other name. */
export function foreignName(name: string): ForeignName | undefined {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[. ]+$/, '')
  if (ofMachines.some(pattern => pattern.test(folded))) return 'machine'
  return ofEditors.some(pattern => pattern.test(folded)) ? 'editor' : undefined
}

/** What an editor writes around the name of the file that it keeps a copy of. */
const copied = /^(?:#|\.#|~\$|\._)|(?:\.~\d+)?[~#]$|\.(?:sw[a-z]|bak|tmp|temp|orig|rej|part|[0-9a-f]{12})$/g

/** Which file something may be a copy of that an editor left: of some, a dot before the name is the editor's too. */
export function originalNames(name: string): readonly string[] {
  const bare = name.replace(copied, '')
  return [bare, bare.replace(/^\./, '')]
}

/** Whether a folder of these names would be taken for a repository by git, which then runs what its settings name. */
export function isGitFolder(names: readonly string[]): boolean {
  const held = new Set(names.map(name => name.toLowerCase()))
  return held.has('head') && (held.has('commondir') || (held.has('objects') && held.has('refs')))
}

/** Of the repository's root. Differently written it is a name like any other. */
export function isOutput(name: string): boolean {
  return output.has(name)
}
