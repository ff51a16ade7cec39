package org.supercargo.shipping.batch;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.DocumentFormat;

/**
 * What somebody says about a file.
 *
 * @param name the file's
 * @param account what rows ship on that name none; null when each has to
 * @param labels how all labels come
 * @param zone where it is today for whoever uploads it: invoices are of that day
 */
public record Upload(String name, @Nullable Long account, DocumentFormat labels, ZoneId zone) {}
