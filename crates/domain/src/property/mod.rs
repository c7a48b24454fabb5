//! The register: complexes, buildings, entrances, risers, units, and who lives where.
//!
//! A noun a file, each with its verbs. Staff reach as far as their right does: all buildings, or those of their filter.
//! A resident reaches their own homes: `homes.rs`.

pub(crate) mod asking;
mod buildings;
mod complexes;
mod entrances;
mod homes;
mod model;
mod reached;
mod residents;
mod risers;
mod search;
mod store;
mod units;

pub use asking::{Asked, asked, asked_message, save_asked_message};
pub use buildings::{
    Building, BuildingFacts, BuildingsWanted, add_building, archive_building, building, edit_building, list_buildings,
};
pub use complexes::{Complex, ComplexFacts, add_complex, archive_complex, complex, edit_complex, list_complexes};
pub use entrances::{
    Entrance, EntranceFacts, STICKER_PREFIX, Sticker, add_entrance, archive_entrance, edit_entrance, entrance,
    list_entrances, renew_sticker, sticker,
};
pub(crate) use homes::settle_known;
pub use homes::{
    Invitation, choose_role, find_buildings, find_unit, homes, housemates, invitation, move_in, settle_by_phone,
};
pub use model::{PAGE_MAX, Point, ResidentRole, ResidentState, RiserKind, Thing, UnitKind};
pub use residents::{
    NewResident, Resident, ResidentEdit, ResidentsWanted, add_resident, decline_resident, edit_resident,
    list_residents, move_out_resident, resident, verify_resident,
};
pub use risers::{Riser, RiserFacts, add_riser, archive_riser, edit_riser, list_risers, riser, riser_units};
pub use units::{
    INVITE_PREFIX, NewUnit, Unit, UnitFacts, UnitLink, UnitsWanted, add_unit, archive_unit, create_unit, edit_unit,
    list_units, renew_invite, unit,
};
