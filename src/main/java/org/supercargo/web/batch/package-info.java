/**
 * Screens for files of shipments. Refuses to read them: what a row means is decided in {@code
 * shipping.batch}.
 */
@NullMarked
package org.supercargo.web.batch;

import org.jspecify.annotations.NullMarked;
