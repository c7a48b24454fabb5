//! Every action survives its way through a button, and nonsense is an old button.

use proptest::prelude::*;

use super::*;

fn all() -> Vec<Action> {
    let (unit, request) = (UnitId(Uuid::from_u128(u128::MAX)), RequestId(Uuid::from_u128(7)));
    let mut all = vec![
        Action::LivesHere,
        Action::LivesElsewhere,
        Action::NotResident,
        Action::Menu,
        Action::More,
        Action::Help,
        Action::NewRequest,
        Action::ResumeDraft,
        Action::Back,
        Action::Cancel,
        Action::DropDraft,
        Action::Place(PlaceChoice::Unit(unit)),
        Action::Place(PlaceChoice::Entrance),
        Action::Place(PlaceChoice::Yard),
        Action::Edit(Part::Category),
        Action::Edit(Part::Place),
        Action::Edit(Part::Words),
        Action::Edit(Part::Slot),
        Action::Category(CategoryId(Uuid::from_u128(u128::MAX))),
        Action::Urgent,
        Action::Join,
        Action::FileAnyway,
        Action::Submit,
        Action::Jobs,
        Action::MyRequests { before: None },
        Action::MyRequests { before: Some(i64::MAX) },
        Action::Login { id: BotLoginId(Uuid::from_u128(u128::MAX)), number: None },
        Action::Login { id: BotLoginId(Uuid::from_u128(9)), number: Some(42) },
    ];
    let alert = AlertId(Uuid::from_u128(8));
    all.extend([AlertAnswer::Fine, AlertAnswer::EndSessions].map(|answer| Action::Alert { id: alert, answer }));
    all.extend(OrgTap::all().into_iter().map(Action::Org));
    all.extend(MemberTap::all().into_iter().map(Action::Member));
    all.extend(InviteTap::all().into_iter().map(Action::Invite));
    all.extend(SessionTap::all().into_iter().map(Action::Session));
    all.extend(HomeTap::all().into_iter().map(Action::Home));
    all.extend(ShiftTap::all().map(Action::Shift));
    all.extend(ImportTap::all().into_iter().map(Action::Import));
    all.extend(IncidentTap::all().into_iter().map(Action::Incident));
    all.extend(NotifyTap::all().into_iter().map(Action::Notify));
    all.extend(ReportTap::all().into_iter().map(Action::Report));
    all.extend(WarnTap::all().into_iter().map(Action::Warn));
    all.extend(Lang::ALL.map(Action::Language));
    all.extend(SlotChoice::ALL.map(Action::Slot));
    for tap in RequestTap::all() {
        all.extend([Surface::Card, Surface::Message].map(|on| Action::Request { tap, id: request, on }));
    }
    all
}

#[test]
fn every_action_survives_the_round_trip_and_fits() {
    let mut seen = std::collections::HashSet::new();
    for action in all() {
        let data = action.encode();
        assert!(data.len() <= 64, "{action:?} takes {} bytes", data.len());
        assert_eq!(Action::decode(&data), Some(action), "{data}");
        assert!(seen.insert(data), "{action:?} shares its data with another");
    }
}

#[test]
fn another_version_is_an_old_button() {
    assert_eq!(Action::decode(&Action::Submit.encode().replacen('1', "0", 1)), None);
}

proptest! {
    #[test]
    fn nonsense_is_an_old_button_or_means_itself(data in ".{0,64}") {
        if let Some(action) = Action::decode(&data) {
            prop_assert_eq!(Action::decode(&action.encode()), Some(action));
        }
    }
}
