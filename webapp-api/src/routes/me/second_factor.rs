//! `POST /me/second-factor`, `…/confirm` and `…/disable`

use axum::{Json, extract::State, http::StatusCode};
use domain::{credentials, events::SignInFailure};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::own::{Own, Refused};
use crate::{Api, Problem, caller::SignedIn, problem::ProblemBody, valid::Body};

/// What an authenticator has to be told.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EnrolmentBody {
    /// To type: base32.
    secret: String,
    /// To open on the phone itself.
    #[schema(example = "otpauth://totp/Kontora:anna%40example.com?secret=…")]
    uri: String,
    /// To scan: a PNG as a `data:` address.
    qr: String,
}

/// A code of the authenticator.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct ConfirmBody {
    /// Six digits.
    #[garde(length(min = 6, max = 12))]
    #[schema(example = "123456", min_length = 6, max_length = 12)]
    code: String,
}

/// What takes the second factor away.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(super) struct DisableBody {
    /// The password.
    #[garde(skip)]
    #[schema(value_type = String, format = "password")]
    password: SecretString,
    /// Six digits, or a recovery code.
    #[garde(length(min = 6, max = 32))]
    #[schema(min_length = 6, max_length = 32)]
    code: String,
}

/// For when the phone is lost.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RecoveryCodes {
    /// Ten, each good once. They are shown now and never again.
    recovery_codes: Vec<String>,
}

/// Begin a second factor. It counts when a code of it is confirmed.
#[utoipa::path(
    post, path = "/me/second-factor", tag = "me", operation_id = "begin_my_second_factor",
    responses(
        (status = 200, body = EnrolmentBody),
        (status = 401, body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, body = ProblemBody, content_type = "application/problem+json", description = "A third party may not"),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`second_factor_on`"),
    )
)]
pub(super) async fn begin(State(api): State<Api>, me: SignedIn) -> Result<Json<EnrolmentBody>, Problem> {
    me.require_own(&api).await?;
    let new = credentials::begin_second_factor(&api.db, &api.keys, me.account).await?;
    Ok(Json(EnrolmentBody {
        secret: new.secret.expose_secret().to_owned(),
        uri: new.uri.expose_secret().to_owned(),
        qr: format!("data:image/png;base64,{}", new.qr.expose_secret()),
    }))
}

/// Confirm my second factor with a code of it. My other sessions end.
#[utoipa::path(
    post, path = "/me/second-factor/confirm", tag = "me", operation_id = "confirm_my_second_factor",
    request_body = ConfirmBody,
    responses(
        Refused,
        (status = 200, body = RecoveryCodes),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`second_factor_on`, `second_factor_off`"),
    )
)]
pub(super) async fn confirm(
    State(api): State<Api>,
    me: Own,
    Body(body): Body<ConfirmBody>,
) -> Result<Json<RecoveryCodes>, Problem> {
    let codes = credentials::confirm_second_factor(&api.db, &api.keys, me.account, me.session, &body.code).await;
    let codes = me.shown(&api, codes, SignInFailure::SecondFactor).await?;
    me.proven(&api).await?;
    Ok(Json(RecoveryCodes { recovery_codes: codes.iter().map(|code| code.expose_secret().to_owned()).collect() }))
}

/// Take my second factor away.
#[utoipa::path(
    post, path = "/me/second-factor/disable", tag = "me", operation_id = "disable_my_second_factor",
    request_body = DisableBody,
    responses(
        Refused,
        (status = 204),
        (status = 409, body = ProblemBody, content_type = "application/problem+json", description = "`credentials_wrong`"),
    )
)]
pub(super) async fn disable(
    State(api): State<Api>,
    me: Own,
    Body(body): Body<DisableBody>,
) -> Result<StatusCode, Problem> {
    let dropped = credentials::drop_second_factor(&api.db, &api.keys, me.account, body.password, &body.code).await;
    me.shown(&api, dropped, SignInFailure::SecondFactor).await?;
    me.proven(&api).await?;
    Ok(StatusCode::NO_CONTENT)
}
