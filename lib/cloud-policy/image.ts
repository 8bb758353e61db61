import type { Override } from './override.ts'

/** Glance. Measured on Zed (25.1). */
export const image: readonly Override[] = [
  {
    why: {
      zh: '镜像共享、公开给别的单位，没有文书',
      en: 'an image goes to other units, or to everybody, without a paper',
    },
    rules: {
      publicize_image: 'role:admin',
      communitize_image: 'role:admin',
      add_member: 'role:admin',
      modify_member: 'role:admin',
    },
  },
  {
    why: { zh: '只读证明者看到全部镜像及其成员', en: 'the prover is shown every image and its members' },
    rules: {
      context_is_admin: 'role:admin or role:prover',
      get_images: 'role:admin or role:prover or (role:reader and project_id:%(project_id)s)',
      get_image:
        "role:admin or role:prover or (role:reader and (project_id:%(project_id)s or project_id:%(member_id)s or 'public':%(visibility)s or 'community':%(visibility)s or 'shared':%(visibility)s))",
      get_members:
        'role:admin or role:prover or (role:reader and (project_id:%(project_id)s or project_id:%(member_id)s))',
      get_member:
        'role:admin or role:prover or (role:reader and (project_id:%(project_id)s or project_id:%(member_id)s))',
    },
  },
]
