package org.supercargo.shipping.batch;

import org.jspecify.annotations.Nullable;
import org.supercargo.carrier.DocumentFormat;

/**
 * What somebody says about a file.
 *
 * @param name the file's
 * @param account what rows ship on that name none; null when each has to
 * @param labels how all labels come
 */
public record Upload(String name, @Nullable Long account, DocumentFormat labels) {}
