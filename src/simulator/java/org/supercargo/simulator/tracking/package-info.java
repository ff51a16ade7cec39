/**
 * Where parcels are. A parcel's journey follows from when it was booked, where it goes, by which
 * service and with which fate; what lies beyond the calendar's now has not happened yet.
 */
package org.supercargo.simulator.tracking;
