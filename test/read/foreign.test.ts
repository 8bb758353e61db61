import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AskGit, readRepository } from '../../lib/read/index.ts'
import { limits } from '../../lib/read/limits.ts'
import { catalogue, repository, write } from './tree.ts'

function found(root: string, askGit?: AskGit): string[] {
  const { findings } = readRepository(root, askGit === undefined ? {} : { askGit })
  return findings.map(({ code, severity, file }) => `${code} ${severity} ${file}`)
}

const held =
  (tracked: readonly string[], ignored: readonly string[]): AskGit =>
  () => ({ tracked: new Set(tracked), ignored: new Set(ignored) })

describe('configuration of a machine is an error, and is not read', () => {
  const names = [
    ...[
      'clouds.yaml',
      'clouds.yml',
      'CLOUDS.YAML',
      'clouds.json',
      'clouds-public.yaml',
      'secure.yaml',
      'Secure.yml',
    ],
    ...[
      'clouds.yaml.',
      'main.tf',
      'MAIN.TF',
      'zz.tf.json',
      'z_override.tf',
      'x.tofu',
      'a.tfvars',
      'a.auto.tfvars.json',
    ],
    ...[
      'terraform.tfstate',
      'terraform.tfstate.backup',
      'a.tfplan',
      '.terraformrc',
      'terraform.rc',
      '.terraform',
    ],
    ...[
      '.terraform.lock.hcl',
      '.tofurc',
      'terragrunt.hcl',
      'b.tfbackend',
      '.env',
      '.env.local',
      '.envrc',
      'prod.env',
    ],
    ...[
      'TF_VAR_x',
      'tf_cli_args',
      'OS_PASSWORD',
      'openrc',
      'openrc.sh',
      'admin-openrc.sh',
      'openrc-admin',
      '.netrc',
    ],
    ...[
      'id_rsa',
      'id_ed25519.pub',
      'server.pem',
      'server.KEY',
      'a.p12',
      '.npmrc',
      'cdktf.json',
      'package.json',
    ],
    ...['run.sh', 'SETUP.EXE', 'a.ps1', 'macro.js', 'notes.py', 'lib.so', 'page.mjs', 'view.tsx', '打开.lnk'],
    ...[
      '.gitmodules',
      '.lfsconfig',
      '.aws',
      '.ssh',
      '.config',
      '.kube',
      '.docker',
      'kubeconfig',
      '.vault-token',
    ],
    ...['keystonerc_admin', 'terraform.d', 'tfplan', '.postgresql', '.s3cfg', '.boto', '.my.cnf', '.curlrc'],
    ...['.pg_service.conf', 'pg_service.conf', 'rclone.conf', 'credentials', 'credentials.json'],
    ...['application_default_credentials.json', 'service-account.json', 'known_hosts', 'authorized_keys'],
    ...['.env.bak', '#secure.yml#', '.clouds.json.swp', '._.netrc', '.netrc.swp', '~$x.tfvars'],
    ...['.#x.tfstate', 'openrc.orig', 'secure.yml.~1~', '.clouds.yml.0123456789ab', 'GIT~1'],
  ]

  /** At the place of a manifest, these are manifests. */
  const systemNames: ReadonlySet<string> = new Set(['clouds.yaml', 'clouds-public.yaml', 'secure.yaml'])
  const manifestPlaces: ReadonlySet<string> = new Set(['tenants/ningwu/jiaoyuju/', 'catalogue/services/'])

  test.each([...systemNames])(
    'but a system or a service category may be called %s: it is read as one',
    name => {
      const root = repository(catalogue)
      for (const place of manifestPlaces) write(root, place + name, 'a: [')
      expect(found(root)).toEqual([...manifestPlaces].toSorted().map(place => `TY1319 error ${place}${name}`))
      for (const place of manifestPlaces) write(root, place + name, 'a: 1\n')
      const { documents, findings } = readRepository(root)
      expect(findings).toEqual([])
      expect(documents.map(({ file }) => file)).toEqual(
        expect.arrayContaining([`tenants/ningwu/jiaoyuju/${name}`]),
      )
    },
  )

  test('but at the place of a manifest too where it is a folder or a link', () => {
    const root = repository(catalogue)
    mkdirSync(join(root, 'tenants/ningwu/jiaoyuju/clouds.yaml'), { recursive: true })
    symlinkSync('/dev/null', join(root, 'tenants/ningwu/jiaoyuju/secure.yaml'))
    expect(found(root)).toEqual([
      'TY1014 error tenants/ningwu/jiaoyuju/clouds.yaml',
      'TY1014 error tenants/ningwu/jiaoyuju/secure.yaml',
    ])
  })

  test('and says of a paper how it may stay', () => {
    const root = repository({ ...catalogue, 'tenants/ningwu/jiaoyuju/papers/合同.key': '', 'docs/a.key': '' })
    const fixes = readRepository(root).findings.map(({ file, fix }) => [
      file,
      fix?.message.en.includes('PDF'),
    ])
    expect(fixes).toEqual([
      ['docs/a.key', false],
      ['tenants/ningwu/jiaoyuju/papers/合同.key', true],
    ])
  })

  test.each(names)('%s in the root, below it, and among papers', name => {
    const all = [
      '',
      'tenants/ningwu/jiaoyuju/',
      'tenants/ningwu/jiaoyuju/papers/2026/',
      'catalogue/services/',
      'docs/',
      '.github/',
    ]
    const root = repository(catalogue)
    const places = all.filter(place => !(systemNames.has(name) && manifestPlaces.has(place)))
    for (const place of places) write(root, place + name, 'a: [')
    expect(found(root).toSorted()).toEqual(places.map(place => `TY1014 error ${place}${name}`).toSorted())
  })

  test('but an editor’s copy of a system stays one, whatever the system is called', () => {
    const copies = ['clouds.yaml~', '.secure.yaml.swp', 'clouds-public.yaml.bak']
    const unit = 'tenants/ningwu/jiaoyuju'
    const root = repository({
      ...catalogue,
      ...Object.fromEntries(copies.map(name => [`${unit}/${name}`, ''])),
    })
    expect(found(root).toSorted()).toEqual(copies.map(name => `TY1016 info ${unit}/${name}`).toSorted())
  })

  test.each([
    ['HEAD', 'objects/x', 'refs/x'],
    ['head', 'commondir'],
  ])('as a repository of git’s that lies bare among papers or notes: %s', (...files) => {
    const places = ['docs/a', 'tenants/ningwu/jiaoyuju/papers', '.github']
    const laid = places.flatMap(place => files.map(file => [`${place}/${file}`, '']))
    expect(found(repository({ ...catalogue, ...Object.fromEntries(laid) })).toSorted()).toEqual(
      places.map(place => `TY1014 error ${place}`).toSorted(),
    )
    const nearly = files.slice(1).map(file => [`docs/a/${file}`, ''])
    expect(found(repository({ ...catalogue, ...Object.fromEntries(nearly) }))).toEqual([])
  })

  test('also where git would take a folder below the root for another repository', () => {
    const root = repository({ ...catalogue, 'docs/.git': '', 'papers/.GIT/config': '' })
    mkdirSync(join(root, '.git'))
    expect(found(root)).toEqual(['TY1014 error docs/.git', 'TY1014 error papers/.GIT'])
  })

  test('as a folder or a link, too', () => {
    const root = repository(catalogue)
    mkdirSync(join(root, 'clouds.yaml'))
    mkdirSync(join(root, '.env'))
    write(root, '.env/x', '')
    symlinkSync('/dev/null', join(root, 'secure.yaml'))
    expect(found(root)).toEqual(['TY1014 error .env', 'TY1014 error clouds.yaml', 'TY1014 error secure.yaml'])
  })

  test('that git ignores is a note, unless git holds it all the same', () => {
    const root = repository({ ...catalogue, 'clouds.yaml': '', '.env': '' })
    const git = held(['.env'], ['clouds.yaml', '.env'])
    expect(found(root, git)).toEqual(['TY1014 error .env', 'TY1014 info clouds.yaml'])
  })

  test.each(['terraform.lock.hcl', 'platform.yaml'])('and catalogue/%s has its place', name => {
    expect(found(repository({ ...catalogue, [`catalogue/${name}`]: 'a: 1\n' }))).toEqual([])
  })

  test.each([
    'os-linux.yaml',
    'tf-lab.yaml',
    'cloud.yaml',
    'envoy.yaml',
    'key.yaml',
    'my-openrc.yaml',
    'secure-mail.yaml',
  ])('and %s is a system like any other', name => {
    const root = repository({ ...catalogue, [`tenants/ningwu/jiaoyuju/${name}`]: 'a: 1\n' })
    expect(found(root)).toEqual([])
  })
})

