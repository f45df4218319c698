#!/usr/bin/env bash
# Makes the database and its two roles on PostgreSQL. The postgres image runs it at its first start; elsewhere:
#   PGHOST=… PGUSER=postgres PGPASSWORD=… BANKADMIN_OWNER_PASSWORD=… BANKADMIN_WEB_PASSWORD=… docs/deployment/create-database.sh
# May be run again. Passwords come from the environment: none stands on a command line.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "${PGUSER:-${POSTGRES_USER:-postgres}}" --dbname "${PGDATABASE:-postgres}" <<'SQL'
\getenv owner_password BANKADMIN_OWNER_PASSWORD
\getenv web_password BANKADMIN_WEB_PASSWORD
-- The owner migrates; the nodes read and write rows, and can change neither tables nor the triggers that keep the history append-only.
SELECT format('CREATE ROLE %I LOGIN', role) FROM unnest(ARRAY['bankadmin_owner', 'bankadmin_web']) AS role
WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) \gexec
ALTER ROLE bankadmin_owner PASSWORD :'owner_password';
ALTER ROLE bankadmin_web PASSWORD :'web_password';
SELECT 'CREATE DATABASE bankadmin OWNER bankadmin_owner ENCODING ''UTF8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'bankadmin') \gexec
REVOKE ALL ON DATABASE bankadmin FROM PUBLIC;
GRANT CONNECT ON DATABASE bankadmin TO bankadmin_web;
\connect bankadmin
ALTER SCHEMA public OWNER TO bankadmin_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE bankadmin_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bankadmin_web;
SQL
