-- purge_org was given to app_purge before the right to run it was given on. Whoever migrates is a superuser in a
-- development database and is none in a real one: there the grant was PostgreSQL's to refuse, with a warning, and
-- nobody could purge. Its owner gives the right.
set local role app_purge;
revoke all on function purge_org from public;
grant execute on function purge_org to app_system;
reset role;
