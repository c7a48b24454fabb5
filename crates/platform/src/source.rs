//! The one home of time, ids and randomness.
//!
//! Production takes them from the system; a test takes a seeded [`Source`], which owns its clock and gives the same
//! ids and tokens on every run. Everything else asks a `Source`, so nothing reads the clock behind a test's back.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use rand::{Rng, SeedableRng, rand_core::UnwrapErr, rngs::ChaCha12Rng, rngs::SysRng};
use uuid::Uuid;

/// Time, ids and randomness. Clones share one state, so ids stay ordered across them.
#[derive(Clone, Debug)]
pub struct Source(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    seeded: Option<Seeded>,
    last: LastId,
}

/// What a test owns instead of the system.
#[derive(Debug)]
struct Seeded {
    now: DateTime<Utc>,
    random: ChaCha12Rng,
}

/// The id given last: its millisecond and the 74 bits below it.
#[derive(Debug, Default)]
struct LastId {
    millis: u64,
    low: u128,
}

impl Source {
    /// The system's clock and the system's randomness.
    #[must_use]
    pub fn system() -> Self {
        Self::new(None)
    }

    /// For tests: a clock that stands still at `start` until [`Source::advance`], and randomness from `seed`.
    #[must_use]
    pub fn seeded(seed: u64, start: DateTime<Utc>) -> Self {
        Self::new(Some(Seeded { now: start, random: ChaCha12Rng::seed_from_u64(seed) }))
    }

    fn new(seeded: Option<Seeded>) -> Self {
        Self(Arc::new(Mutex::new(State { seeded, last: LastId::default() })))
    }

    /// Moves a seeded clock on. The system's clock cannot be moved: there it does nothing but log an error.
    pub fn advance(&self, by: Duration) {
        match (&mut self.state().seeded, TimeDelta::from_std(by)) {
            (Some(seeded), Ok(by)) => seeded.now += by,
            (None, _) => tracing::error!("the system's clock cannot be advanced"),
            (_, Err(_)) => tracing::error!(?by, "too far to advance the clock"),
        }
    }

    /// The present, in UTC, cut to microseconds: what PostgreSQL keeps, so that a time reads back as it was written.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.state().now()
    }

    /// A new id: UUIDv7 of [`Source::now`]. Each is greater than every one this source (or a clone) gave before,
    /// even when the clock stands still or steps back (RFC 9562, section 6.2, method 2).
    #[must_use]
    pub fn id(&self) -> Uuid {
        let mut state = self.state();
        let millis = u64::try_from(state.now().timestamp_millis()).unwrap_or(0);
        let mut random = [0; 16];
        state.fill(&mut random);
        state.last.next(millis, u128::from_le_bytes(random))
    }

    /// A secret of so many random bytes, in base64url without padding. In production the bytes come straight from
    /// the operating system.
    ///
    /// # Panics
    /// When the operating system gives no randomness: nothing may go on without it.
    #[must_use]
    pub fn token(&self, bytes: usize) -> String {
        let mut buffer = vec![0; bytes];
        self.state().fill(&mut buffer);
        BASE64_URL_SAFE_NO_PAD.encode(buffer)
    }

    /// Twelve characters of base64url (72 random bits), for deep links and buttons, where room is dear. For a
    /// password or a session take [`Source::token`] with 32 bytes.
    #[must_use]
    pub fn short_token(&self) -> String {
        self.token(9)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // The state is whole after every step, so a thread that panicked while holding it left nothing half-done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn now(&self) -> DateTime<Utc> {
        let now = match &self.seeded {
            Some(seeded) => seeded.now,
            #[expect(clippy::disallowed_methods, reason = "this is the one home of the clock")]
            None => Utc::now(),
        };
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        match &mut self.seeded {
            Some(seeded) => seeded.random.fill_bytes(bytes),
            None => os_random(bytes),
        }
    }
}

impl LastId {
    const LOW_BITS: u32 = 74;

    fn next(&mut self, millis: u64, random: u128) -> Uuid {
        let mask = (1 << Self::LOW_BITS) - 1;
        // Within one millisecond count on by a random step, so that neighbours order and stay hard to guess.
        let low = self.low + 1 + (random & 0xFFFF_FFFF);
        (self.millis, self.low) = match () {
            () if millis > self.millis => (millis, random & mask),
            () if low > mask => (self.millis + 1, random & mask),
            () => (self.millis, low),
        };
        let (high, low) = (self.low >> 62, self.low & ((1 << 62) - 1));
        Uuid::from_u128(u128::from(self.millis) << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)
    }
}

/// Fills `bytes` from the operating system.
///
/// # Panics
/// When the operating system gives no randomness.
pub(crate) fn os_random(bytes: &mut [u8]) {
    UnwrapErr(SysRng).fill_bytes(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000, 123_456_789).unwrap()
    }

    #[test]
    fn a_seed_gives_the_same_again() {
        let (one, two, other) = (Source::seeded(7, start()), Source::seeded(7, start()), Source::seeded(8, start()));
        let take = |source: &Source| (source.id(), source.token(32), source.short_token(), source.id());
        let first = take(&one);
        assert_eq!(first, take(&two));
        assert_ne!(first, take(&other));
        assert_ne!(first, take(&one));
    }

    #[test]
    fn a_seeded_clock_moves_only_when_told() {
        let source = Source::seeded(1, start());
        assert_eq!(source.now(), source.now());
        assert_eq!(source.now().timestamp_subsec_nanos(), 123_456_000, "cut to microseconds");
        source.clone().advance(Duration::from_millis(1500));
        assert_eq!(source.now().timestamp_micros(), 1_700_000_001_623_456);
    }

    #[test]
    fn the_systems_time_has_microseconds_and_flows() {
        let source = Source::system();
        let before = source.now();
        assert_eq!(before.timestamp_subsec_nanos() % 1000, 0);
        assert!(before.timestamp() > 1_700_000_000 && source.now() >= before);
    }

    #[test]
    fn ids_are_version_7_of_the_time_and_ordered() {
        for source in [Source::system(), Source::seeded(3, start())] {
            let ids: Vec<_> = (0..10_000).map(|_| source.clone().id()).collect();
            assert!(ids.is_sorted_by(|a, b| a < b));
            assert!(ids.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
        }
        let (seconds, nanos) = Source::seeded(3, start()).id().get_timestamp().unwrap().to_unix();
        assert_eq!((seconds, nanos), (1_700_000_000, 123_000_000));
    }

    #[test]
    fn ids_stay_ordered_when_the_clock_steps_back_or_the_counter_is_full() {
        let mut last = LastId::default();
        let ids =
            [last.next(1000, u128::MAX), last.next(1000, 0), last.next(999, 5), last.next(1000, 5), last.next(2000, 0)];
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
    }

    #[test]
    fn tokens_are_url_safe_and_differ() {
        let source = Source::system();
        let token = source.token(32);
        assert_eq!(token.len(), 43);
        assert_eq!(source.short_token().len(), 12);
        assert_ne!(token, source.token(32));
        assert!(token.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{token}");
    }
}
