-- why tells people the reason of the state. spent_generation and request_fence tell which request the pair in force
-- answers: null when it came from a consent.
alter table carrier_grant add column why varchar(500);
alter table carrier_grant add column spent_generation integer;
alter table carrier_grant add column request_fence bigint;
create index carrier_grant_lease on carrier_grant (lease_until);

-- The one line to each carrier, for all nodes together: when it may be asked next, until when trouble
-- keeps it closed, how often it was asked today, how many times running it failed, and since when it refuses the
-- application itself.
create table carrier_line (
  carrier       varchar(10) primary key,
  next_at       timestamp with time zone not null,
  paused_until  timestamp with time zone not null,
  asked_on      varchar(10) not null,
  asked         integer     not null,
  failures      integer     not null,
  refused_since timestamp with time zone,
  refused_why   varchar(500)
);
