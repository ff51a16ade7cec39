/**
 * The data source and its migrations: the first thing that starts, the last thing anybody imports.
 * Refuses entities and queries; those live with the business they describe.
 */
@NullMarked
package org.supercargo.database;

import org.jspecify.annotations.NullMarked;
