//! Who is told of an event, and how. The match is exhaustive: a new event does not compile without an answer.

mod whom;

use std::time::Duration;

use super::{
    model::{Audience, Class, Delivery},
    preferences::{Subject, Weight},
    push::{Push, push},
    store, warnings,
};
use crate::{
    Result, TenantTx,
    access::Actor,
    alerts, assignment,
    events::{self, Event, SignInFailure},
    ids::EventId,
    mails::{self, Letter, SecurityNotice},
    members,
    property::asking,
    requests::{self, Side},
    shifts,
    timeouts::{self, Check},
};
use whom::{
    alert, alert_owners, bring_down, call_managers, of_request, refresh_cards, refresh_waiting, report_incident,
    say_unheard, show_changed, show_colleagues, show_followers, show_staff, show_waiting, tell_of_own, tell_person,
    tell_reporter, write_to,
};

/// How long the parts of an album are waited for: they come in as updates of their own, one after the other.
pub(crate) const GATHERING: Duration = Duration::from_millis(1500);

/// Accepts for sending whatever follows from the event. Run twice, it changes nothing the second time: whoever has
/// been told is not told again.
pub async fn fan_out(tx: &mut TenantTx, id: EventId) -> Result<()> {
    let event = events::get(tx, id).await?;
    if !store::mark_told(tx, id).await? {
        return Ok(());
    }
    leave_work(tx, &event).await?;
    timeouts::arm(tx, &event).await?;
    tell(tx, id, &event).await?;
    warnings::follow(tx, &event).await?;
    report_incident(tx, &event).await?;
    assignment::give_out(tx, &event).await
}

/// Whoever does the org's work no more leaves it: what they had is in the queue again, and their shifts end.
async fn leave_work(tx: &mut TenantTx, event: &Event) -> Result<()> {
    match event {
        Event::MemberRemoved { person, .. } | Event::MemberLeft { person, .. } => {
            requests::free(tx, *person).await?;
            shifts::end_all(tx, *person).await
        }
        Event::RoleChanged { person, .. }
        | Event::CustomRoleGiven { person, .. }
        | Event::CustomRoleTaken { person, .. } => requests::free(tx, *person).await,
        Event::RoleEdited { role, .. } => {
            for person in requests::holders(tx, *role).await? {
                requests::free(tx, person).await?;
            }
            Ok(())
        }
        // It came back to somebody who may have left meanwhile.
        Event::RequestReturned { request, .. } | Event::RequestReopened { request, .. } => {
            requests::free_returned(tx, *request).await
        }
        _ => Ok(()),
    }
}

