-- When the addresses that came with the file were taken out of its rows; what came of each row stays.
alter table shipment_batch add column forgotten_at timestamp with time zone;
