package org.supercargo.simulator.control;

import org.supercargo.simulator.http.Answer;
import org.supercargo.simulator.http.Request;

/** What can be done at one address of the control interface. */
interface Room {
  Answer answer(Request request);
}
