/**
 * Benchmarks against named peers, behind {@code mvn -Pbench}. Its own classes are put beside the
 * application's in a WAR for measuring; neither they nor the peers are ever in the one that is
 * shipped, and none of this is compiled with the tests.
 */
package org.supercargo.bench;