describe('beside catalogue/ and tenants/', () => {
  test('lie notes, licences, owners, papers, evidence, documents and what forges read', () => {
    const files = [
      ...[
        'README.md',
        'README.zh-CN.md',
        'LICENSE',
        'LICENSE.txt',
        'CHANGELOG.md',
        'CODEOWNERS',
        '.gitignore',
        '.gitattributes',
      ],
      ...[
        '.mailmap',
        '.editorconfig',
        '.gitlab-ci.yml',
        'docs/a/b.md',
        'papers/x.pdf',
        'evidence/2026/1.json',
      ],
      ...['.github/workflows/tenantry.yml', '.gitlab/CODEOWNERS', '.gitea/workflows/x.yml', '.forgejo/x.yml'],
    ]
    const root = repository({ ...catalogue, ...Object.fromEntries(files.map(file => [file, ''])) })
    mkdirSync(join(root, '.git'))
    expect(found(root)).toEqual([])
  })

  test.each(['Makefile', 'notes.txt', 'script', 'READMEX', 'tenants.yaml', '.tenantryrc', '.tenantry.yaml'])(
    '%s has no place',
    name => {
      expect(found(repository({ ...catalogue, [name]: '' }))).toEqual([`TY1004 error ${name}`])
    },
  )

  test('a folder of another name has none, is not looked into, and a near miss is told', () => {
    const root = repository({ ...catalogue, 'tenant/a/b/c.yaml': '', 'src/clouds.yaml': '' })
    const { findings } = readRepository(root)
    expect(findings.map(({ code, file, fix }) => [code, file, fix?.message.en])).toEqual([
      ['TY1005', 'src', undefined],
      ['TY1005', 'tenant', 'rename it to tenants'],
    ])
  })

  test('what git ignores has none either, and is no finding', () => {
    const root = repository({ ...catalogue, 'build/x': '', 'out/y': '', 'tenants/ningwu/jiaoyuju/x.txt': '' })
    const git = held(['out'], ['build', 'out', 'tenants/ningwu/jiaoyuju/x.txt'])
    expect(found(root, git)).toEqual(['TY1005 error out'])
  })

  test('a link is refused, wherever it leads', () => {
    const root = repository(catalogue)
    symlinkSync('catalogue', join(root, 'docs'))
    symlinkSync('/tmp', join(root, '.tenantry'))
    expect(found(root)).toEqual(['TY1008 error .tenantry', 'TY1008 error docs'])
  })

  test('a folder where a file belongs is refused', () => {
    const root = repository(catalogue)
    mkdirSync(join(root, 'README.md'))
    expect(found(root)).toEqual(['TY1009 error README.md'])
  })

  test('the tool’s own root may hold the tool', () => {
    const root = repository({ ...catalogue, 'package.json': '', 'lib/x.ts': '', 'tenants/ningwu/x.tf': '' })
    const { findings } = readRepository(root, { isTool: true })
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual(['TY1014 tenants/ningwu/x.tf'])
  })
})

