-- A PostgreSQL of your own: three roles and a database, as `stafett` makes them itself (stafett/platform/roles.py).
--   psql -d postgres -v owner_password=… -v app_password=… -v backup_password=… -f deploy/roles.sql
-- The owner makes tables and is bound by the fences all the same; the app owns nothing; the third is for backups alone.
CREATE ROLE stafett_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE stafett_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE stafett_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS PASSWORD :'backup_password';
GRANT pg_read_all_data TO stafett_backup;
CREATE DATABASE stafett OWNER stafett_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE stafett, postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE stafett TO stafett_app, stafett_backup;
\connect stafett
ALTER SCHEMA public OWNER TO stafett_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO stafett_app;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner GRANT USAGE ON TYPES TO stafett_app;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stafett_app;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner GRANT USAGE, SELECT ON SEQUENCES TO stafett_app;
ALTER DEFAULT PRIVILEGES FOR ROLE stafett_owner GRANT EXECUTE ON FUNCTIONS TO stafett_app;
