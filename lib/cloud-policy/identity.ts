import type { Override } from './override.ts'

/** Keystone. Measured on Zed (22.0). */
export const identity: readonly Override[] = [
  {
    why: {
      zh: '不受限制的应用凭据可以再生成凭据和委托',
      en: 'an unrestricted application credential makes further ones and trusts',
    },
    rules: {
      'identity:create_application_credential':
        '(role:admin or role:member) and user_id:%(user_id)s and not True:%(request_body.application_credential.unrestricted)s',
    },
  },
  {
    why: {
      zh: 'EC2 密钥没有期限，也不见于角色列表',
      en: 'EC2 keys never expire, and no list of roles shows them',
    },
    rules: {
      'identity:ec2_create_credential': 'rule:admin_required',
      'identity:create_credential': 'rule:admin_required',
      'identity:update_credential': 'rule:admin_required',
    },
  },
  {
    why: { zh: '委托把角色借给任何单位的用户', en: 'a trust lends a role to a user of any unit' },
    rules: {
      'identity:create_trust': 'rule:admin_required',
    },
  },
  {
    why: {
      zh: '只读证明者读取谁有什么权限；凭据除外，其应答含有密钥',
      en: 'the prover reads who may do what; no credentials, whose answers hold secrets',
    },
    rules: {
      'identity:get_project':
        'role:prover or rule:admin_required or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.project.domain_id)s) or project_id:%(target.project.id)s',
      'identity:list_projects':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.domain_id)s)',
      'identity:list_user_projects':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.user.domain_id)s) or user_id:%(target.user.id)s',
      'identity:list_project_tags':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.project.domain_id)s) or project_id:%(target.project.id)s',
      'identity:get_domain':
        'role:prover or rule:admin_required or (role:reader and system_scope:all) or token.domain.id:%(target.domain.id)s or token.project.domain.id:%(target.domain.id)s',
      'identity:list_domains': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:get_user':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and token.domain.id:%(target.user.domain_id)s) or user_id:%(target.user.id)s',
      'identity:list_users':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.domain_id)s)',
      'identity:get_group':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.group.domain_id)s)',
      'identity:list_groups':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.group.domain_id)s)',
      'identity:list_groups_for_user':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.user.domain_id)s) or user_id:%(user_id)s',
      'identity:list_users_in_group':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.group.domain_id)s)',
      'identity:check_user_in_group':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.group.domain_id)s and domain_id:%(target.user.domain_id)s)',
      'identity:get_role': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_roles': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_implied_roles':
        'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_role_inference_rules':
        'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_role_assignments':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.domain_id)s and not None:%(target.domain_id)s)',
      'identity:list_role_assignments_for_tree':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or (role:reader and domain_id:%(target.domain_id)s and not None:%(target.domain_id)s)',
      'identity:list_grants':
        'role:prover or (rule:admin_required) or ((role:reader and system_scope:all) or (role:reader and domain_id:%(target.user.domain_id)s and domain_id:%(target.project.domain_id)s) or (role:reader and domain_id:%(target.user.domain_id)s and domain_id:%(target.domain.id)s) or (role:reader and domain_id:%(target.group.domain_id)s and domain_id:%(target.project.domain_id)s) or (role:reader and domain_id:%(target.group.domain_id)s and domain_id:%(target.domain.id)s))',
      'identity:check_grant':
        'role:prover or (rule:admin_required) or ((role:reader and system_scope:all) or ((role:reader and domain_id:%(target.user.domain_id)s and domain_id:%(target.project.domain_id)s) or (role:reader and domain_id:%(target.user.domain_id)s and domain_id:%(target.domain.id)s) or (role:reader and domain_id:%(target.group.domain_id)s and domain_id:%(target.project.domain_id)s) or (role:reader and domain_id:%(target.group.domain_id)s and domain_id:%(target.domain.id)s)) and (domain_id:%(target.role.domain_id)s or None:%(target.role.domain_id)s))',
      'identity:list_system_grants_for_user':
        'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_system_grants_for_group':
        'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:get_application_credential':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or rule:owner',
      'identity:list_application_credentials':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all) or rule:owner',
      'identity:get_trust':
        'role:prover or (rule:admin_required) or (role:reader and system_scope:all or user_id:%(target.trust.trustor_user_id)s or user_id:%(target.trust.trustee_user_id)s)',
      'identity:list_trusts': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_services': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_endpoints': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_identity_providers':
        'role:prover or rule:admin_required or (role:reader and system_scope:all)',
      'identity:list_mappings': 'role:prover or rule:admin_required or (role:reader and system_scope:all)',
    },
  },
]
