import type { Override } from './override.ts'

/** Cinder. Measured on Zed (21.3). */
export const blockStorage: readonly Override[] = [
  {
    why: {
      zh: '卷连同数据转给别的单位，没有文书',
      en: 'a volume with its data goes to another unit without a paper',
    },
    rules: {
      'volume:create_transfer': 'rule:admin_api',
      'volume:accept_transfer': 'rule:admin_api',
    },
  },
  {
    why: {
      zh: '只读证明者看到全部卷，但什么也不能写：管理规则都经 admin_api，仍只属管理员',
      en: 'the prover is shown all volumes and writes nothing: every rule of an administrator goes by admin_api',
    },
    rules: {
      context_is_admin: 'role:admin or role:prover',
      admin_api: 'role:admin',
      admin_or_owner: 'role:admin or (role:member and project_id:%(project_id)s)',
      xena_system_admin_or_project_reader:
        'role:admin or role:prover or (role:reader and project_id:%(project_id)s)',
      'volume_extension:volume_type_access:get_all_for_type': 'rule:admin_api or role:prover',
      'volume_extension:volume_type_access': 'rule:xena_system_admin_or_project_member or role:prover',
      'volume_extension:types_extra_specs:read_sensitive': 'rule:admin_api or role:prover',
      'volume_extension:volume_host_attribute': 'rule:admin_api or role:prover',
    },
  },
]
