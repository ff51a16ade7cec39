-- Which grants have been idle for long; and the next of many that end on one day.
create index carrier_grant_issued on carrier_grant (state, issued_at);
drop index carrier_grant_state;
create index carrier_grant_state on carrier_grant (state, dies_at, id);
