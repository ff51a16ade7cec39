/**
 * What questions to the database are put together from. Refuses tables and entities: which ones are
 * asked, and what may be asked of them, each room knows for itself.
 */
@NullMarked
package org.supercargo.query;

import org.jspecify.annotations.NullMarked;
