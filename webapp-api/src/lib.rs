//! The HTTP API of the mini-app, the console and third parties.
