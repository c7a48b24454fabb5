//! Every hour: what is left of orgs whose deletion can no longer be taken back.

use domain::{bots, orgs};
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use super::{Tools, attempt, retry_or_fail};
use crate::telegram::{Token, methods::DeleteWebhook};

/// The purge of every org that is due.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {}

impl TaskHandler for Job {
    const IDENTIFIER: &'static str = "purge_orgs";

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        attempt(&ctx, Self::IDENTIFIER, |tools| async move { purge(&tools).await.map_err(retry_or_fail) }).await
    }
}

async fn purge(tools: &Tools) -> domain::Result<()> {
    let app = &tools.app;
    for org in orgs::due_for_purge(&app.db).await? {
        for bot in bots::list(&app.db, &app.keys).await?.into_iter().filter(|bot| bot.org == org) {
            // Its owner may have revoked the token: that must not keep the org's data here.
            if let Ok(token) = bot.token.expose_secret().parse::<Token>()
                && let Err(error) = app.telegram.call(&token, &DeleteWebhook::default()).await
            {
                tracing::warn!(bot = bot.telegram_id, outcome = error.outcome(), "a webhook stays as it is");
            }
            app.bots.forget(bot.telegram_id).await;
        }
        // The bytes first: of an org that is purged nobody asks again.
        let deleted = app.files.delete_all(&org.0.to_string()).await;
        let deleted = deleted.map_err(|error| domain::Error::Unavailable(error.into()))?;
        tracing::info!(%org, deleted, "the files of a deleted org are gone");
        orgs::purge(&app.db, org).await?;
    }
    Ok(())
}
