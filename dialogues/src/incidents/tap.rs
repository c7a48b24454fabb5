//! What the staff do with an incident: by the buttons of its alarm, by `/incident` in a request's topic, and by answering
//! its alarm in their own words.

use chrono::TimeDelta;
use domain::{
    Result,
    ids::RequestId,
    notifications,
    requests::incidents::{self, News},
};
use i18n::t;

use super::{
    action::{IncidentAct, IncidentTap},
    view,
};
use crate::{
    Ctx, Said, Screen,
    staff::{Receipt, StaffShow, StaffStep},
};

/// The command that asks about the request of a topic.
const COMMAND: &str = "/incident";

/// A tap of somebody of the staff. What raises the alarm follows by itself.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, IncidentTap { request, act }: IncidentTap) -> Result<StaffStep> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let (toast, show) = match act {
        IncidentAct::Ask => return ask(ctx, request).await,
        IncidentAct::Declare(scope) => {
            let declared = incidents::declare(tx, &actor, request, scope).await?;
            let said = t::incidents::declared(lang, declared.number, declared.followers + 1);
            (said.clone(), Some(StaffShow::Edit(Screen::says(said))))
        }
        IncidentAct::Dismiss => {
            (t::incidents::dismissed(lang, incidents::dismiss(tx, &actor, request).await?.number), None)
        }
        IncidentAct::Accept => {
            (t::incidents::you_accepted(lang, incidents::accept(tx, &actor, request).await?.number), None)
        }
        IncidentAct::Stage(stage) => {
            incidents::tell(tx, &actor, request, &News { stage: Some(stage), ..News::default() }).await?;
            (t::incidents::told(lang), None)
        }
        IncidentAct::Expect(hours) => {
            let expected_at = Some(tx.source().now() + TimeDelta::hours(hours.into()));
            incidents::tell(tx, &actor, request, &News { expected_at, ..News::default() }).await?;
            (t::incidents::told(lang), None)
        }
    };
    Ok(StaffStep { toast: Some(toast), show, receipt: None })
}

/// How far does it reach?
async fn ask(ctx: &mut Ctx<'_>, request: RequestId) -> Result<StaffStep> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let parts = incidents::parts(tx, &actor, request).await?;
    let number = domain::requests::addressed(tx, &actor, request).await?.number;
    Ok(StaffStep { show: Some(StaffShow::Post(view::ask(lang, request, number, &parts))), ..StaffStep::default() })
}

/// `/incident`, in the topic of a request or as an answer to its card; none when it is another message.
pub(crate) async fn says(ctx: &mut Ctx<'_>, said: &Said, thread: Option<i64>) -> Result<Option<StaffStep>> {
    let command = said.words.split_whitespace().next().unwrap_or_default();
    if command.split('@').next() != Some(COMMAND) {
        return Ok(None);
    }
    let (lang, bot, chat_id) = (ctx.lang, ctx.bot, ctx.chat_id);
    let (tx, _) = ctx.act().await?;
    match notifications::linked_message(tx, bot, chat_id, said.reply_to, thread).await? {
        Some(link) => ask(ctx, link.request).await.map(Some),
        None => {
            let show = Some(StaffShow::Post(Screen::says(t::incidents::in_a_topic(lang))));
            Ok(Some(StaffStep { show, ..StaffStep::default() }))
        }
    }
}

/// An answer to what raises an alarm: its people read it. None when it answers something else.
pub(crate) async fn told(ctx: &mut Ctx<'_>, words: &str, reply_to: i64) -> Result<Option<StaffStep>> {
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, actor) = ctx.act().await?;
    let Some(request) = incidents::at_message(tx, bot, chat_id, reply_to).await? else { return Ok(None) };
    incidents::tell(tx, &actor, request, &News { words: Some(words.to_owned()), ..News::default() }).await?;
    Ok(Some(StaffStep { receipt: Some(Receipt::Done), ..StaffStep::default() }))
}
