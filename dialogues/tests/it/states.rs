//! States live in Redis for up to a week, across deployments: what was written must be read.

use dialogues::State;
use domain::requests::Place;

use crate::hostile;

#[test]
fn every_state_survives_the_round_trip() {
    for state in hostile::WORDS.into_iter().flat_map(hostile::states) {
        let json = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&json).unwrap(), state, "{json}");
    }
}

/// What a state looks like in Redis. A change here must still read what is kept there: give a new field a default,
/// never rename one, or let `State::SCHEMA` grow.
#[test]
fn the_shape_of_every_state() {
    let mut lines = vec![];
    for state in hostile::states("x") {
        let mut state = serde_json::to_value(&state).unwrap();
        shorten(&mut state);
        lines.push(state.to_string());
    }
    lines.sort();
    lines.dedup();
    insta::assert_snapshot!(format!("schema {}\n{}", State::SCHEMA, lines.join("\n")));
}

#[test]
fn the_names_of_answers() {
    let places = [
        Place::Entrance,
        Place::Yard,
        Place::Point { latitude: 1.5, longitude: 2.0 },
        Place::Unit(domain::ids::UnitId(uuid::Uuid::nil())),
    ];
    let names = serde_json::json!({ "place": places });
    insta::assert_snapshot!(names.to_string());
}

/// A full draft once is enough to see its shape.
fn shorten(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) if text.len() > 40 && !text.contains('-') => *text = "x…".to_owned(),
        serde_json::Value::Array(list) => {
            list.truncate(1);
            list.iter_mut().for_each(shorten);
        }
        serde_json::Value::Object(fields) => fields.values_mut().for_each(shorten),
        _ => {}
    }
}
