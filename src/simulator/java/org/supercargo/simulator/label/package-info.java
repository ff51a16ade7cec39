/**
 * What comes out of UPS as a picture or as print: labels for four printer languages, pictures, PDF,
 * the commercial invoice. A label is laid out once, as marks on 203 dots an inch, and written in
 * each format from those.
 */
package org.supercargo.simulator.label;