async fn tell(tx: &mut TenantTx, id: EventId, event: &Event) -> Result<()> {
    match event {
        Event::RequestFiled { request, bot, draft_message, .. } => {
            let Some(bot) = bot.or(store::first_bot(tx).await?) else { return Ok(()) };
            let reporter = store::reporter(tx, *request).await?;
            if let Some(chat_id) = reporter.telegram_id {
                let of = Some(reporter.person);
                let card =
                    store::upsert_card(tx, *request, bot, Audience::Resident, of, chat_id, *draft_message).await?;
                store::refresh(tx, &[card]).await?;
            }
            // What goes with an incident is no work of its own.
            if requests::incidents::gather(tx, *request).await? {
                return Ok(());
            }
            show_staff(tx, bot, *request).await
        }
        Event::IncidentUnanswered { request } => call_managers(tx, *request).await,
        Event::RequestJoined { request, person } => {
            store::show_to(tx, *request, &[*person]).await?;
            refresh_cards(tx, *request).await
        }
        Event::RequestMerged { request, into, .. } => {
            show_followers(tx, *into).await?;
            refresh_cards(tx, *request).await?;
            refresh_cards(tx, *into).await
        }
        Event::IncidentDeclared { request, .. } => {
            show_followers(tx, *request).await?;
            refresh_cards(tx, *request).await
        }
        Event::RequestTaken { request, .. } => {
            refresh_cards(tx, *request).await?;
            let delivery = Delivery::Taken { request: *request };
            tell_reporter(tx, *request, &of_request(*request, Weight::News, Class::Reply, &delivery)).await.map(drop)
        }
        Event::RequestCompleted { request, .. } => {
            refresh_cards(tx, *request).await?;
            let delivery = Delivery::AskAcceptance { request: *request };
            tell_reporter(tx, *request, &of_request(*request, Weight::Matter, Class::Alert, &delivery)).await.map(drop)
        }
        Event::RequestDeparted { request } => {
            refresh_cards(tx, *request).await?;
            let delivery = Delivery::Departed { request: *request };
            tell_reporter(tx, *request, &of_request(*request, Weight::Urgent, Class::Reply, &delivery)).await.map(drop)
        }
        Event::RequestDeclined { request, reason, .. } => {
            refresh_cards(tx, *request).await?;
            let delivery = Delivery::Declined { request: *request, reason: reason.clone() };
            tell_reporter(tx, *request, &of_request(*request, Weight::Matter, Class::Reply, &delivery)).await.map(drop)
        }
        Event::PriceOffered { request, .. } => {
            refresh_cards(tx, *request).await?;
            let delivery = Delivery::AskPrice { request: *request };
            tell_reporter(tx, *request, &of_request(*request, Weight::Word, Class::Alert, &delivery)).await.map(drop)
        }
        // A warning says it, and says when it is over.
        Event::RequestTimedOut { check: Check::Unassigned | Check::DueSoon | Check::Overdue, .. } => Ok(()),
        Event::RequestTimedOut { request, check, person } => {
            let delivery = Delivery::TimedOut { request: *request, check: *check };
            match person {
                Some(person) => write_to(tx, *person, &delivery).await.map(drop),
                None => {
                    let word = of_request(*request, Weight::Word, Class::Reply, &delivery);
                    tell_reporter(tx, *request, &word).await.map(drop)
                }
            }
        }
        Event::RequestAssigned { request, .. }
        | Event::RequestReturned { request, .. }
        | Event::RequestReopened { request, .. } => {
            bring_down(tx, *request).await?;
            refresh_cards(tx, *request).await
        }
        Event::IncidentSuspected { request, .. }
        | Event::IncidentDismissed { request }
        | Event::IncidentAccepted { request, .. }
        | Event::IncidentTold { request, .. }
        | Event::RequestOffered { request }
        | Event::RequestReleased { request, .. }
        | Event::RequestFreed { request, .. }
        | Event::RequestHelped { request, .. }
        | Event::RequestArrived { request, .. }
        | Event::RequestPaused { request, .. }
        | Event::RequestResumed { request }
        | Event::RequestAccepted { request }
        | Event::RequestCancelled { request, .. }
        | Event::RequestClosed { request, .. }
        | Event::RequestEdited { request, .. }
        | Event::RequestRated { request, .. }
        | Event::RequestRemarked { request, .. }
        | Event::WorkStepToggled { request, .. }
        | Event::WorkPhotosAdded { request, .. }
        | Event::MaterialAdded { request, .. }
        | Event::MaterialRemoved { request, .. }
        | Event::PriceAnswered { request, .. } => refresh_cards(tx, *request).await,
        Event::CommentAdded { request, comment, gathers, is_internal: true, .. } => {
            refresh_cards(tx, *request).await?;
            show_colleagues(tx, *comment, if *gathers { GATHERING } else { Duration::ZERO }).await
        }
        Event::CommentEdited { comment, .. } | Event::CommentDeleted { comment, .. } => {
            show_changed(tx, *comment).await
        }
        Event::CommentAdded { request, comment, side, gathers, is_internal: false } => {
            let wait = if *gathers { GATHERING } else { Duration::ZERO };
            refresh_cards(tx, *request).await?;
            match side {
                Side::Staff => {
                    let delivery = Delivery::Comment { comment: *comment, to: Side::Resident };
                    let word = of_request(*request, Weight::Word, Class::Reply, &delivery);
                    let word = Push { subject: Subject::Comments, wait, ..word };
                    if !tell_reporter(tx, *request, &word).await? {
                        say_unheard(tx, *comment).await?;
                    }
                    show_colleagues(tx, *comment, wait).await
                }
                Side::Resident => {
                    let delivery = Delivery::Comment { comment: *comment, to: Side::Staff };
                    for chat in store::staff_chats(tx).await?.iter().filter(|chat| chat.present) {
                        store::enqueue(tx, chat.bot, chat.chat_id, Class::Reply, &delivery, wait).await?;
                    }
                    Ok(())
                }
            }
        }
        Event::StaffChatLinked { bot } => {
            store::refresh_forums(tx, true).await?;
            for request in requests::list_waiting(tx, &Actor::System).await? {
                show_staff(tx, *bot, request).await?;
            }
            Ok(())
        }
        Event::StaffChatLost { bot } => {
            if let Some(lost) = store::staff_chat(tx, *bot).await? {
                let delivery = Delivery::StaffChatLost { title: lost.title };
                for member in store::recipients(tx, Subject::StaffChatLost).await?.iter().filter(|member| member.told) {
                    let reader = store::reader(tx, member.person).await?;
                    if let Some(chat_id) = reader.telegram_id.filter(|_| !reader.unreachable) {
                        push(tx, member.person, *bot, chat_id, &alert(Subject::StaffChatLost, &delivery)).await?;
                    }
                }
            }
            Ok(())
        }
        Event::PersonReturned { person } => {
            let cards = store::open_cards_of(tx, *person).await?;
            store::refresh(tx, &cards).await
        }
        Event::SignInFailed { person, why: SignInFailure::Locked } => {
            tell_of_own(tx, *person, SecurityNotice::Locked).await?;
            alert_owners(tx, id, event).await
        }
        Event::BotTokenChanged { .. }
        | Event::MemberAdded { .. }
        | Event::CustomRoleGiven { .. }
        | Event::SignedIn { .. }
        | Event::SignInFailed { .. }
        | Event::Exported { .. } => alert_owners(tx, id, event).await,
        Event::AlertAnswered { alert, .. } => {
            for (bot, chat_id) in alerts::messages(tx, *alert).await? {
                let delivery = Delivery::Alert { alert: *alert };
                store::enqueue(tx, bot, chat_id, Class::Alert, &delivery, Duration::ZERO).await?;
            }
            Ok(())
        }
        Event::RoleChanged { person, .. } => {
            tell_person(tx, *person, id, Weight::Matter).await?;
            alert_owners(tx, id, event).await
        }
        Event::MemberRemoved { person, .. } => {
            // Their cards of work show nothing of it any more.
            let cards = store::worker_cards_of(tx, *person).await?;
            store::refresh(tx, &cards).await?;
            tell_person(tx, *person, id, Weight::Urgent).await
        }
        Event::MemberLeft { person, .. } => {
            let cards = store::worker_cards_of(tx, *person).await?;
            store::refresh(tx, &cards).await
        }
        // Whoever has left hears of no shifts.
        Event::ShiftCancelled { person, .. } if members::of_person(tx, *person).await?.is_none() => Ok(()),
        Event::OwnershipOffered { person, .. }
        | Event::OwnershipWithdrawn { person }
        | Event::OwnershipTransferred { from: person, .. }
        | Event::ShiftPlanned { person, .. }
        | Event::ShiftEdited { person, .. }
        | Event::ShiftCancelled { person, .. }
        | Event::AbsenceNoted { deputy: Some(person), .. }
        | Event::AbsenceEnded { deputy: Some(person), .. }
        | Event::InviteAccepted { inviter: Some(person), .. } => tell_person(tx, *person, id, Weight::Matter).await,
        Event::PasswordChanged { person } => tell_of_own(tx, *person, SecurityNotice::PasswordChanged).await,
        Event::SecondFactorChanged { person, on } => {
            tell_of_own(tx, *person, SecurityNotice::SecondFactor { on: *on }).await
        }
        Event::EmailConfirmed { person, replaced: true } => {
            tell_of_own(tx, *person, SecurityNotice::EmailChanged).await
        }
        // Both ways: who asked does not say which of them they can read.
        Event::PasswordLinkAsked { person } => {
            write_to(tx, *person, &Delivery::PasswordLink { person: *person }).await?;
            mails::write_to(tx, *person, &Letter::PasswordLink).await?;
            Ok(())
        }
        Event::ResidentJoined { person, unit, verified: false } => match asking::last_stay(tx, *person, *unit).await? {
            Some(resident) => show_waiting(tx, resident, true).await,
            None => Ok(()),
        },
        Event::ResidentRoleChosen { resident, waits: true, .. } => show_waiting(tx, *resident, false).await,
        Event::ResidentVerified { person, resident: Some(resident), .. }
        | Event::ResidentDeclined { person, resident: Some(resident), .. } => {
            refresh_waiting(tx, *resident).await?;
            write_to(tx, *person, &Delivery::ResidentAnswered { resident: *resident }).await?;
            Ok(())
        }
        Event::CategoryCreated { .. }
        | Event::CategoryEdited { .. }
        | Event::OrgCreated
        | Event::OrgEdited { .. }
        | Event::OrgDeleted { .. }
        | Event::OrgRestored
        | Event::BotAdded { .. }
        | Event::BotRemoved { .. }
        | Event::CustomRoleTaken { .. }
        | Event::RoleCreated { .. }
        | Event::RoleEdited { .. }
        | Event::RoleDeleted { .. }
        | Event::ElementsHidden { .. }
        | Event::TeamCreated { .. }
        | Event::TeamEdited { .. }
        | Event::TeamDeleted { .. }
        | Event::CalendarCreated { .. }
        | Event::CalendarEdited { .. }
        | Event::CalendarChosen { .. }
        | Event::CalendarDeleted { .. }
        | Event::ShiftBegun { .. }
        | Event::ShiftEnded { .. }
        | Event::AbsenceNoted { deputy: None, .. }
        | Event::AbsenceEnded { deputy: None, .. }
        | Event::SkillAdded { .. }
        | Event::AssignmentChanged { .. }
        | Event::TimeoutsChanged { .. }
        | Event::SkillRenamed { .. }
        | Event::SkillDeleted { .. }
        | Event::MemberSkillsSet { .. }
        | Event::WebhookAdded { .. }
        | Event::WebhookEdited { .. }
        | Event::WebhookSecretRotated { .. }
        | Event::WebhookSwitchedOff { .. }
        | Event::WebhookDeleted { .. }
        | Event::ServiceAccountCreated { .. }
        | Event::ServiceAccountEdited { .. }
        | Event::ServiceAccountSecretRotated { .. }
        | Event::ServiceAccountRevoked { .. }
        | Event::ServiceAccountApproved { .. }
        | Event::ServiceApprovalUsed { .. }
        | Event::ServiceApprovalEnded { .. }
        | Event::ViewingStarted { .. }
        | Event::ViewingUsed { .. }
        | Event::ViewingEnded { .. }
        | Event::MemberLimited { .. }
        | Event::InviteCreated { .. }
        | Event::InviteRevoked { .. }
        | Event::InviteAccepted { inviter: None, .. }
        | Event::SessionsEnded { .. }
        | Event::AlertLimitsChanged { .. }
        | Event::PreferencesChanged { .. }
        | Event::QuietHoursChanged { .. }
        | Event::EmailConfirmed { replaced: false, .. }
        | Event::LanguageChosen { .. }
        | Event::PhoneConfirmed
        | Event::PersonUnreachable
        | Event::ResidentListed { .. }
        | Event::ResidentUnlisted { .. }
        | Event::ResidentEdited { .. }
        | Event::ResidentMovedOut { .. }
        | Event::ConsentGiven { .. }
        | Event::PropertyAdded { .. }
        | Event::PropertyEdited { .. }
        | Event::PropertyArchived { .. }
        | Event::PropertyLinkRenewed { .. }
        | Event::ResidentVerified { resident: None, .. }
        | Event::ResidentDeclined { resident: None, .. }
        | Event::ResidentRoleChosen { waits: false, .. }
        | Event::RegisterImported { .. }
        | Event::RegisterImportUndone { .. }
        | Event::PhoneShown { .. }
        | Event::ResidentJoined { verified: true, .. } => Ok(()),
    }
}