describe('output of the tool', () => {
  const root = () =>
    repository({ ...catalogue, '.tenantry/out/cdk.tf.json': '', 'cdktf.out/x': '', 'node_modules/y': '' })

  test('may lie there', () => {
    expect(found(root())).toEqual([])
  })

  test('is an error as soon as git holds any of it, ignored or not', () => {
    const git = held(['.tenantry', '.tenantry/out', 'cdktf.out'], ['.tenantry', 'node_modules'])
    expect(found(root(), git)).toEqual(['TY1015 error .tenantry', 'TY1015 error cdktf.out'])
  })

  test('is an error where git gives no answer', () => {
    const silent: AskGit = () => 'silent'
    expect(found(root(), silent)).toEqual([
      'TY1018 error .tenantry',
      'TY1018 error cdktf.out',
      'TY1018 error node_modules',
    ])
  })

  test.each(['.Tenantry', 'tenants/.tenantry', 'CDKTF.OUT'])('written %s has no place', folder => {
    expect(found(repository({ ...catalogue, [`${folder}/x`]: '' }))[0]).toMatch(/^TY10\d\d error/)
  })
})

test('what editors leave behind is a note, in any place', () => {
  const names = [
    '.a.yaml.swp',
    'a.yaml~',
    '.DS_Store',
    'Thumbs.db',
    '#a.yaml#',
    '.#a.yaml',
    '~$a.docx',
    'a.yaml.orig',
    '.a.yaml.0123456789ab',
  ]
  const places = ['', 'tenants/ningwu/jiaoyuju/', 'catalogue/']
  const files = places.flatMap(place => names.map(name => place + name))
  const root = repository({
    ...catalogue,
    ...Object.fromEntries(files.map(file => [file, 'a: ['])),
    '.vscode/settings.json': '',
    '.vscode/tasks.json': '',
    'tenants/.vscode/settings.json': '',
    '.idea/x': '',
  })
  expect(found(root).toSorted()).toEqual(
    [...files, '.idea', '.vscode/tasks.json', 'tenants/.vscode']
      .map(file => `TY1016 info ${file}`)
      .toSorted(),
  )
})

