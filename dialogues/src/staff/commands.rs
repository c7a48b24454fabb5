//! Commands of the staff's group: about the request of the topic, or of the message that they answer. Each does what a
//! button does, is asked for the same right, and is refused as kindly.

use domain::{
    Result,
    ids::RequestId,
    notifications,
    requests::{self as desk, Filter, Side},
    shifts,
};
use i18n::t;

use super::{Receipt, StaffShow, StaffStep};
use crate::{
    Ctx, Said, Screen, Text,
    action::{RequestTap, Surface},
    requests::{
        self,
        mirror::{self, Word},
    },
};

/// How many lines of one's own work are shown.
const SHOWN: i64 = 15;

/// What a command wants.
enum Wanted {
    Note,
    TakeBack,
    Take,
    Assign,
    Merge,
    Close,
    Clocks,
    Who,
    My,
}

/// A message of the group that is a command; none when it is not one of ours.
pub(super) async fn command(ctx: &mut Ctx<'_>, said: &Said, thread: Option<i64>) -> Result<Option<StaffStep>> {
    let words = said.words.trim();
    let (name, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let wanted = match name.split('@').next().unwrap_or(name) {
        "/note" => Wanted::Note,
        "/del" => Wanted::TakeBack,
        "/take" => Wanted::Take,
        "/assign" => Wanted::Assign,
        "/merge" => Wanted::Merge,
        "/close" => Wanted::Close,
        "/sla" => Wanted::Clocks,
        "/who" => Wanted::Who,
        "/my" => Wanted::My,
        _ => return Ok(None),
    };
    let (lang, rest) = (ctx.lang, rest.trim());
    match wanted {
        Wanted::TakeBack => {
            return Ok(Some(match mirror::take_back(ctx, said.reply_to).await? {
                Some(_) => StaffStep { receipt: Some(Receipt::Done), ..StaffStep::default() },
                None => says(t::requests::take_back_how(lang)),
            }));
        }
        Wanted::My => return my(ctx).await.map(Some),
        _ => {}
    }
    let (bot, chat_id) = (ctx.bot, ctx.chat_id);
    let (tx, _) = ctx.act().await?;
    let link = notifications::linked_message(tx, bot, chat_id, said.reply_to, thread).await?;
    if let Wanted::Who = wanted {
        return who(ctx, link.map(|link| link.request)).await.map(Some);
    }
    let Some(link) = link else { return Ok(Some(says(t::requests::command_in_a_topic(lang)))) };
    let id = link.request;
    match wanted {
        Wanted::Note if rest.is_empty() && said.attachments.is_empty() => Ok(Some(says(t::requests::note_how(lang)))),
        Wanted::Note => {
            let word = Word {
                request: id,
                side: Side::Staff,
                is_question: false,
                is_internal: true,
                words: rest,
                answers: link.comment,
            };
            mirror::say(ctx, said, &word).await?;
            Ok(Some(StaffStep { receipt: Some(Receipt::Done), ..StaffStep::default() }))
        }
        Wanted::Take => deed(ctx, id, RequestTap::Take).await.map(Some),
        Wanted::Close => deed(ctx, id, RequestTap::AskClose).await.map(Some),
        Wanted::Clocks => deed(ctx, id, RequestTap::Clocks).await.map(Some),
        Wanted::Assign => assign(ctx, id, rest).await.map(Some),
        Wanted::Merge => merge(ctx, id, rest).await.map(Some),
        Wanted::TakeBack | Wanted::Who | Wanted::My => Ok(None),
    }
}

/// What a button would do. What it would say at itself is said in a message.
async fn deed(ctx: &mut Ctx<'_>, id: RequestId, tap: RequestTap) -> Result<StaffStep> {
    let done = requests::tap_at_desk(ctx, tap, id, Surface::Card).await?;
    Ok(match (done.show, done.toast) {
        (None, Some(toast)) => says(toast),
        (show, _) => StaffStep { show, ..StaffStep::default() },
    })
}

/// `/assign`, `/assign Бобур`, `/assign @bobur`. Whoever is not clear is chosen from the list.
async fn assign(ctx: &mut Ctx<'_>, id: RequestId, whom: &str) -> Result<StaffStep> {
    if whom.is_empty() {
        return deed(ctx, id, RequestTap::AskAssign).await;
    }
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let building = desk::addressed(tx, &actor, id).await?.building;
    let workers = desk::workers(tx, &actor, building).await?;
    let wanted = whom.trim_start_matches('@').to_lowercase();
    let is_meant = |worker: &&desk::Worker| {
        let name = worker.name.to_lowercase();
        let username = worker.username.as_deref().map(str::to_lowercase);
        username.as_deref() == Some(&wanted)
            || (!whom.starts_with('@') && (name == wanted || name.split_whitespace().any(|part| part == wanted)))
    };
    let meant: Vec<_> = workers.iter().filter(is_meant).collect();
    if let [one] = meant.as_slice() {
        return deed(ctx, id, RequestTap::Assign(one.member)).await;
    }
    let choice = deed(ctx, id, RequestTap::AskAssign).await?;
    let unclear = t::requests::nobody_so_called(lang, &crate::text::shorten(whom, 60));
    Ok(match choice.show {
        Some(StaffShow::Post(screen)) => {
            StaffStep { show: Some(StaffShow::Post(screen.under(&unclear))), ..StaffStep::default() }
        }
        _ => says(unclear),
    })
}

/// `/merge`, `/merge 1042`.
async fn merge(ctx: &mut Ctx<'_>, id: RequestId, into: &str) -> Result<StaffStep> {
    let lang = ctx.lang;
    let Ok(number) = into.trim_start_matches(['№', '#']).trim().parse::<i64>() else {
        return deed(ctx, id, RequestTap::AskMerge).await;
    };
    let (tx, actor) = ctx.act().await?;
    let named = Filter { text: Some(number.to_string()), ..Filter::default() };
    let found = desk::list(tx, &actor, &named, None, 50).await?;
    match found.into_iter().find(|one| one.number == number) {
        Some(main) => deed(ctx, id, RequestTap::Merge(main.id)).await,
        None => Ok(says(t::requests::no_such_number(lang, number))),
    }
}

/// `/my`: what somebody has to do.
async fn my(ctx: &mut Ctx<'_>) -> Result<StaffStep> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let jobs = desk::jobs(tx, &actor, SHOWN).await?;
    if jobs.is_empty() {
        return Ok(says(t::requests::no_jobs(lang)));
    }
    let lines: Vec<String> = jobs.iter().map(|job| requests::summary_line(lang, job)).collect();
    let text = Text::new().bold(&t::requests::my_jobs(lang)).line().plain(&lines.join("\n"));
    Ok(StaffStep { show: Some(StaffShow::Post(Screen::says(text))), ..StaffStep::default() })
}

/// `/who`: who has the request of the topic, and who is on duty.
async fn who(ctx: &mut Ctx<'_>, request: Option<RequestId>) -> Result<StaffStep> {
    let lang = ctx.lang;
    let (tx, actor) = ctx.act().await?;
    let mut lines = vec![];
    if let Some(id) = request {
        let request = desk::addressed(tx, &actor, id).await?;
        lines.push(match &request.assignee_name {
            Some(name) => t::requests::who_has(lang, request.number, name),
            None => t::requests::who_nobody(lang, request.number),
        });
        if !request.helpers.is_empty() {
            lines.push(t::requests::who_helps(lang, i64::try_from(request.helpers.len()).unwrap_or(i64::MAX)));
        }
    }
    let now = tx.source().now();
    let there = shifts::on_duty(tx, &actor, now).await?;
    let names: Vec<&str> = there.iter().take(20).map(|who| who.name.as_str()).collect();
    lines.push(if names.is_empty() {
        t::requests::nobody_on_duty(lang)
    } else {
        t::requests::who_on_duty(lang, &names.join(", "))
    });
    Ok(says(lines.join("\n")))
}

fn says(words: String) -> StaffStep {
    StaffStep { show: Some(StaffShow::Post(Screen::says(words))), ..StaffStep::default() }
}
