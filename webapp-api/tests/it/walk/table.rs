//! Who may call what, at the least: a row for every operation of the document. A route without a row fails the walk.
//!
//! A new route: add its `operation_id` and who is refused. `body` is for what the schema does not say.

use domain::access::Role;
use serde_json::{Value, json};

/// Who may call an operation.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "every kind of row is at hand, also when no route of today needs it")]
pub enum May {
    /// Nobody has to be signed in, and why.
    Anybody(&'static str),
    /// Whoever is signed in, about their own account and in no org; and why no role counts.
    Account(&'static str),
    /// Everybody whom the org knows, and why no role is too low.
    Everybody(&'static str),
    /// Not the contacts of the org: a resident gets 403.
    Members,
    /// Not this role, nor those below: 403.
    Above(Role),
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub operation: &'static str,
    pub may: May,
    /// A body that passes validation, when what follows from the schema does not.
    pub body: Option<fn() -> Value>,
}

const fn row(operation: &'static str, may: May) -> Row {
    Row { operation, may, body: None }
}

/// In the order of their names.
pub const TABLE: &[Row] = &[
    row("answer_alert", May::Above(Role::Manager)),
    row("answer_consent", May::Members),
    row("accept_invite", May::Account("the token is the key")),
    row("accept_ownership", May::Everybody("only the one to whom it is offered; there is no offer for anybody else")),
    row("add_member", May::Above(Role::Manager)),
    row("begin_bot_login", May::Anybody("nobody is signed in yet")),
    row("begin_telegram_login", May::Anybody("nobody is signed in yet")),
    row("begin_my_second_factor", May::Account("one's own credentials")),
    row("change_my_email", May::Account("one's own credentials")),
    row("change_my_password", May::Account("one's own credentials")),
    row("choose_calendar", May::Above(Role::Manager)),
    row("confirm_email", May::Anybody("the link is the key")),
    row("confirm_my_second_factor", May::Account("one's own credentials")),
    Row {
        operation: "create_calendar",
        may: May::Above(Role::Manager),
        body: Some(|| json!({ "name": "Офис", "preset": "five_days" })),
    },
    row("create_invite", May::Above(Role::Manager)),
    row("create_organization", May::Account("whoever founds an org owns it")),
    row("create_role", May::Above(Role::Manager)),
    row("create_service_account", May::Above(Role::Manager)),
    row("create_team", May::Above(Role::Manager)),
    row("create_webhook", May::Above(Role::Dispatcher)),
    row("delete_calendar", May::Above(Role::Manager)),
    row("delete_organization", May::Above(Role::Admin)),
    row("delete_role", May::Above(Role::Manager)),
    row("delete_team", May::Above(Role::Manager)),
    row("delete_webhook", May::Above(Role::Dispatcher)),
    row("disable_my_second_factor", May::Account("one's own credentials")),
    row("edit_calendar", May::Above(Role::Manager)),
    row("edit_member", May::Above(Role::Manager)),
    row("edit_organization", May::Above(Role::Manager)),
    row("edit_role", May::Above(Role::Manager)),
    row("edit_service_account", May::Above(Role::Manager)),
    row("edit_team", May::Above(Role::Manager)),
    row("edit_webhook", May::Above(Role::Dispatcher)),
    row("end_member_sessions", May::Above(Role::Manager)),
    row("end_my_other_sessions", May::Account("one's own sessions")),
    row("end_my_session", May::Account("one's own sessions")),
    row("explain_access", May::Everybody("one asks about oneself; about another it takes roles.read")),
    row("export_events", May::Above(Role::Manager)),
    row("finish_telegram_login", May::Anybody("nobody is signed in yet; what Telegram signed is the key")),
    row("forget_password", May::Anybody("whoever forgot it cannot sign in; the answer tells nothing")),
    row("give_role", May::Above(Role::Manager)),
    row("hide_ui_elements", May::Above(Role::Manager)),
    row("issue_event_ticket", May::Everybody("each hears what they may see")),
    row("leave_organization", May::Everybody("one gives up what is one's own")),
    row("list_alerts", May::Above(Role::Manager)),
    row("list_calendar_presets", May::Above(Role::Manager)),
    row("list_calendars", May::Above(Role::Manager)),
    row("list_events", May::Members),
    row("list_invites", May::Above(Role::Manager)),
    row("list_members", May::Members),
    row("list_my_events", May::Everybody("what one did, and what was done about one")),
    row("list_my_organizations", May::Account("one's own memberships")),
    row("list_my_sessions", May::Account("one's own sessions")),
    row(
        "list_ownership_offers",
        May::Everybody("the two whom it is about see it, and whoever may hand over; others see none"),
    ),
    row("list_permissions", May::Above(Role::Manager)),
    row("list_roles", May::Above(Role::Manager)),
    row("list_service_accounts", May::Above(Role::Manager)),
    row("add_skill", May::Above(Role::Dispatcher)),
    row("begin_shift", May::Members),
    row("cancel_shift", May::Above(Role::Dispatcher)),
    row("delete_skill", May::Above(Role::Dispatcher)),
    row("edit_shift", May::Above(Role::Dispatcher)),
    row("end_absence", May::Members),
    row("end_shift", May::Members),
    row("list_absences", May::Members),
    row("list_shifts", May::Members),
    row("list_skills", May::Members),
    row("note_absence", May::Members),
    row("plan_shift", May::Above(Role::Dispatcher)),
    row("rename_skill", May::Above(Role::Dispatcher)),
    row("set_member_skills", May::Above(Role::Dispatcher)),
    row("show_on_duty", May::Members),
    row("show_shift", May::Members),
    row("list_teams", May::Members),
    row("list_ui_elements", May::Above(Role::Manager)),
    row("list_ways_in", May::Anybody("nobody is signed in yet")),
    row("list_webhook_deliveries", May::Above(Role::Dispatcher)),
    row("list_webhooks", May::Above(Role::Dispatcher)),
    row("offer_ownership", May::Above(Role::Admin)),
    row("open_invite", May::Account("the token is the key")),
    row("ping_webhook", May::Above(Role::Dispatcher)),
    row("refresh", May::Anybody("the refresh token is the key")),
    row("remove_member", May::Above(Role::Manager)),
    row("replay_webhook_delivery", May::Above(Role::Dispatcher)),
    row("revoke_service_account", May::Above(Role::Manager)),
    row("rotate_service_account_secret", May::Above(Role::Manager)),
    row("restore_organization", May::Above(Role::Admin)),
    row("revoke_invite", May::Above(Role::Manager)),
    row("rotate_webhook_secret", May::Above(Role::Dispatcher)),
    row("poll_bot_login", May::Anybody("what the browser was given is the key")),
    row("register", May::Anybody("nobody has an account yet")),
    row("reset_password", May::Anybody("the link is the key")),
    row("set_members_see", May::Above(Role::Manager)),
    row("set_alert_limits", May::Above(Role::Manager)),
    row("show_alert_limits", May::Above(Role::Manager)),
    row("show_audit_report", May::Above(Role::Manager)),
    row("show_calendar", May::Above(Role::Manager)),
    row("show_consent", May::Members),
    row("show_invite", May::Above(Role::Manager)),
    row("show_my_email", May::Account("one's own credentials")),
    row("show_me", May::Everybody("one sees oneself")),
    row("show_member", May::Members),
    row("show_members_see", May::Above(Role::Manager)),
    row("show_my_rights", May::Everybody("one's own rights are nobody else's secret")),
    row("show_organization", May::Everybody("one sees the org that one is in")),
    row("show_role", May::Above(Role::Manager)),
    row("show_role_matrix", May::Above(Role::Manager)),
    row("show_service_account", May::Above(Role::Manager)),
    row("show_team", May::Members),
    row("show_webhook", May::Above(Role::Dispatcher)),
    row("sign_in", May::Anybody("nobody is signed in yet")),
    row("sign_in_from_mini_app", May::Anybody("nobody is signed in yet; Telegram's signature is the key")),
    row("sign_in_with_code", May::Anybody("nobody is signed in yet; the password was the key")),
    row("sign_out", May::Anybody("whoever is signed out already is")),
    row("start_viewing", May::Above(Role::Manager)),
    row("stop_viewing", May::Members),
    row("watch_events", May::Anybody("the socket's first message says who it is")),
    row("take_role", May::Above(Role::Manager)),
    row("verify_events", May::Above(Role::Manager)),
    row(
        "withdraw_ownership_offer",
        May::Everybody("only the two whom it is about; there is no offer for anybody else"),
    ),
];
