/**
 * The door of the screens: who comes in, what they may do, what every response carries. Refuses to
 * know any screen's content.
 */
@NullMarked
package org.supercargo.web.door;

import org.jspecify.annotations.NullMarked;
