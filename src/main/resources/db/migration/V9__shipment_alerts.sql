-- Alerts about a shipment: grant_id is 0, and generation the shipment's id.
alter table alert add column account_id bigint;
alter table alert add column shipment_id bigint;

-- An answer was lost: it is looked for again long after its end is known, in case another one was made.
alter table shipment add column doubted boolean default false not null;
update shipment set doubted = true where state in ('UNKNOWN', 'NOT_CREATED');
