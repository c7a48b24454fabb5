//! `kontora unit`.

use clap::Subcommand;
use domain::{
    access::Actor,
    property::{self, NewUnit},
};

use super::orgs::{bot_of, find, in_words};
use crate::app::App;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add a flat (its building too) and print its deep link, for a QR code on the door or the receipt.
    Add {
        /// The organization: its id or its exact name.
        #[arg(long)]
        org: String,
        /// The building's address.
        #[arg(long)]
        building: String,
        /// The flat's number.
        #[arg(long)]
        number: String,
        /// Which entrance.
        #[arg(long)]
        entrance: Option<i16>,
        /// Which floor.
        #[arg(long)]
        floor: Option<i16>,
        /// The phone that the register has for it: whoever confirms this number is a verified resident.
        #[arg(long)]
        phone: Option<String>,
    },
}

pub(super) async fn run(app: &App, command: Command) -> anyhow::Result<()> {
    match command {
        Command::Add { org, building, number, entrance, floor, phone } => {
            let org = find(app, &org).await?;
            let bot = bot_of(app, org.id).await?;
            let mut tx = app.db.tenant(org.id).await?;
            let new = NewUnit { address: &building, number: &number, entrance, floor, phone: phone.as_deref() };
            let link = property::add_unit(&mut tx, &Actor::System, &new).await.map_err(in_words)?;
            tx.commit().await?;
            println!("https://t.me/{}?start=f_{}", bot.username, link.invite);
            Ok(())
        }
    }
}
