//! One error for every verb of the business.
//!
//! Each has a stable code, which is its key in `locales/*/errors.ftl`. A surface decides how to say it (a toast, a
//! line above the screen, problem JSON); it never decides what it means.

use crate::access::Permission;

/// The result of every verb.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a verb did not happen. In every case nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or the actor may not see it.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// The actor sees it and may not do this to it.
    #[error("not permitted: {0:?}")]
    Forbidden(Permission),
    /// A field does not hold what it should.
    #[error("{field} is invalid: {code}")]
    Invalid {
        /// The field, as the caller names it.
        field: &'static str,
        /// What is wrong with it: the code.
        code: &'static str,
    },
    /// A rule of the business said no; the code says which.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// The update being handled has already had its effect. Show where things stand; do nothing.
    #[error("this update has already been applied")]
    AlreadyApplied,
    /// PostgreSQL or Redis cannot be asked at the moment. Try again later.
    #[error("unavailable: {0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A mistake of ours.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// The stable code: the key of its text in `errors.ftl`, with `-` for `_`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotFound(_) => "not_found",
            Error::Forbidden(_) => "forbidden",
            Error::Invalid { code, .. } | Error::Refused(code) => code,
            Error::AlreadyApplied => "already_applied",
            Error::Unavailable(_) => "unavailable",
            Error::Internal(_) => "internal",
        }
    }

    /// Every code that a verb may answer with. A test holds that each has a text in each language.
    pub const CODES: &[&str] = &[
        "not_found",
        "forbidden",
        "already_applied",
        "unavailable",
        "internal",
        "not_in_this_status",
        "already_taken",
        "already_yours",
        "not_yours",
        "phone_not_known",
        "already_rated",
        "already_assigned",
        "requests_too_many",
        "requests_equal",
        "category_unknown",
        "category_name_invalid",
        "category_icon_invalid",
        "category_places_missing",
        "category_too_deep",
        "categories_too_many",
        "place_unfit",
        "minutes_invalid",
        "skill_invalid",
        "checklist_invalid",
        "keywords_invalid",
        "slot_invalid",
        "pause_invalid",
        "reason_missing",
        "reason_too_long",
        "result_too_long",
        "search_too_long",
        "photo_before_missing",
        "photo_after_missing",
        "photo_expected",
        "steps_missing",
        "price_not_agreed",
        "money_invalid",
        "material_invalid",
        "materials_too_many",
        "merge_itself",
        "merged_already",
        "reopen_too_late",
        "rating_tag_unknown",
        "period_invalid",
        "alert_answered",
        "alert_without_person",
        "alert_limit_invalid",
        "alert_needs_recipient",
        "quiet_hours_invalid",
        "comment_too_old",
        "words_missing",
        "words_too_long",
        "too_many_attachments",
        "file_unknown",
        "files_too_many",
        "rating_out_of_range",
        "not_a_resident",
        "unit_unknown",
        "address_invalid",
        "unit_number_invalid",
        "note_invalid",
        "point_invalid",
        "entrances_invalid",
        "floors_invalid",
        "entrance_number_invalid",
        "door_code_invalid",
        "floor_invalid",
        "area_invalid",
        "account_invalid",
        "account_taken",
        "complex_exists",
        "complex_unknown",
        "building_exists",
        "entrance_exists",
        "entrance_unknown",
        "riser_exists",
        "units_invalid",
        "unit_exists",
        "not_empty",
        "resident_listed",
        "resident_unnamed",
        "resident_gone",
        "resident_own_name",
        "resident_decided",
        "resident_declined",
        "phone_invalid",
        "name_invalid",
        "time_zone_unknown",
        "currency_unknown",
        "colour_invalid",
        "short_name_invalid",
        "greeting_invalid",
        "webhook_url_invalid",
        "webhook_events_invalid",
        "webhooks_too_many",
        "working_hours_invalid",
        "hours_invalid",
        "calendar_never_open",
        "exceptions_too_many",
        "preset_unknown",
        "calendar_name_taken",
        "calendar_in_use",
        "calendars_too_many",
        "duty_unknown",
        "handover_missing",
        "shift_begun",
        "shift_not_begun",
        "shift_overlaps",
        "building_unknown",
        "absence_overlaps",
        "deputy_oneself",
        "deputy_circle",
        "skill_unknown",
        "skill_name_taken",
        "skills_too_many",
        "strategy_unknown",
        "timeout_invalid",
        "timeouts_order",
        "name_not_typed",
        "changed_meanwhile",
        "org_exists",
        "org_deleted",
        "org_not_deleted",
        "org_gone",
        "own_membership",
        "last_owner",
        "owner_by_offer",
        "already_member",
        "already_owner",
        "offer_open",
        "offer_gone",
        "invite_unknown",
        "invite_used",
        "invite_revoked",
        "invite_expired",
        "invite_own",
        "invite_not_more",
        "invite_too_long",
        "invite_name_invalid",
        "bot_taken",
        "email_invalid",
        "email_missing",
        "email_taken",
        "email_confirmed",
        "mails_too_many",
        "mail_off",
        "password_length",
        "password_weak",
        "credentials_wrong",
        "link_over",
        "login_over",
        "code_wrong",
        "second_factor_on",
        "second_factor_off",
        "grant_invalid",
        "filter_invalid",
        "viewing_as",
        "viewing_oneself",
        "viewing_over",
        "beyond_your_rights",
        "own_role",
        "owner_stays",
        "role_invalid",
        "role_name_taken",
        "role_in_use",
        "team_name_taken",
        "team_too_large",
        "member_unknown",
        "title_invalid",
        "network_invalid",
        "redirect_uri_invalid",
        "redirect_uri_unknown",
        "challenge_invalid",
        "service_account_revoked",
        "service_accounts_too_many",
        "import_mapping_invalid",
        "import_not_checked",
        "import_nothing_right",
        "import_over",
        "import_not_loaded",
        "import_undo_late",
        "incident_nowhere",
        "incident_undeclared",
        "incident_declared",
        "scope_unknown",
        "expected_invalid",
        "file_too_large",
        "file_too_many_rows",
        "file_too_wide",
        "file_old_or_encrypted",
        "file_not_a_table",
        "file_broken",
        "file_empty",
        "element_unknown",
        "members_see_invalid",
    ];
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error as E;
        let passing = match &error {
            E::Io(_)
            | E::Tls(_)
            | E::PoolTimedOut
            | E::PoolClosed
            | E::WorkerCrashed
            | E::BeginFailed
            | E::Protocol(_) => true,
            // 08 connection, 40 rollback (deadlock, serialization), 53 resources, 55P03 lock timeout,
            // 57 operator intervention (shutdown, statement timeout)
            E::Database(e) => e.code().is_some_and(|code| {
                ["08", "40", "53", "57"].iter().any(|class| code.starts_with(class)) || code == "55P03"
            }),
            _ => false,
        };
        // 25006: a write in a transaction that may only read, while somebody looks through another's eyes
        if let E::Database(e) = &error
            && e.code().as_deref() == Some("25006")
        {
            return Error::Refused("viewing_as");
        }
        if passing { Error::Unavailable(error.into()) } else { Error::Internal(error.into()) }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::Internal(error.into())
    }
}

impl From<platform::passwords::PasswordError> for Error {
    fn from(error: platform::passwords::PasswordError) -> Self {
        Error::Internal(error.into())
    }
}

impl From<platform::secrets::KeyringError> for Error {
    fn from(error: platform::secrets::KeyringError) -> Self {
        Error::Internal(error.into())
    }
}

/// Turns the violation of a named constraint into what it means.
pub(crate) trait OnConstraint<T> {
    /// Maps a violation of `constraint` to `meaning`; any other error stays what it is.
    fn on_constraint(self, constraint: &str, meaning: Error) -> Result<T>;
}

impl<T> OnConstraint<T> for Result<T, sqlx::Error> {
    fn on_constraint(self, constraint: &str, meaning: Error) -> Result<T> {
        self.map_err(|error| match &error {
            sqlx::Error::Database(e) if e.constraint() == Some(constraint) => meaning,
            _ => error.into(),
        })
    }
}
