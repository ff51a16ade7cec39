-- When the people's names and addresses were taken out of a shipment that ended long ago: of ordered, to_name, charges and
-- papers; what was shipped, to which town and for how much stays.
alter table shipment add column forgotten_at timestamp with time zone;
create index shipment_forgotten on shipment (forgotten_at, requested_at);
