-- Rows whose end nobody could find out are found, whatever their batch, when it is known after all.
create index shipment_batch_row_end on shipment_batch_row (state, shipment_id);
