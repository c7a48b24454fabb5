//! The words of roles, permissions and scopes: from their codes to texts.

use domain::{
    access::{Permission, Role, Scope, Source, Why},
    requests::Because,
};
use i18n::{Lang, t};

/// The name of a preset.
pub(crate) fn role(lang: Lang, code: &str) -> String {
    match code {
        "platform_operator" => t::access::role_platform_operator(lang),
        "owner" => t::access::role_owner(lang),
        "admin" => t::access::role_admin(lang),
        "manager" => t::access::role_manager(lang),
        "dispatcher" => t::access::role_dispatcher(lang),
        "worker" => t::access::role_worker(lang),
        "member" => t::access::role_member(lang),
        "team_lead" => t::access::role_team_lead(lang),
        "partner" => t::access::role_partner(lang),
        "caller" => t::access::role_caller(lang),
        "analyst" => t::access::role_analyst(lang),
        "accountant" => t::access::role_accountant(lang),
        "resident" => t::access::role_resident(lang),
        "client" => t::access::role_client(lang),
        "service_account" => t::access::role_service_account(lang),
        code => code.to_owned(),
    }
}

/// On which of the things.
pub(crate) fn scope_code(lang: Lang, code: &str) -> String {
    match code {
        "own" => t::access::scope_own(lang),
        "assigned" => t::access::scope_assigned(lang),
        "team" => t::access::scope_team(lang),
        "filter" => t::access::scope_filter(lang),
        "all" => t::access::scope_all(lang),
        code => code.to_owned(),
    }
}

/// What a permission is about.
pub(crate) fn resource(lang: Lang, code: &str) -> String {
    match code {
        "requests" => t::access::resource_requests(lang),
        "residents" => t::access::resource_residents(lang),
        "property" => t::access::resource_property(lang),
        "meters" => t::access::resource_meters(lang),
        "charges" => t::access::resource_charges(lang),
        "payments" => t::access::resource_payments(lang),
        "contacts" => t::access::resource_contacts(lang),
        "deals" => t::access::resource_deals(lang),
        "tasks" => t::access::resource_tasks(lang),
        "projects" => t::access::resource_projects(lang),
        "regulations" => t::access::resource_regulations(lang),
        "bookings" => t::access::resource_bookings(lang),
        "documents" => t::access::resource_documents(lang),
        "inbox" => t::access::resource_inbox(lang),
        "ledger" => t::access::resource_ledger(lang),
        "auction" => t::access::resource_auction(lang),
        "numbers" => t::access::resource_numbers(lang),
        "catalog" => t::access::resource_catalog(lang),
        "finance" => t::access::resource_finance(lang),
        "partners" => t::access::resource_partners(lang),
        "reports" => t::access::resource_reports(lang),
        "automation" => t::access::resource_automation(lang),
        "integrations" => t::access::resource_integrations(lang),
        "bots" => t::access::resource_bots(lang),
        "staff_chats" => t::access::resource_staff_chats(lang),
        "members" => t::access::resource_members(lang),
        "roles" => t::access::resource_roles(lang),
        "teams" => t::access::resource_teams(lang),
        "shifts" => t::access::resource_shifts(lang),
        "settings" => t::access::resource_settings(lang),
        "service_accounts" => t::access::resource_service_accounts(lang),
        "webhooks" => t::access::resource_webhooks(lang),
        "sessions" => t::access::resource_sessions(lang),
        "audit" => t::access::resource_audit(lang),
        "org" => t::access::resource_org(lang),
        "platform" => t::access::resource_platform(lang),
        code => code.to_owned(),
    }
}

/// What it lets do.
pub(crate) fn action(lang: Lang, code: &str) -> String {
    match code {
        "read" => t::access::action_read(lang),
        "verify" => t::access::action_verify(lang),
        "manage" => t::access::action_manage(lang),
        "create" => t::access::action_create(lang),
        "update" => t::access::action_update(lang),
        "delete" => t::access::action_delete(lang),
        "export" => t::access::action_export(lang),
        "import" => t::access::action_import(lang),
        "take" => t::access::action_take(lang),
        "assign" => t::access::action_assign(lang),
        "complete" => t::access::action_complete(lang),
        "comment" => t::access::action_comment(lang),
        "accept" => t::access::action_accept(lang),
        "submit" => t::access::action_submit(lang),
        "refund" => t::access::action_refund(lang),
        "approve" => t::access::action_approve(lang),
        "reply" => t::access::action_reply(lang),
        "bid" => t::access::action_bid(lang),
        "next" => t::access::action_next(lang),
        "invite" => t::access::action_invite(lang),
        "view_as" => t::access::action_view_as(lang),
        "billing" => t::access::action_billing(lang),
        "transfer" => t::access::action_transfer(lang),
        "tenants" => t::access::action_tenants(lang),
        "health" => t::access::action_health(lang),
        code => code.to_owned(),
    }
}

/// «Заявки: просмотр».
pub(crate) fn permission(lang: Lang, permission: Permission) -> String {
    t::access::permission(lang, &resource(lang, permission.resource()), &action(lang, permission.action()))
}

/// On which of the things, in words.
pub(crate) fn scope(lang: Lang, scope: Scope) -> String {
    scope_code(lang, scope.code())
}

/// «Почему я вижу», sentence by sentence. `role_name` is the name of a role of the org's own.
pub(crate) fn why(lang: Lang, why: &Why, role_name: Option<&str>) -> Vec<String> {
    let title = permission(lang, why.permission);
    let Some(source) = &why.source else { return vec![t::access::why_not(lang, &title)] };
    let mut sentences = vec![match source {
        Source::Everybody => t::access::why_everybody(lang, &title),
        Source::Program => t::access::why_program(lang, &title),
        Source::System => t::access::why_system(lang, &title),
        Source::Role(whose) => {
            let preset = whose.preset().map(|preset: Role| role(lang, preset.code()));
            t::access::why_role(lang, &title, preset.as_deref().or(role_name).unwrap_or("—"))
        }
    }];
    if let Some(filter) = &why.filter {
        sentences.push(t::access::why_filter(lang, i64::try_from(filter.buildings.len()).unwrap_or(i64::MAX)));
    }
    sentences.extend(why.members_see.map(|sees| t::access::why_members_see(lang, &scope(lang, sees))));
    sentences.extend(why.seen_by.map(|_| t::access::why_seen_by(lang)));
    sentences
}

/// Why one thing is seen.
pub(crate) fn because(lang: Lang, because: Because) -> String {
    match because {
        Because::Scope(by) => t::access::why_thing(lang, &scope(lang, by)),
        Because::Free => t::access::why_free(lang),
        Because::Helps => t::access::why_helps(lang),
        Because::Follows => t::access::why_follows(lang),
    }
}

#[cfg(test)]
mod tests {
    use domain::access::Preset;

    use super::*;

    #[test]
    fn every_code_has_words() {
        for lang in [Lang::Ru, Lang::Uz, Lang::En] {
            for it in Permission::ALL {
                assert_ne!(resource(lang, it.resource()), it.resource(), "{it}");
                assert!(lang == Lang::En || action(lang, it.action()) != it.action(), "{it}");
            }
            for preset in Preset::ALL {
                assert_ne!(role(lang, preset.code()), preset.code());
            }
            for it in Scope::ALL {
                assert_ne!(scope(lang, it), it.code(), "{it:?}");
            }
        }
    }
}
