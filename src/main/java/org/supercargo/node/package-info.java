/**
 * What one node does and keeps for itself beside the database: rounds, things known by heart, notes
 * that are written in batches, figures for whoever runs it. Refuses business words; nothing here
 * survives the node.
 */
@NullMarked
package org.supercargo.node;

import org.jspecify.annotations.NullMarked;
