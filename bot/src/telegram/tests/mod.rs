//! Tests of the wire: what comes in, what goes out, and both over real HTTP.

mod client;
mod errors;
mod incoming;
mod methods;
mod tolerance;
