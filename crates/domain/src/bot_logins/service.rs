//! What is done about signing in through the bot.

use std::net::IpAddr;

use super::{
    model::{Asked, Begun, LASTS, Polled, device_name},
    store,
};
use crate::{
    Db, Error, Result, SystemTx, TenantTx,
    ids::{BotLoginId, PersonId},
};

/// A browser begins.
pub async fn begin(db: &Db, device: &str, address: Option<IpAddr>) -> Result<Begun> {
    let mut tx = db.system().await?;
    // Twelve bytes fit into a link, and are asked for during five minutes only.
    let (start, poll) = (tx.source().token(16), tx.source().token(32));
    let numbers = numbers(&tx.source().token(48));
    let shown = numbers[usize::from(tx.source().token(1).as_bytes()[0]) % numbers.len()];
    let ends = tx.source().now() + LASTS;
    let device: String = device.chars().filter(|c| !c.is_control()).take(200).collect();
    store::insert(&mut tx, (&start, &poll), &numbers, shown, (&device, address), ends).await?;
    tx.commit().await?;
    Ok(Begun { start: start.into(), poll: poll.into(), number: shown })
}

/// Three different numbers of two digits, from random letters.
fn numbers(random: &str) -> [i16; 3] {
    let mut drawn = [10, 11, 12];
    let mut taken = 0;
    for pair in random.as_bytes().chunks(2) {
        let number = 10 + (i16::from(pair[0]) * 131 + pair.get(1).map_or(0, |byte| i16::from(*byte))) % 90;
        if taken < 3 && !drawn[..taken].contains(&number) {
            drawn[taken] = number;
            taken += 1;
        }
    }
    drawn
}

/// What the person who followed the link is asked; [`Error::Refused`] `login_over` when it is too late.
pub async fn asked(tx: &mut TenantTx, start: &str) -> Result<Asked> {
    let mut asked = store::asked(tx, start).await?.ok_or(Error::Refused("login_over"))?;
    asked.device = device_name(&asked.device);
    Ok(asked)
}

/// The person answers with the number that they see, or with none: a no. Returns whether the browser gets in.
/// [`Error::Refused`] `login_over` when it is too late, or answered.
pub async fn answer(tx: &mut TenantTx, person: PersonId, id: BotLoginId, number: Option<i16>) -> Result<bool> {
    store::answer(tx, person, id, number).await?.ok_or(Error::Refused("login_over"))
}

/// The browser asks how it stands. A yes is told once.
pub async fn poll(db: &Db, poll: &str) -> Result<Polled> {
    let mut tx = db.system().await?;
    let polled = store::poll(&mut tx, poll).await?;
    tx.commit().await?;
    Ok(polled)
}

/// Forgets those that are over. Returns how many.
pub async fn forget_old(tx: &mut SystemTx) -> Result<u64> {
    store::forget(tx).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_three_different_numbers_of_two_digits() {
        for random in ["", "aaaaaaaa", "k3J-9sQ_d0", "zzzzyyyyxxxxwwww"] {
            let [a, b, c] = numbers(random);
            assert!(a != b && b != c && a != c, "{random}: {a} {b} {c}");
            assert!([a, b, c].iter().all(|number| (10..=99).contains(number)));
        }
    }
}
