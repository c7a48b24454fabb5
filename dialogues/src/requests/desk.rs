//! What somebody who works for the org does to a request by a tap, in the staff's group or in their own chat.

use chrono::TimeDelta;
use domain::{
    Result, assignment,
    ids::RequestId,
    notifications,
    requests::{self as desk, Closing, Edit, Pause},
};
use i18n::t;

use super::{
    choices,
    words::{about_short, local_time},
};
use crate::{
    Ctx, Screen,
    action::{RequestTap, Surface},
    lang_of,
    staff::{StaffShow, StaffStep},
};

/// A tap of somebody who works for the org. The deed is loaded and authorized anew each time; cards follow by
/// themselves, and the choice that led here says what came of it.
pub(crate) async fn tap(ctx: &mut Ctx<'_>, tap: RequestTap, id: RequestId, on: Surface) -> Result<StaffStep> {
    let lang = ctx.lang;
    // What is kept is read by others: a reason is written in the language of the org.
    let common = lang_of(ctx.org.language);
    let (bot, chat_id, categories, org) = (ctx.bot, ctx.chat_id, ctx.categories, ctx.org);
    let (tx, actor) = ctx.act().await?;
    let toast = match tap {
        RequestTap::Take => t::requests::you_took(lang, desk::take(tx, &actor, id).await?.number),
        RequestTap::Depart => t::requests::you_departed(lang, desk::depart(tx, &actor, id).await?.number),
        RequestTap::Arrive => t::requests::you_arrived(lang, desk::arrive(tx, &actor, id, None).await?.number),
        RequestTap::Resume => t::requests::you_resumed(lang, desk::resume(tx, &actor, id).await?.number),
        RequestTap::Complete => t::requests::you_completed(lang, desk::complete(tx, &actor, id, None).await?.number),
        RequestTap::Help => t::requests::you_help(lang, desk::help(tx, &actor, id).await?.number),
        RequestTap::Ask => {
            notifications::ask_for_question(tx, &actor, bot, chat_id, id).await?;
            t::requests::write_question(lang)
        }
        RequestTap::Step(position) => {
            desk::toggle_step(tx, &actor, id, position).await?;
            return Ok(StaffStep::default());
        }
        RequestTap::Pause(reason, days) => {
            let until = tx.source().now() + TimeDelta::days(i64::from(days));
            t::requests::you_paused(lang, desk::pause(tx, &actor, id, Pause { reason, until }).await?.number)
        }
        RequestTap::Release(why) => {
            let why = choices::release_words(common, why);
            t::requests::you_released(lang, desk::release(tx, &actor, id, &why).await?.number)
        }
        RequestTap::Assign(member) => {
            let request = desk::assign(tx, &actor, id, member).await?;
            t::requests::assigned(lang, request.number, request.assignee_name.as_deref().unwrap_or("—"))
        }
        RequestTap::Priority(priority) => {
            let edit = Edit { priority: Some(priority), ..Edit::default() };
            let number = desk::edit(tx, &actor, id, None, &edit).await?.number;
            t::requests::priority_set(lang, number, &super::words::priority_name(lang, priority))
        }
        RequestTap::Category(category) => {
            let edit = Edit { category: Some(category), ..Edit::default() };
            let request = desk::edit(tx, &actor, id, None, &edit).await?;
            t::requests::category_set(lang, request.number, &about_short(lang, &request.about))
        }
        RequestTap::Merge(into) => {
            let (main, _) = desk::number_of(tx, into).await?;
            t::requests::merged(lang, desk::merge(tx, &actor, id, into).await?.number, main)
        }
        RequestTap::Decline(why) => {
            let why = choices::decline_words(common, why);
            t::requests::declined(lang, desk::decline(tx, &actor, id, &why).await?.number)
        }
        RequestTap::Extend(hours) => {
            let request = desk::extend(tx, &actor, id, TimeDelta::hours(hours.into())).await?;
            let due = request.due_at.map(|due| local_time(&org.time_zone, due)).unwrap_or_default();
            t::requests::extended(lang, request.number, &due)
        }
        RequestTap::Close => t::requests::closed(lang, desk::close(tx, &actor, id, Closing::ByStaff).await?.number),
        RequestTap::Triage
        | RequestTap::Clocks
        | RequestTap::AskAssign
        | RequestTap::AskPriority
        | RequestTap::AskCategory
        | RequestTap::Kind(_)
        | RequestTap::AskMerge
        | RequestTap::AskDecline
        | RequestTap::AskClose
        | RequestTap::AskRelease
        | RequestTap::AskPause => {
            let request = desk::addressed(tx, &actor, id).await?;
            let number = request.number;
            let screen = match tap {
                RequestTap::AskAssign => {
                    let ranked = assignment::suggest(tx, &actor, &request).await?;
                    let workers = desk::workers(tx, &actor, request.building).await?;
                    choices::assign(lang, id, number, &ranked, &workers)
                }
                RequestTap::Clocks => choices::clocks(lang, &org.time_zone, &request, tx.source().now()),
                RequestTap::AskPriority => choices::priority(lang, id, number),
                RequestTap::AskCategory => choices::category(lang, id, number, categories, None),
                RequestTap::Kind(kind) => choices::category(lang, id, number, categories, Some(kind)),
                RequestTap::AskMerge => choices::merge(lang, id, number, &desk::mergeable(tx, &actor, id).await?),
                RequestTap::AskDecline => choices::decline(lang, id, number),
                RequestTap::AskClose => choices::close(lang, id, number),
                RequestTap::AskRelease => choices::release(lang, id, number),
                RequestTap::AskPause => choices::pause(lang, id, number),
                _ => choices::triage(lang, &request),
            };
            let show = if on == Surface::Card { StaffShow::Post(screen) } else { StaffShow::Edit(screen) };
            return Ok(StaffStep { show: Some(show), ..StaffStep::default() });
        }
        RequestTap::Reply
        | RequestTap::Accept
        | RequestTap::Return
        | RequestTap::Reopen
        | RequestTap::Rate(_)
        | RequestTap::Tag(_)
        | RequestTap::Remark
        | RequestTap::Price(..)
        | RequestTap::AskCancel
        | RequestTap::Cancel(_)
        | RequestTap::Show
        // These are asked in one's own chat.
        | RequestTap::Phone
        | RequestTap::Files
        | RequestTap::ArriveAnyway
        | RequestTap::AskPhotos(_)
        | RequestTap::AskMaterial
        | RequestTap::UseMaterial(_)
        | RequestTap::RemoveMaterial(_)
        | RequestTap::AskPrice
        | RequestTap::AskUntil(_)
        | RequestTap::Until(..)
        | RequestTap::Finish(_) => t::common::old_button(lang),
    };
    // A choice in a message of its own has been made: it says what came of it, and offers nothing any more.
    let show = (on == Surface::Message).then(|| StaffShow::Edit(Screen::says(toast.clone())));
    Ok(StaffStep { toast: Some(toast), show, receipt: None })
}