describe('a name in a place that takes any name', () => {
  const places = [
    'docs/',
    'evidence/2026/',
    '.gitea/',
    'tenants/ningwu/jiaoyuju/papers/1/',
    'catalogue/papers/',
  ]
  const bad = {
    'a line end': 'a\n##[error]b.pdf',
    'a control character': 'a\u001b[2Jb.pdf',
    'a turned direction': 'a\u202efdp.gpj',
    'nothing to be seen': 'a\u200bb.pdf',
    'another blank': 'a\u00a0b.pdf',
    'a radical': '\u2f00.pdf',
    'another Unicode form': 'e\u0301.pdf',
    'a character of nobody': '\ue000.pdf',
    'a sign of Windows’': 'a:b.pdf',
    'a backslash': '..\\a.pdf',
    'a blank at the end': 'a.pdf ',
    'a dot at the end': 'a.pdf.',
    'the name of a device': 'CON.pdf',
    'the name of a numbered device': 'lpt1',
  } as const

  test.each(Object.entries(bad))('is refused with %s, of a file and of a folder', (_, name) => {
    const root = repository(catalogue)
    for (const place of places) write(root, place + name, '')
    write(root, `papers/${name}/x.pdf`, '')
    const { findings } = readRepository(root)
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array.from({ length: places.length + 1 }, () => 'TY1022 error'),
    )
  })

  test('is refused as that of a device where names follow a rule, too: nobody with Windows could clone it', () => {
    const unit = 'tenants/ningwu/jiaoyuju'
    const files = [
      'catalogue/services/aux.yaml',
      'tenants/con/x.yaml',
      `${unit}/nul.yaml`,
      `${unit}/com10.yaml`,
    ]
    const root = repository({ ...catalogue, ...Object.fromEntries(files.map(file => [file, 'a: 1\n'])) })
    expect(found(root).toSorted()).toEqual([
      'TY1022 error catalogue/services/aux.yaml',
      'TY1022 error tenants/con',
      `TY1022 error ${unit}/nul.yaml`,
    ])
  })

  test('is refused where its bytes are no text', () => {
    const root = repository({ ...catalogue, 'docs/x': '' })
    writeFileSync(Buffer.concat([Buffer.from(join(root, 'docs/')), Buffer.from([0xff, 0x2e])]), '')
    writeFileSync(Buffer.concat([Buffer.from(join(root, 'docs/')), Buffer.from([0xff])]), '')
    expect(found(root)).toEqual(['TY1022 error docs/\ufffd', 'TY1022 error docs/\ufffd.'])
  })

  test('may be any other: of Chinese words, blanks inside, dots before, and what only begins like a device', () => {
    const names = [
      '关于 申请（第2号）：回执。pdf',
      '.gitlab.md',
      'console.pdf',
      'com10.pdf',
      'é.pdf',
      '石𬒗街道.pdf',
      '　.pdf',
    ]
    const root = repository({
      ...catalogue,
      ...Object.fromEntries(names.map(name => [`papers/${name}`, ''])),
    })
    expect(found(root)).toEqual([])
  })

  test('is no finding where git ignores the file', () => {
    const root = repository({ ...catalogue, 'docs/a:b': '' })
    expect(found(root, held([], ['docs/a:b']))).toEqual([])
  })
})

test.each(['folder', 'link', 'pipe'])('attributes that are a %s are told of once', what => {
  const root = repository(catalogue)
  const path = join(root, '.gitattributes')
  if (what === 'folder') mkdirSync(path)
  else if (what === 'link') symlinkSync('README.md', path)
  else execFileSync('mkfifo', [path])
  expect(found(root)).toEqual([`${what === 'link' ? 'TY1008' : 'TY1009'} error .gitattributes`])
})

test('with too many misplaced files the rest is not looked at, and that is an error', () => {
  const files = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`tenants/ningwu/jiaoyuju/x${index}.txt`, '']),
    )
  expect(found(repository({ ...catalogue, ...files(limits.treeFindings) }))).toHaveLength(limits.treeFindings)
  const codes = found(repository({ ...catalogue, ...files(limits.treeFindings + 500) }))
  expect(codes.filter(code => code.startsWith('TY1004'))).toHaveLength(limits.treeFindings + 1)
  expect(codes).toContain('TY1017 error .')
})
