-- Once, as PostgreSQL's superuser: psql -v password="'…'" -f postgresql.sql
-- The application makes and upgrades its own tables; it owns nothing else.
create role supercargo login password :password;
create database supercargo owner supercargo encoding 'UTF8' template template0;
\connect supercargo
revoke all on schema public from public;
grant all on schema public to supercargo;
alter role supercargo set statement_timeout = '60s';
alter role supercargo set idle_in_transaction_session_timeout = '60s';
alter role supercargo set timezone = 'UTC';
