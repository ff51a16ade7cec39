package org.supercargo.web.shipment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supercargo.shipping.TrackingView;

/**
 * Where a shipment is.
 *
 * @param account that asks
 * @param parcels what is known of each
 * @param trouble why nothing new could be asked; null when it could
 */
public record Way(long account, List<TrackingView> parcels, @Nullable Trouble trouble) {}
