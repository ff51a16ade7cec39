/**
 * Every setting of the application, read once from MicroProfile Config and checked at deployment,
 * and the one clock. Refuses to know what a setting is used for.
 */
@NullMarked
package org.supercargo.setting;

import org.jspecify.annotations.NullMarked;
