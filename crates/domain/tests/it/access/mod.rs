//! Who may do what: the matrix of roles, how verbs answer each kind of actor, and what scopes let through.

mod matrix;
mod roles;
mod scopes;
mod screens;
mod teams;
mod verbs;
mod viewing;
