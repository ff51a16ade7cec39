/**
 * The control interface: plain HTTP and JSON by which tests, operators and integrators prepare
 * faults, read the book of calls and change the simulated world. Answers to this machine only, and
 * not to web pages.
 */
package org.supercargo.simulator.control;
