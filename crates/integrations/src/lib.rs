//! One module per outside party; empty until the first one is connected.
