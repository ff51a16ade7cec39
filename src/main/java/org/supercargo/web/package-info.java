/** Faces pages, the OAuth redirects and what every response carries. Knows screens, no rules. */
@NullMarked
package org.supercargo.web;

import org.jspecify.annotations.NullMarked;
