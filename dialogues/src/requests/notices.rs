//! Messages about a request that come by themselves: somebody must act, or waits for a word.

use domain::{
    orgs::Org,
    requests::{Comment, Request},
};
use i18n::{Lang, t};

use super::words::money;

use crate::{
    Action, Screen, Text,
    action::{RequestTap, Surface},
    screen::{Button, Buttons},
    text::{Look, shorten},
};

/// How much of a comment one message carries, in UTF-16 code units; a comment is at most two of Telegram's messages.
const COMMENT_MAX: usize = 3600;

/// «Бобур взял вашу заявку».
pub fn taken(lang: Lang, _: &Org, request: &Request) -> Screen {
    Screen::says(t::requests::taken_notice(lang, request.number, request.assignee_name.as_deref().unwrap_or("—")))
}

/// «Бобур выехал».
pub fn departed(lang: Lang, _: &Org, request: &Request) -> Screen {
    let name = request.assignee_name.as_deref().unwrap_or("—");
    Screen::says(t::requests::departed_notice(lang, request.number, name))
}

/// «Отклонена», and why.
pub fn declined(lang: Lang, number: i64, reason: &str) -> Screen {
    let text = Text::new().bold(&t::requests::declined_notice(lang, number)).line();
    Screen::says(text.look(Look::Quote, &shorten(reason, 600)))
}

/// «Работа стоит 185 000: согласны?»
pub fn ask_price(lang: Lang, org: &Org, request: &Request) -> Screen {
    let price = request.price.unwrap_or_default();
    let tap = |agrees| Action::Request { tap: RequestTap::Price(agrees, price), id: request.id, on: Surface::Message };
    let money = money(&org.currency, price);
    Screen::says(t::requests::price_question(lang, request.number, &money)).rows(vec![vec![
        Button::success(t::requests::price_yes(lang, &money), tap(true)),
        Button::danger(t::requests::price_no(lang), tap(false)),
    ]])
}

/// «Готово: всё хорошо?»
pub fn ask_acceptance(lang: Lang, _: &Org, request: &Request) -> Screen {
    let tap = |tap| Action::Request { tap, id: request.id, on: Surface::Message };
    Screen::says(
        Text::new()
            .bold(&t::requests::done_title(lang, request.number))
            .line()
            .plain(&t::requests::done_question(lang)),
    )
    .rows(vec![vec![
        Button::success(t::requests::accept(lang), tap(RequestTap::Accept)),
        Button::danger(t::requests::return_work(lang), tap(RequestTap::Return)),
    ]])
}

/// A word of the staff to the resident.
pub fn comment_to_resident(lang: Lang, comment: &Comment) -> Screen {
    let title = if comment.is_question {
        t::requests::question_title(lang, comment.number, &comment.author_name)
    } else {
        t::requests::comment_title(lang, comment.number, &comment.author_name)
    };
    let reply = Action::Request { tap: RequestTap::Reply, id: comment.request, on: Surface::Message };
    Screen::says(said(&title, comment)).rows(vec![vec![Button::success(t::requests::reply(lang), reply)]])
}

/// A word of the resident to the staff.
pub fn comment_to_staff(lang: Lang, comment: &Comment) -> Screen {
    Screen::says(said(&t::requests::resident_title(lang, comment.number, &comment.author_name), comment))
}

/// A word of a colleague that was said elsewhere: to the resident, or among the staff.
pub fn comment_of_staff(lang: Lang, comment: &Comment) -> Screen {
    let title = if comment.is_internal {
        t::requests::note_title(lang, comment.number, &comment.author_name)
    } else {
        t::requests::colleague_title(lang, comment.number, &comment.author_name)
    };
    Screen::says(said(&title, comment))
}

/// What stands in place of a word that was taken back, where it could not be deleted.
pub fn taken_back(lang: Lang) -> Screen {
    Screen::says(t::requests::taken_back(lang))
}

/// «Что спросить у жителя?», to be answered in the group.
pub fn question_prompt(lang: Lang, number: i64, asker: &str) -> Screen {
    Screen {
        text: t::requests::question_prompt(lang, number, asker).into(),
        buttons: Buttons::ForceReply { placeholder: t::requests::question_placeholder(lang) },
    }
}

/// «Карточка №5 ниже».
pub fn card_moved(lang: Lang, number: i64) -> Screen {
    Screen::says(t::requests::card_below(lang, number))
}

/// «Бота убрали из группы».
pub fn staff_chat_lost(lang: Lang, title: &str) -> Screen {
    Screen::says(t::requests::staff_chat_lost(lang, title))
}

fn said(title: &str, comment: &Comment) -> Text {
    let text = Text::new().bold(title);
    if comment.words.is_empty() { text } else { text.line().look(Look::Quote, &shorten(&comment.words, COMMENT_MAX)) }
}
