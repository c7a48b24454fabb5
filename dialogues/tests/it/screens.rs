//! Every screen, in every language, with the worst that people type, within Telegram's limits.

use std::collections::BTreeSet;

use dialogues::{
    Action, Command, Ctx, Input, Show, Viewer,
    requests::{cards, notices, work},
};
use domain::{
    orgs::Org,
    requests::{Part, Request, Side, Status},
    timeouts::Check,
    updates::Effect,
};
use i18n::{ERROR_CODES, Lang, error_text, t};
use testkit::fixtures;

use crate::{
    hostile::{self, WORDS},
    limits::check,
};

#[test]
fn every_state_in_every_language() {
    let mut seen = BTreeSet::new();
    for words in WORDS {
        let (org, categories) = (hostile::org(words), hostile::categories(words));
        for homes in [0, 1, 60] {
            let identity = hostile::identity(words, homes);
            for (lang, state) in Lang::ALL
                .into_iter()
                .flat_map(|lang| hostile::states(words).into_iter().map(move |state| (lang, state)))
            {
                let name = hostile::name(&state);
                seen.insert(name);
                let viewer = Viewer { lang, identity: &identity, org: &org, categories: &categories };
                let screen = dialogues::view(viewer, &state);
                check(&screen, &format!("{name} in {lang}, {homes} homes, {words:?}"));
                let home = t::people::home(lang, &identity.name, &org.name);
                check(
                    &screen.under(&t::people::already_home(lang, &home)),
                    &format!("{name} under a line in {lang}, {words:?}"),
                );
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), hostile::NAMES);
}

#[test]
fn every_error_stands_above_every_state() {
    let longest = |lang| ERROR_CODES.iter().filter_map(|code| error_text(lang, code)).max_by_key(String::len).unwrap();
    for words in WORDS {
        let (org, identity) = (hostile::org(words), hostile::identity(words, 60));
        let categories = hostile::categories(words);
        for lang in Lang::ALL {
            for state in hostile::states(words) {
                let screen =
                    dialogues::view(Viewer { lang, identity: &identity, org: &org, categories: &categories }, &state);
                check(&screen.under(&longest(lang)), hostile::name(&state));
            }
        }
    }
}

/// What can be waited for.
const CHECKS: [Check; 9] = [
    Check::Unassigned,
    Check::NotAccepted,
    Check::AnswerReminder,
    Check::AnswerOverdue,
    Check::AnswerClose,
    Check::DoneReminder,
    Check::DoneAccept,
    Check::PauseOver,
    Check::Alarm,
];

#[test]
fn every_card_and_notice() {
    for (words, lang) in WORDS.into_iter().flat_map(|words| Lang::ALL.map(|lang| (words, lang))) {
        let org = Org { time_zone: "no/such zone".to_owned(), ..hostile::org(words) };
        for status in Status::ALL {
            let request = hostile::request(words, status);
            let unrated = domain::requests::Request { rating: None, verified: true, returns: 0, ..request.clone() };
            for (what, request) in [("full", &request), ("unrated", &unrated)] {
                let what = format!("{what} {status:?} in {lang} with {words:?}");
                check(&cards::resident(lang, &org, request, None), &what);
                let evidence = &hostile::job(words, Part::Has).evidence;
                check(&cards::resident(lang, &org, request, Some(evidence)), &what);
                check(&cards::follower(lang, &org, request), &what);
                let incident = request.incident.as_ref().unwrap();
                let suspected = domain::requests::Incident { declared_at: None, ..incident.clone() };
                for incident in [incident, &suspected] {
                    check(&dialogues::incidents::alarm(lang, &org, request, incident, true), &what);
                }
                for suggested in [None, Some(&hostile::ranked(words))] {
                    check(&cards::staff(lang, &org, request, suggested), &what);
                }
                for part in [Part::Has, Part::Helps, Part::Nothing] {
                    check(&work::card(lang, &org, request, &hostile::job(words, part)), &what);
                }
                let topic = cards::topic_name(lang, request);
                assert!((1..=128).contains(&topic.encode_utf16().count()) && !topic.contains('\n'), "{what}: {topic}");
                check(&notices::taken(lang, &org, request), &what);
                check(&notices::ask_acceptance(lang, &org, request), &what);
                let waits = Request { asked_at: Some(request.created_at), ..request.clone() };
                for (late, waits) in CHECKS.into_iter().flat_map(|late| [(late, request), (late, &waits)]) {
                    if let Some(screen) = dialogues::timeouts::notice(lang, &org, waits, late) {
                        check(&screen, &what);
                    }
                }
                check(&notices::departed(lang, &org, request), &what);
                check(&notices::ask_price(lang, &org, request), &what);
                check(&notices::declined(lang, request.number, &request.words), &what);
            }
        }
        for (side, is_question) in [(Side::Staff, false), (Side::Staff, true), (Side::Resident, false)] {
            let comment = hostile::comment(words, side, is_question);
            check(&notices::comment_to_resident(lang, &comment), "comment to the resident");
            check(&notices::comment_to_staff(lang, &comment), "comment to the staff");
            check(&notices::comment_of_staff(lang, &comment), "a colleague's comment");
            let bare = domain::requests::Comment { words: String::new(), ..comment };
            check(&notices::comment_to_resident(lang, &bare), "a photo to the resident");
            check(&notices::comment_to_staff(lang, &bare), "a photo to the staff");
        }
        let org = hostile::org(words);
        for news in hostile::news(words) {
            check(&dialogues::members::notices::news(lang, &org, &news), "news of the team");
        }
        let (identity, categories) = (hostile::identity(words, 1), hostile::categories(words));
        let viewer = Viewer { lang, identity: &identity, org: &org, categories: &categories };
        for is_owner in [false, true] {
            check(&dialogues::orgs::closed(viewer, &org, is_owner), "a deleted org");
        }
        check(&notices::question_prompt(lang, i64::MAX, &hostile::fill(words, 128)), "question prompt");
        check(&notices::staff_chat_lost(lang, &hostile::fill(words, 255)), "group lost");
    }
}

/// The screens that are not a state's own.
#[tokio::test]
async fn every_screen_beside_the_states() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let asked = [
        Input::Tap(Action::More),
        Input::Tap(Action::Help),
        Input::Command(Command::Help),
        Input::Command(Command::Language),
        Input::Command(Command::Cancel),
    ];
    for (words, lang) in WORDS.into_iter().flat_map(|words| Lang::ALL.map(|lang| (words, lang))) {
        let (org, categories) = (hostile::org(words), hostile::categories(words));
        for homes in [0, 60] {
            let identity = hostile::identity(words, homes);
            for (input, state) in
                asked.iter().flat_map(|input| hostile::states(words).into_iter().map(move |state| (input, state)))
            {
                let mut effect = Effect::new(database.db().clone(), office.org, office.bot.id, 1);
                let mut ctx = Ctx {
                    lang,
                    identity: &identity,
                    org: &org,
                    categories: &categories,
                    bot: office.bot.id,
                    chat_id: 1,
                    tapped: None,
                    effect: &mut effect,
                };
                let what = format!("{input:?} at {} in {lang} with {words:?}", hostile::name(&state));
                let step = dialogues::handle(&mut ctx, state, input.clone()).await?;
                assert!(!effect.is_open(), "{what}: a screen needs no transaction");
                let screen = match step.show {
                    Show::Screen | Show::Fresh => dialogues::view(
                        Viewer { lang, identity: &identity, org: &org, categories: &categories },
                        &step.state,
                    ),
                    Show::Other(screen) | Show::OtherFresh(screen) => screen,
                    Show::Picture { .. } | Show::Qr { .. } | Show::Nothing => panic!("{what}: silence"),
                };
                check(&step.lead.into_iter().fold(screen, |screen, lead| screen.under(&lead)), &what);
            }
        }
    }
    Ok(())
}
