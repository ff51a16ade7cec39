/** How tests get into the server: one deployment of the real WAR for all of them. */
package org.supercargo.container;
