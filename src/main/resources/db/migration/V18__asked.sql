-- SHA-256 of a request as it was asked for, before anything was added from what the account or its location has; null where
-- nobody keeps it apart from the order, and for keys from before.
alter table shipment_key add column asked varchar(64);
