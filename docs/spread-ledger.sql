-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Spreads a ledger over two servers of PostgreSQL: one row in two stays on this one,
-- the other goes to the second. Questions are asked of this one; each adds up what
-- it has, and only the sums travel. The digits are those of one server.
--
-- Before the first import, let outlay-cli make the tables on both:
--
--     outlay-cli ledger show agents --store postgresql://two.example.org/ledger
--     outlay-cli ledger show agents --store postgresql://one.example.org/ledger
--
-- and then, as a person who may create extensions:
--
--     psql -d postgresql://one.example.org/ledger -f spread-ledger.sql \
--       -v host=two.example.org -v port=5432 -v dbname=ledger -v schema=public \
--       -v user=outlay -v password=...
--
-- For more servers write one CREATE SERVER and one CREATE USER MAPPING for each, and
-- let MODULUS be their number. Who imports needs a user mapping too.

\set ON_ERROR_STOP on
BEGIN;

-- A row that travels is dear: the planner shall rather let the other server add up.
CREATE EXTENSION IF NOT EXISTS postgres_fdw;
CREATE SERVER ledger_two FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host :'host', port :'port', dbname :'dbname', use_remote_estimate 'true',
           fdw_tuple_cost '1', fetch_size '10000');
CREATE USER MAPPING FOR CURRENT_USER SERVER ledger_two
  OPTIONS (user :'user', password :'password');

-- A message is one row however often it was logged, so all its copies meet on one
-- server.
ALTER TABLE usage RENAME TO usage_one;
CREATE TABLE usage (LIKE usage_one) PARTITION BY HASH (key);
ALTER TABLE usage ATTACH PARTITION usage_one FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE FOREIGN TABLE usage_two PARTITION OF usage FOR VALUES WITH (MODULUS 2, REMAINDER 1)
  SERVER ledger_two OPTIONS (schema_name :'schema', table_name 'usage');

ALTER TABLE run RENAME TO run_one;
CREATE TABLE run (LIKE run_one) PARTITION BY HASH (session);
ALTER TABLE run ATTACH PARTITION run_one FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE FOREIGN TABLE run_two PARTITION OF run FOR VALUES WITH (MODULUS 2, REMAINDER 1)
  SERVER ledger_two OPTIONS (schema_name :'schema', table_name 'run');

ALTER TABLE turn RENAME TO turn_one;
CREATE TABLE turn (LIKE turn_one) PARTITION BY HASH (session);
ALTER TABLE turn ATTACH PARTITION turn_one FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE FOREIGN TABLE turn_two PARTITION OF turn FOR VALUES WITH (MODULUS 2, REMAINDER 1)
  SERVER ledger_two OPTIONS (schema_name :'schema', table_name 'turn');

-- Answers are grouped by these two columns, so that each server can add up its own.
ALTER TABLE day_sum RENAME TO day_sum_one;
CREATE TABLE day_sum (LIKE day_sum_one) PARTITION BY HASH (a, b);
ALTER TABLE day_sum ATTACH PARTITION day_sum_one FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE FOREIGN TABLE day_sum_two PARTITION OF day_sum FOR VALUES WITH (MODULUS 2, REMAINDER 1)
  SERVER ledger_two OPTIONS (schema_name :'schema', table_name 'day_sum');

COMMIT;
