-- sealed_key is the grant's own data key, wrapped by the master key sealed_by; both null where nothing is sealed. 'direct'
-- marks what an earlier release has sealed with a master key itself.
alter table carrier_grant add column sealed_key bytea;
alter table carrier_grant add column sealed_by varchar(40);
update carrier_grant set sealed_by = 'direct' where sealed_refresh is not null;
create index carrier_grant_sealed_by on carrier_grant (sealed_by);

alter table connect_attempt add column sealed_by varchar(40);
update connect_attempt set sealed_by = 'direct' where sealed_verifier is not null;
create index connect_attempt_sealed_by on connect_attempt (sealed_by);

-- What became of each master key; never the key itself. seals is true for the one that seals, null for all others.
create table master_key (
  id          varchar(40) primary key,
  seals       boolean     unique,
  seen_at     timestamp with time zone not null,
  promoted_at timestamp with time zone,
  replaced_at timestamp with time zone,
  retired_at  timestamp with time zone
);

-- Which master keys each node can open with, separated by commas, and how many entries of its journal an earlier release
-- has sealed with a master key itself.
create table key_holder (
  node        varchar(80)   primary key,
  key_ids     varchar(4000) not null,
  old_entries bigint        not null,
  seen_at     timestamp with time zone not null
);
