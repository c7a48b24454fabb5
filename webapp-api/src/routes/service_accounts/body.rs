//! Service accounts as they are sent.

use chrono::{DateTime, Utc};
use domain::service_accounts::ServiceAccount;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A program that acts for the org.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ServiceAccount)]
pub(super) struct ServiceAccountBody {
    /// Its id, which is its `client_id` too.
    id: Uuid,
    /// What it is called.
    #[schema(example = "1C")]
    name: String,
    /// What it may do, as `permission:scope`.
    #[schema(example = json!(["requests.read:all"]))]
    scopes: Vec<String>,
    /// The networks that it may come from; from anywhere when there is none.
    #[schema(example = json!(["203.0.113.0/24"]))]
    allowed_from: Vec<String>,
    /// Where the codes of members' approvals may be sent; without any it acts on nobody's behalf.
    #[schema(example = json!(["https://example.com/callback"]))]
    redirect_uris: Vec<String>,
    /// Until when the secret of before is good too.
    previous_secret_until: Option<DateTime<Utc>>,
    /// When it was last given a token; tokens last ten minutes.
    last_used_at: Option<DateTime<Utc>>,
    /// Grows with each change.
    version: i32,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Since when it may do nothing.
    revoked_at: Option<DateTime<Utc>>,
}

/// A program and its secret, which is shown this once.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ServiceAccountWithSecret {
    /// The program.
    #[serde(flatten)]
    account: ServiceAccountBody,
    /// What it proves itself with. Keep it: it is not shown again.
    #[schema(example = "kcs_…")]
    client_secret: String,
}

impl ServiceAccountWithSecret {
    pub(super) fn new((account, secret): (ServiceAccount, SecretString)) -> Self {
        Self { account: account.into(), client_secret: secret.expose_secret().to_owned() }
    }
}

impl From<ServiceAccount> for ServiceAccountBody {
    fn from(account: ServiceAccount) -> Self {
        Self {
            id: account.id.0,
            name: account.name,
            scopes: account.scopes,
            allowed_from: account.allowed_from,
            redirect_uris: account.redirect_uris,
            previous_secret_until: account.previous_until,
            last_used_at: account.last_used_at,
            version: account.version,
            created_at: account.created_at,
            updated_at: account.updated_at,
            revoked_at: account.revoked_at,
        }
    }
}

impl From<ServiceAccount> for Tagged<ServiceAccountBody> {
    fn from(account: ServiceAccount) -> Self {
        Self(account.version, account.into())
    }
}
