/**
 * What a thing is recognised by without being kept: its SHA-256. Refuses passwords, which people
 * think up and which want a slow hash.
 */
@NullMarked
package org.supercargo.fingerprint;

import org.jspecify.annotations.NullMarked;
