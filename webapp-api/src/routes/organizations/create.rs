//! `POST /organizations`

use axum::{extract::State, http::StatusCode};
use domain::{Error, OrgId, TenantTx, credentials, orgs};

use super::body::{NewOrganization, OrganizationBody};
use crate::{
    Api, Problem,
    caller::SignedIn,
    client::Client,
    etag::Tagged,
    idempotency::{Claimed, Keyed},
    valid::Body,
};

/// Found an org: whoever does it owns it
#[utoipa::path(
    post, path = "/organizations", tag = "organizations", operation_id = "create_organization",
    request_body = NewOrganization,
    responses((status = 201, body = OrganizationBody))
)]
pub(super) async fn create(
    State(api): State<Api>,
    me: SignedIn,
    client: Client,
    keyed: Keyed,
    Body(body): Body<NewOrganization>,
) -> Result<(StatusCode, Tagged<OrganizationBody>), Problem> {
    // The same key is the same org: a repetition finds it there, with the answer.
    let org = OrgId(keyed.id(me.account.0).unwrap_or_else(|| api.db.source().id()));
    let mut tx = me.enter(&api, &client, org).await?;
    let claimed = match credentials::found(&mut tx, me.session, &body.as_told()).await {
        Err(Error::Refused("org_exists")) => return Err(before(&api, &me, &client, org, keyed).await),
        done => {
            done?;
            keyed.claim(&mut tx, me.account.0).await?
        }
    };
    answer(tx, claimed).await
}

/// Why it cannot be founded: it was, under the same key.
async fn before(api: &Api, me: &SignedIn, client: &Client, org: OrgId, keyed: Keyed) -> Problem {
    let again = async {
        let mut tx = me.enter(api, client, org).await?;
        keyed.claim(&mut tx, me.account.0).await?;
        Err::<(), Problem>(Error::Refused("org_exists").into()) // the key is forgotten by now
    };
    again.await.err().unwrap_or_else(|| Error::Refused("org_exists").into())
}

async fn answer(mut tx: TenantTx, claimed: Claimed) -> Result<(StatusCode, Tagged<OrganizationBody>), Problem> {
    let org = orgs::current(&mut tx).await?;
    claimed.commit(tx).await?;
    Ok((StatusCode::CREATED, org.into()))
}
